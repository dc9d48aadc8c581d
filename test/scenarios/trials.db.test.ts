import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { takeTurn } from '../../src/bot/conversation';
import { Diary } from '../../src/demo/diary';
import { DemoTrials } from '../../src/demo/trials';
import { SandboxClock } from '../../src/sandbox/clock';
import { query } from '../../src/db/rows';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { applySales } from '../../src/loyalty';
import { Chat } from '../support/dialog';
import { ANA, openShop, percent, saleOf } from '../support/shop';

const DAY_MS = 86_400_000;

let test: TestDatabase;
let shop: number;
let trials: DemoTrials;
let folder: string;
let diary: Diary;
const restarts: number[] = [];

beforeAll(async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'trials-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  const product = { db: test.db, clock: test.clock, logger: test.logger };
  const ana = { chatId: simulatorChat(ANA), name: 'Ana', role: 'customer', phone: ANA, lang: 'pt' } as const;
  diary = new Diary(mkdtempSync(join(folder, 'diary-')), () => test.clock.now());
  const companyOf = () => 'padaria-central';
  const stage = () => ({ product, burstMs: 0, phones: () => Promise.resolve([ana]), diary, companyOf });
  trials = new DemoTrials(new SandboxClock(join(folder, 'clock.json')), stage, () => restarts.push(1));
});

afterEach(() => diary.close());

const chat = simulatorChat(ANA);
const rows = <Row>(sql: string) => test.db.asMerchant(shop, (work) => query<Row>(work, sql));
const messages = (...texts: string[]) => texts.map((text, i) => ({ id: `m-${shop}-${i}`, text }));

it('what a voucher gives back at its end may be used, and expires, though the clock was set past both at once', async () => {
  const product = { db: test.db, clock: test.clock, logger: test.logger };
  const clock = { now: () => test.clock.now(), jump: (ms: number) => test.clock.advance(ms), aheadMs: 0 };
  const travels = new DemoTrials(
    clock,
    () => ({ product, burstMs: 0, phones: () => Promise.resolve([]), diary, companyOf: () => '' }),
    () => undefined,
  );
  shop = await openShop(test.db, [percent(500, { validity: { valid_days: 60 } })]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ totalCents: 12_000 })]));
  await new Chat(test, shop, ANA).dialog([
    ['resgatar 5', 'sim'],
    ['sim', /./],
  ]);
  await travels.jump(61 * DAY_MS);
  expect(test.clock.now()).toBe(START + 120_000 + 61 * DAY_MS);
  const moved = await rows<{ kind: string; days: number; quantity: number }>(
    `SELECT t.kind, round(extract(epoch FROM p.recorded_at - '${new Date(START).toISOString()}') / 86400)::integer AS days, p.quantity
     FROM postings p JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id ORDER BY p.seq`,
  );
  expect(moved.map(({ kind, days, quantity }) => [kind, days, quantity])).toEqual([
    ['award', 0, 600],
    ['hold', 0, 500],
    ['release', 30, 500],
    ['expiry', 60, 600],
  ]);
});

it('what is delivered twice is heard once, and answered once', async () => {
  await trials.deliver(String(shop), chat, messages('saldo'), 'twice');
  await takeTurn(test.db, shop, chat);
  await takeTurn(test.db, shop, chat);
  expect(await rows(`SELECT id FROM inbound_messages`)).toHaveLength(1);
  expect(await rows(`SELECT id FROM outbox WHERE template = 'reply'`)).toHaveLength(1);
});

it('a burst is one turn; out of order, the last said is the first to arrive', async () => {
  await trials.deliver(String(shop), chat, messages('extrato', 'saldo'), 'reversed');
  const arrived = await rows<{ body: string }>('SELECT body FROM inbound_messages ORDER BY seq');
  expect(arrived.map(({ body }) => body)).toEqual(['saldo', 'extrato']);
  await takeTurn(test.db, shop, chat);
  expect(await rows(`SELECT id FROM outbox WHERE template = 'reply'`)).toHaveLength(1);
});

it('who answers by hand is seen in the chat, and noted as a person', async () => {
  await trials.answerByHand(String(shop), chat, 'Oi, aqui é a Dora');
  expect(await rows(`SELECT body FROM simulator_messages WHERE from_shop`)).toEqual([
    { body: 'Oi, aqui é a Dora' },
  ]);
  expect(await rows(`SELECT person_wrote_at IS NOT NULL AS noted FROM chats`)).toEqual([{ noted: true }]);
});

it('a phone that does not exist is refused', async () => {
  await expect(trials.deliver(String(shop), 'x', messages('saldo'), 'burst')).rejects.toThrow('não existe');
});
