import type { Post } from '../../src/bot/sending/post';
import type { Identity } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Mailbox, postOver } from '../support/mailbox';
import { available, Sending } from '../support/sending';
import { ANA, customerKnownBy, openShop } from '../support/shop';

const EMAIL = 'ana@example.com';
let test: TestDatabase;
let mailbox: Mailbox;
let shop: number;
let sending: Sending;
let post: Post;

beforeAll(async () => {
  test = await openTestDatabase();
  mailbox = await Mailbox.open();
});
afterAll(async () => {
  await mailbox.close();
  await test.close();
});
beforeEach(async () => {
  shop = await openShop(test.db);
  sending = new Sending(test, shop, { byEmail: true });
  post = postOver(mailbox.url, test);
  mailbox.empty();
});

const customerOf = (identity: Identity): Promise<string> =>
  test.db.asMerchant(shop, (work) => customerKnownBy(work, identity, 'Ana'));

async function withPhoneAndEmail(): Promise<string> {
  const id = await customerOf({ kind: 'phone', value: ANA });
  await test.db.asMerchant(shop, (work) =>
    work.trx('customer_identities').insert({
      merchant_id: shop,
      kind: 'email',
      value: EMAIL,
      customer_id: id,
    }),
  );
  return id;
}

it('whom only e-mail can reach is written to while the number is down', async () => {
  await sending.notify(await customerOf({ kind: 'email', value: EMAIL }), 'c1', available(500));
  await post.send(shop);
  expect(await sending.rows()).toEqual(['sent']);
  expect(mailbox.received).toHaveLength(1);
});

it('whom the number may reach waits for it', async () => {
  await sending.notify(await withPhoneAndEmail(), 'c1', available(500));
  await post.send(shop);
  expect(await sending.rows()).toEqual(['queued']);
  await sending.go();
  await post.send(shop);
  expect(await sending.rows()).toEqual(['sent']);
  expect(mailbox.received).toEqual([]);
});

it('whose phone is not on WhatsApp is told by e-mail, and the owner of nothing', async () => {
  Object.assign(sending.channel, { chatOf: () => Promise.resolve(null) });
  await sending.notify(await withPhoneAndEmail(), 'c1', available(500));
  await sending.go();
  await post.send(shop);
  expect(await sending.rows()).toEqual(['sent']);
  expect(mailbox.received).toMatchObject([{ to: { value: [{ address: EMAIL }] } }]);
});

it('of two who send at once, each message is sent by one', async () => {
  const id = await customerOf({ kind: 'email', value: EMAIL });
  for (let i = 0; i < 10; i++) await sending.notify(id, `c${i}`, available(500 + i));
  const other = postOver(mailbox.url, test);
  await Promise.all([post.send(shop), other.send(shop), post.send(shop), sending.go()]);
  await post.send(shop);
  expect(new Set(await sending.rows())).toEqual(new Set(['sent']));
  expect(mailbox.received).toHaveLength(10);
});
