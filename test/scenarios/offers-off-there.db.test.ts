import { takeTurn } from '../../src/bot/conversation';
import { sendDue } from '../../src/bot/sending/outbound';
import { enqueueNotices, setChannel, type Work } from '../../src/loyalty';
import { CloudRig } from '../support/cloud-api/rig';
import { START, suiteDatabase } from '../support/database';
import { campaign } from '../support/sending';
import { ANA as PHONE, customerKnownBy, openShop } from '../support/shop';

const ANA = '5511988880001';
const test = suiteDatabase();
let rig: CloudRig;
let ana: string;

beforeEach(async () => {
  test.clock.set(START);
  rig = await CloudRig.create(test, await openShop(test.db));
  await rig.connect();
  await run((work) => setChannel(work, 'cloud-api', null));
  await rig.start();
  test.clock.advance(120_000);
  ana = await run(async (work) => {
    const id = await customerKnownBy(work, { kind: 'phone', value: PHONE }, 'Ana');
    await work.trx('customers').where({ id }).update({ marketing_consent: true });
    return id;
  });
});
afterEach(() => rig.close());

const run = <T>(act: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(rig.shop, act);

/** Whether she wants offers, and what proves it. */
const wants = (): Promise<[boolean, string[]]> =>
  run(async (work) => {
    const customer = await work.trx('customers').where({ id: ana }).first('marketing_consent');
    const proofs = await work.trx('consents').where({ customer_id: ana, granted: false }).pluck('message_id');
    return [customer?.marketing_consent, proofs];
  });

const offers = (): Promise<string[]> =>
  run(async (work) => {
    const rows = await work.trx('outbox').where({ template: 'campaign' }).orderBy('seq');
    return rows.map(({ state, reason }: { state: string; reason: string | null }) => `${state} ${reason}`);
  });

async function offer(cause: string): Promise<void> {
  const notice = campaign('Venha!');
  await run((work) => enqueueNotices(work, [{ cause, customerId: ana, notice, suppressed: null }]));
  await sendDue(test.db, rig.channel, rig.shop, test.logger);
}

/** Free words may go for a day. */
async function says(text: string): Promise<void> {
  await rig.cloud.says(ANA, text);
  await rig.wake();
  await takeTurn(test.db, rig.shop, `${ANA}@c.us`);
  await sendDue(test.db, rig.channel, rig.shop, test.logger);
}

it.each([
  ['who never wrote', ANA],
  ['whose account has no ninth digit', '551188880001'],
])('who turns offers off in WhatsApp (%s) gets no more of them', async (_who, account) => {
  expect(await rig.cloud.prefers(account, 'stop')).toBe(200);
  await rig.wake();
  const proof = `user-preferences:${account}@c.us:${test.clock.now()}`;
  expect(await wants()).toEqual([false, [proof]]);
  await rig.cloud.prefers(account, 'stop');
  await rig.wake();
  expect(await wants()).toEqual([false, [proof]]);
  await offer('later');
  expect(await offers()).toEqual(['suppressed opted-out']);
});

it('who turns them on again there says so in the chat too, and then has them', async () => {
  await says('oi');
  await rig.cloud.prefers(ANA, 'stop');
  await rig.cloud.prefers(ANA, 'resume');
  await rig.wake();
  expect((await wants())[0]).toBe(false);
  await says('voltar');
  expect((await wants())[0]).toBe(true);
});

it('whoever is found to have turned them off, when one is sent or later, is asked no more', async () => {
  await says('oi');
  rig.cloud.faults.push({ status: 400, code: 131050 });
  await offer('first');
  expect(await offers()).toEqual(['failed opted-out-there']);
  expect((await wants())[0]).toBe(false);
  await run((work) => work.trx('customers').where({ id: ana }).update({ marketing_consent: true }));
  await offer('second');
  const taken = rig.cloud.sent.at(-1);
  if (taken === undefined) throw new Error('it was not taken');
  await rig.cloud.tell(taken, 'failed', { errors: [{ code: 131050, title: 'x' }] });
  await rig.wake();
  expect(await offers()).toEqual(['failed opted-out-there', 'failed opted-out-there']);
  expect(await wants()).toEqual([false, [expect.any(String), expect.any(String)]]);
});

it.each([
  ['of another kind', () => rig.cloud.prefers(ANA, 'stop', 'service_messages')],
  ['of somebody unknown', () => rig.cloud.prefers('5511988880077', 'stop')],
  ['without whose it is', () => rig.cloud.call({ user_preferences: [{}] }, { field: 'user_preferences' })],
])('a wish %s changes nothing and holds nobody up', async (_what, tell) => {
  await tell();
  await rig.cloud.says(ANA, 'saldo');
  await rig.wake();
  expect(await wants()).toEqual([true, []]);
  expect(rig.messages).toHaveLength(1);
  expect(await run((work) => work.trx('cloud_api_events').select())).toEqual([]);
});

it('a wish that is forged is not taken', async () => {
  const forged = [{ wa_id: ANA, category: 'marketing_messages', value: 'stop', timestamp: 1 }];
  const answer = await rig.cloud.call(
    { user_preferences: forged },
    { field: 'user_preferences', signature: `sha256=${'0'.repeat(64)}` },
  );
  await rig.wake();
  expect([answer, await wants()]).toEqual([401, [true, []]]);
});
