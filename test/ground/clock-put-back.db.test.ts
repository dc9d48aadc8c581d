import { simulatorChat } from '../../src/bot/channels/simulator';
import { takeTurn } from '../../src/bot/conversation';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import type { Bell, Doorbell } from '../../src/jobs/doorbell';
import { enqueueNotices } from '../../src/loyalty';
import { readConfig } from '../../src/config';
import { sweep } from '../../src/product/sweeper';
import { createConnection } from '../../src/sync/connections';
import { postponeFirst } from '../../src/sync/due-events';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { goldenSale } from '../support/golden-event';
import { available, Sending } from '../support/sending';
import { ANA, BIA, openShop, percent } from '../support/shop';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const test = suiteDatabase();
let shop: number;
let connectionId: string;
let sending: Sending;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  sending = new Sending(test, shop);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  connectionId = (await test.db.asMerchant(shop, (work) => createConnection(work, wish))).id;
});

/** Does something while the clock is ahead, and puts it right; whoever did it is no more, and no ring is left of it. */
async function whileAhead(byMs: number, body: () => Promise<unknown>): Promise<void> {
  test.clock.set(START + byMs);
  await body();
  test.clock.set(START);
}

/** What the sweeper finds to do for the shop. */
async function found(): Promise<Bell[]> {
  const rung: Bell[] = [];
  const doorbell: Doorbell = Object.assign(Object.create(test.doorbell) as Doorbell, {
    ringHere: (bell: Bell, key: string) => {
      if (key.split(':')[0] === String(shop)) rung.push(bell);
    },
  });
  await sweep(test.db, test.clock, doorbell);
  return rung;
}

const takeIn = (): Promise<void> =>
  new Intake(test.db, test.clock, test.doorbell).add({
    merchantId: shop,
    connectionId,
    deliveryId: 'ahead',
    source: 'pull',
    body: JSON.stringify(goldenSale()),
  });

it.each([
  ['half a minute', 30_000],
  ['three hours', 3 * HOUR],
  ['a year', YEAR],
])('what came while the clock was %s ahead waits for nobody once it is right', async (_name, byMs) => {
  const ana = new Chat(test, shop, ANA);
  await whileAhead(byMs, async () => {
    await takeIn();
    await ana.writes('saldo');
    await sending.notify(await sending.known(BIA), 'ahead', available(500));
  });
  expect((await found()).toSorted((a, b) => a.localeCompare(b))).toEqual(['outbound', 'sales', 'turns']);
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  await ana.turn();
  await sending.go();
  expect(sending.handed.map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining('saldo'), expect.stringContaining('R$ 5,00')]),
  );
  const sales: unknown[] = await test.db.asMerchant(shop, (work) => work.trx('sales').select());
  expect(sales).toHaveLength(1);
  expect(await found()).toEqual([]);
});

it('an answer of later is typed at once, and what the number sent later than now is no pace to keep', async () => {
  const paced = new Sending(test, shop, { pace: readConfig({}).pace });
  const ana = new Chat(test, shop, ANA);
  await whileAhead(3 * HOUR, async () => {
    await ana.says('saldo');
    test.clock.advance(20_000);
    await paced.go();
    await ana.says('extrato');
  });
  expect(paced.handed).toHaveLength(1);
  await paced.go();
  expect(paced.handed).toHaveLength(2);
});

it('what is to wait waits on: a turn’s and an event’s next try, and what was put off to a day', async () => {
  await takeIn();
  await test.db.asMerchant(shop, postponeFirst);
  const ana = new Chat(test, shop, ANA);
  await ana.writes('saldo');
  const failing: typeof test.db.asMerchant = async (merchantId, body) =>
    test.db.asMerchant(merchantId, async (work) => {
      const result = await body(work);
      if (failures-- > 0) throw new Error('it fails');
      return result;
    });
  let failures = 1;
  await expect(takeTurn({ ...test.db, asMerchant: failing }, shop, simulatorChat(ANA))).rejects.toThrow(
    'it fails',
  );
  const customerId = await sending.known(BIA);
  await test.db.asMerchant(shop, async (work) => {
    enqueueReply(work, 'later', 'later', { text: 'amanhã' }, work.now + 24 * HOUR);
    const dueAt = work.now + 5 * 24 * HOUR;
    await enqueueNotices(work, [
      { cause: 'day', customerId, notice: available(700), suppressed: null, dueAt },
    ]);
  });
  expect(await found()).toEqual([]);
});

