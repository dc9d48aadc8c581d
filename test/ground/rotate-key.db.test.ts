import { randomBytes } from 'node:crypto';
import { renewAccountSecrets, saveAccount } from '../../src/bot/channels/cloud-api/account';
import type { Work } from '../../src/db';
import {
  applySales,
  inspectVoucher,
  issueVoucher,
  renewVoucherSecrets,
  voucherCodes,
} from '../../src/loyalty';
import { checkKey } from '../../src/product/key-check';
import { KeyNotHere, Secrets } from '../../src/secrets';
import {
  AddressBook,
  createConnection,
  openConnection,
  renewConnectionSecrets,
} from '../../src/sync/connections';
import { START, suiteDatabase } from '../support/database';
import { ANA, openShop, percent, saleOf } from '../support/shop';

/** The key that the test database's secrets are made of. */
const OLD = Buffer.alloc(32, 7);
const NEW = randomBytes(32);
const [both, onlyNew, onlyOld] = [new Secrets(NEW, [OLD]), new Secrets(NEW), new Secrets(OLD)];
const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1000)]);
  test.clock.advance(120_000);
});

const under = <T>(secrets: Secrets, body: (work: Work) => Promise<T>): Promise<T> =>
  test.db.asMerchant(shop, (work) => body({ ...work, secrets }));
const staff = { id: '0190d9f2-0000-7000-8000-000000000001', name: 'Caixa', role: 'cashier' } as const;

it('everything that is encrypted comes under the new key, and is found and read all the while', async () => {
  const connection = await under(onlyOld, (work) =>
    createConnection(work, {
      baseUrl: 'http://x',
      company: null,
      apiKeyId: 'the id',
      apiKeySecret: 'the secret',
    }),
  );
  await under(onlyOld, (work) =>
    saveAccount(work, { phoneNumberId: '1', token: 'a token', appSecret: 'an app secret' }),
  );
  const issued = await under(onlyOld, async (work) => {
    await applySales(work, [saleOf({ totalCents: 10_000 })]);
    const row = (await work.trx('customer_identities').where({ value: ANA }).first('customer_id')) as {
      customer_id: string;
    };
    return issueVoucher(work, { customerId: row.customer_id, cents: 500, key: 'one' });
  });
  const code = issued.ok ? issued.value.code : '';
  const look = (secrets: Secrets) => under(secrets, (work) => inspectVoucher(work, { code, by: staff }));
  expect((await look(both)).ok).toBe(true);

  const renewals = [renewConnectionSecrets, renewAccountSecrets, renewVoucherSecrets];
  const renewAll = () => Promise.all(renewals.map((renew) => under(both, renew)));
  expect(await renewAll()).toEqual([3, 3, 1]);
  // Stopped and run again: nothing is left to do.
  expect(await renewAll()).toEqual([0, 0, 0]);

  for (const secrets of [both, onlyNew]) {
    expect((await look(secrets)).ok).toBe(true);
    expect(await under(secrets, (work) => openConnection(work, connection.id))).toMatchObject({
      apiKeySecret: 'the secret',
    });
    const address = await new AddressBook(test.db, secrets, test.clock).find(connection.id);
    expect(address?.keys.map((key) => `whsec_${key.toString('base64')}`)).toEqual([connection.signingSecret]);
    const codes = await under(secrets, (work) => voucherCodes(work, issued.ok ? [issued.value.id] : []));
    expect([...codes.values()].map((one) => one.code)).toEqual([code]);
  }
  await expect(under(onlyOld, (work) => openConnection(work, connection.id))).rejects.toThrow(
    'a key that is not here',
  );
  expect(await test.db.call('SELECT current_user AS me')).toEqual([{ me: 'smartbis_app' }]);
});

it('an envelope tells its key, opens in its own place only, and one of the first form is still read', () => {
  const [old, fresh] = [onlyOld.encrypt('word', 'here'), both.encrypt('word', 'here')];
  expect(both.decrypt(old, 'here')).toBe('word');
  expect(() => onlyOld.decrypt(fresh, 'here')).toThrow('not here');
  expect(() => both.decrypt(fresh, 'there')).toThrow('authenticate');
  const renewed = both.renewed(old, 'here');
  expect(onlyNew.decrypt(renewed ?? Buffer.of(), 'here')).toBe('word');
  expect(both.renewed(fresh, 'here')).toBeNull();
  // The first form had no key's id.
  const first = Buffer.concat([Buffer.of(1), old.subarray(5)]);
  for (const secrets of [onlyOld, both]) expect(secrets.decrypt(first, 'here')).toBe('word');
  expect(() => onlyNew.decrypt(first, 'here')).toThrow('authenticate');
  expect(onlyNew.decrypt(both.renewed(first, 'here') ?? Buffer.of(), 'here')).toBe('word');
});

it('a start with another key than what is encrypted under ends with what to do about it', async () => {
  const elsewhere = new Secrets(randomBytes(32));
  await under(onlyOld, (work) =>
    createConnection(work, { baseUrl: 'http://x', company: null, apiKeyId: 'a', apiKeySecret: 'b' }),
  );
  await openShop(test.db);
  await expect(checkKey(test.db, elsewhere)).rejects.toThrow(KeyNotHere);
  for (const right of [onlyOld, both]) await expect(checkKey(test.db, right)).resolves.toBeUndefined();
});
