import { readConfig } from '../../src/config';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { available, campaign, PHONES, Sending } from '../support/sending';
import { ANA, openShop } from '../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let sending: Sending;

beforeEach(async () => {
  test.clock.set(START);
  sending = new Sending(test, await openShop(test.db), { pace: readConfig({}).pace });
  await since(START - 30 * DAY);
});

const since = (at: number) =>
  test.db.asMerchant(sending.shop, async (work) => {
    const row = {
      merchant_id: sending.shop,
      state: 'ready',
      first_ready_at: new Date(at),
      changed_at: new Date(at),
    };
    await work.trx('channel_states').insert(row).onConflict('merchant_id').merge();
  });

/** Sends as time goes by, from wake to wake; when each left, in milliseconds from the start. */
async function until(seconds: number): Promise<number[]> {
  const left: number[] = [];
  sending.before = () => {
    left.push(test.clock.now() - START);
    return Promise.resolve(null);
  };
  const step = Math.max(2_000, (START + seconds * 1_000 - test.clock.now()) / 500);
  while (test.clock.now() < START + seconds * 1_000) {
    const again = await sending.go();
    test.clock.set(again ?? test.clock.now() + step);
  }
  return left;
}

const gaps = (left: number[]): number[] => left.slice(1).map((at, i) => at - (left[i] ?? 0));

it('strangers are written to half a minute to a minute apart', async () => {
  for (const phone of PHONES.slice(0, 8))
    await sending.notify(await sending.customer(phone), 'b1', available(500));
  const left = await until(600);
  expect(left).toHaveLength(8);
  expect(Math.min(...gaps(left))).toBeGreaterThanOrEqual(30_000);
});

it('whoever is known does not wait behind strangers', async () => {
  for (const phone of PHONES.slice(0, 30))
    await sending.notify(await sending.customer(phone), 'b1', available(500));
  await sending.notify(await sending.known(ANA), 'b1', available(700));
  await until(30);
  expect(sending.handed.map(({ chatId }) => chatId)).toContain(simulatorChat(ANA));
});

it('an answer is the next to go, after three to nine seconds of typing, beside any queue of campaigns', async () => {
  for (const phone of PHONES) await sending.notify(await sending.known(phone), 'c1', campaign('café.'));
  await until(20);
  const before = sending.handed.length;
  const asked = test.clock.now();
  await new Chat(test, sending.shop, PHONES[80] ?? '').says('saldo');
  await until((asked - START) / 1_000 + 20);
  const next = sending.handed[before];
  expect(next?.chatId).toBe(simulatorChat(PHONES[80] ?? ''));
  expect(next?.text).toMatch(/^Você ainda/);
  expect(sending.typed).toContain(simulatorChat(PHONES[80] ?? ''));
  const row = await test.db.asMerchant(sending.shop, (work) =>
    work.trx('outbox').where({ template: 'reply' }).first('settled_at'),
  );
  expect((row as { settled_at: number }).settled_at - asked).toBeGreaterThanOrEqual(3_000);
  expect((row as { settled_at: number }).settled_at - asked).toBeLessThanOrEqual(11_000);
});

it('eight answers a minute, and six seconds between two messages to one person', async () => {
  for (const phone of PHONES.slice(0, 12)) {
    await sending.known(phone);
    await new Chat(test, sending.shop, phone).says('saldo');
  }
  const left = await until(180);
  expect(left).toHaveLength(12);
  for (const at of left)
    expect(left.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(8);
  test.clock.set(START + 600_000);
  for (const cause of ['b1', 'b2', 'b3'])
    await sending.notify(await sending.customer(PHONES[0] ?? ''), cause, available(1));
  const more = await until(700);
  expect(more).toHaveLength(3);
  expect(Math.min(...gaps(more))).toBeGreaterThanOrEqual(6_000);
});

it('a new number warms up: twenty in its first hour, and answers all the same', async () => {
  await since(START);
  for (const phone of PHONES.slice(0, 40))
    await sending.notify(await sending.known(phone), 'b1', available(500));
  expect(await until(3_000)).toHaveLength(20);
  await new Chat(test, sending.shop, PHONES[0] ?? '').says('saldo');
  expect(await until((test.clock.now() - START) / 1_000 + 20)).toHaveLength(1);
  const inAll = await until(9 * 3_600);
  expect(21 + inAll.length).toBe(41);
});