it.each([
  ['an hour', HOUR],
  ['a year', YEAR],
])('what was being sent while the clock was %s ahead has three minutes more', async (_name, byMs) => {
  await whileAhead(byMs, async () => {
    await sending.notify(await sending.known(BIA), 'ahead', available(500));
    sending.before = () => Promise.reject(new Error('the process dies'));
    await sending.go().catch(() => undefined);
  });
  sending.before = () => Promise.resolve(null);
  expect(await found()).toEqual(['outbound']);
  await sending.go();
  expect(await found()).toEqual([]);
  test.clock.advance(3 * MINUTE - 1);
  await sending.go();
  expect(sending.handed).toEqual([]);
  test.clock.advance(1);
  expect(await found()).toEqual(['outbound']);
  await sending.go();
  expect([sending.handed.length, await sending.rows()]).toEqual([1, ['sent']]);
});

it('who is at it when the clock is put back notes its end, and nobody sends it again', async () => {
  await sending.notify(await sending.known(BIA), 'ahead', available(500));
  const other = new Sending(test, shop);
  sending.before = async () => {
    test.clock.set(START);
    await other.go();
    test.clock.advance(2 * MINUTE);
    await other.go();
    return null;
  };
  test.clock.set(START + HOUR);
  await sending.go();
  test.clock.advance(HOUR);
  await other.go();
  expect([sending.handed.length, other.handed.length, await sending.rows()]).toEqual([1, 0, ['sent']]);
});

it.each([
  ['cannot be told', 'unknown'],
  ['failed', 'queued'],
])(
  'a message that was tried while the clock was ahead, whose end %s, is seen to at once',
  async (_name, state) => {
    await whileAhead(HOUR, async () => {
      await sending.notify(await sending.known(BIA), 'ahead', available(500));
      const end = { reason: 'a fault', retry: true };
      sending.before = () =>
        Promise.resolve(state === 'unknown' ? { state, ...end } : { state: 'failed', ...end });
      await sending.go();
    });
    expect(await sending.rows()).toEqual([`${state}: a fault`]);
    sending.before = () => Promise.resolve(null);
    expect(await found()).toEqual(['outbound']);
    await sending.go();
    expect([sending.handed.length, await sending.rows()]).toEqual([1, ['sent']]);
  },
);

it('what the network asked to hold for hours waits for them', async () => {
  await sending.notify(await sending.known(BIA), 'held', available(500));
  sending.before = () => Promise.resolve({ state: 'held', reason: 'spam-limit', waitMs: 3 * HOUR });
  await sending.go();
  sending.before = () => Promise.resolve(null);
  expect(await found()).toEqual([]);
  test.clock.advance(2 * HOUR);
  await sending.go();
  expect(sending.handed).toEqual([]);
  test.clock.advance(HOUR);
  await sending.go();
  expect(sending.handed).toHaveLength(1);
});

it('a pull that is due in a year is due', async () => {
  const due = async (): Promise<string[]> =>
    (await test.db.call<{ id: string }>('SELECT id FROM connections_to_pull(?)', [new Date(START)])).map(
      ({ id }) => id,
    );
  const next = (at: number): Promise<unknown> =>
    test.db.asMerchant(shop, (work) => work.trx('connections').update({ next_poll_at: new Date(at) }));
  await next(START + YEAR);
  expect(await due()).toContain(connectionId);
  await next(START + 12 * HOUR);
  expect(await due()).not.toContain(connectionId);
});
