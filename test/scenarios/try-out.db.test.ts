import { transformSync } from '@swc/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { takeTurn } from '../../src/bot/conversation';
import type { Database } from '../../src/db';
import { DemoBackend } from '../../src/demo/backend';
import { Diary } from '../../src/demo/diary';
import { openDemoShops, type DemoShop } from '../../src/demo/shops';
import { DemoTrials } from '../../src/demo/trials';
import { ShopWatch } from '../../src/demo/watch';
import { createSandboxSmartPos, type SandboxSmartPos } from '../../src/sandbox/smartpos';
import type { Delivery, TryItSale } from '../../src/sandbox/tryit';
import { scenarioOf } from '../../src/sandbox/tryit/scenario';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Reports } from '../support/reports';
import { ANA, BIA, CASHIER, OWNER } from '../support/shop';
import { Chat } from '../support/dialog';
import * as support from '../support/try-out';
import { moment, until } from '../support/until';

const HOUR_MS = 3_600_000;

let test: TestDatabase;
let folder: string;
let sandbox: SandboxSmartPos;
let diary: Diary;
let shop: DemoShop;
let backend: DemoBackend;
let trials: DemoTrials;
let reports: Reports;

beforeAll(async () => {
  test = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'try-out-'));
  const { db, clock, logger } = test;
  sandbox = createSandboxSmartPos({
    dataFile: join(folder, 'sandbox.jsonl'),
    clock,
    logger,
    host: '127.0.0.1',
  });
  const shops = await openDemoShops(db, sandbox, 'http://127.0.0.1:9/v1', folder);
  shop = shops[0]!;
  diary = new Diary(folder, () => clock.now());
  await diary.begin(db, shop.id);
  reports = new Reports(test, shop.id, shop.connectionId);
  const product = { db, clock, logger };
  backend = new DemoBackend(product, sandbox, shops, 0, diary);
  const settable = { now: () => clock.now(), jump: (ms: number) => clock.advance(ms), aheadMs: 0 };
  const stage = () => ({
    product,
    burstMs: 0,
    phones: (id: string) => backend.phones(id),
    diary,
    companyOf: () => shop.company,
  });
  trials = new DemoTrials(settable, stage, () => undefined);
  test.clock.set(START);
});
afterAll(async () => {
  diary.close();
  await sandbox.stop();
  await test.close();
  rmSync(folder, { recursive: true });
});

let said = 0;
const messagesOf = (texts: readonly string[]) => texts.map((text) => ({ id: `said-${(said += 1)}`, text }));
const answered = async (phone: string): Promise<string> => {
  test.clock.advance(700);
  await takeTurn(test.db, shop.id, simulatorChat(phone));
  return (await new Chat(test, shop.id, phone).hears()).text;
};

async function says(phone: string, text: string): Promise<string> {
  test.clock.advance(5_000);
  for (const message of messagesOf([text])) await backend.say(String(shop.id), simulatorChat(phone), message);
  return answered(phone);
}

async function delivers(phone: string, how: Delivery, ...texts: string[]): Promise<string> {
  test.clock.advance(5_000);
  await trials.deliver(String(shop.id), simulatorChat(phone), messagesOf(texts), how);
  return answered(phone);
}

async function pressed(button: () => Promise<TryItSale>): Promise<TryItSale> {
  test.clock.advance(5_000);
  const sale = await button();
  const last = diary.of(shop.id).at(-1);
  if (last?.what === 'event') await reports.tell(last.body);
  return sale;
}

async function sells(amountCents: number, phone: string | null): Promise<TryItSale> {
  const [machine] = await backend.machines(String(shop.id));
  const buyer = phone === null ? null : { phone };
  const order = {
    terminal: machine?.id ?? '',
    amountCents,
    method: 'pix',
    buyer,
    voucherCode: null,
  } as const;
  return pressed(() => backend.sell(String(shop.id), order));
}

type Loaded = (
  require: (path: string) => unknown,
  exports: object,
  it: (name: string, body: () => Promise<void>) => void,
) => void;

/** The file as it is downloaded, run as jest would run it. */
async function runs(text: string): Promise<void> {
  const { code } = transformSync(text, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const tests: (() => Promise<void>)[] = [];
  const loaded = (path: string): unknown => {
    expect(path).toBe('../support/try-out');
    return support;
  };
  const file = runInThisContext(`(function (require, exports, it) {${code}\n})`) as Loaded;
  file(loaded, {}, (_name, body) => tests.push(body));
  expect(tests).toHaveLength(1);
  for (const body of tests) await body();
}

it('a try-out of sales, vouchers, changed rules, jumps and hiccups is exported as a test that passes', async () => {
  const first = await sells(12_000, ANA);
  expect(await says(ANA, 'saldo')).toContain('R$ 6,00');
  await says(ANA, 'resgatar 5');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await says(ANA, 'sim'))?.[0] ?? '';
  expect(code).not.toBe('');
  expect(await says(CASHIER, `validar ${code.toLowerCase().replace('-', ' ')}`)).toContain('R$ 5,00');
  await says(CASHIER, '80,00');
  expect(await says(CASHIER, 'sim')).toContain('5,00');
  await says(OWNER, 'cashback 10% acima de R$ 50');
  await says(OWNER, 'trocar');
  await trials.jump(24 * HOUR_MS);
  await sells(20_000, BIA);
  await trials.answerByHand(String(shop.id), simulatorChat(BIA), 'Oi, Bia, aqui é a Dora');
  await trials.jump(13 * HOUR_MS);
  expect(await delivers(BIA, 'reversed', 'extrato', 'saldo')).toContain('R$ 20,00');
  await delivers(ANA, 'burst', 'saldo', 'regras', 'oi');
  await delivers(ANA, 'twice', 'extrato');
  await pressed(() => backend.refund(String(shop.id), first.id, 6_000));
  await says(ANA, 'saldo');
  await trials.jump(100 * 24 * HOUR_MS);
  await says(BIA, 'saldo');
  await says(OWNER, 'regras');
  const unknown = await sells(3_000, null);
  await backend.sendReceipt(String(shop.id), simulatorChat(ANA), { id: 'photo' });
  expect(await answered(ANA)).toContain('30,00');
  await pressed(() => backend.cancel(String(shop.id), unknown.id));

  const tryOut = await trials.tryOut(String(shop.id));
  const text = scenarioOf(tryOut);
  expect(text).not.toContain(code);
  expect(text).toContain('validar {voucher 1}');
  await runs(text);
  // It is no test that passes whatever is answered.
  const wrong = text.replace(/with: '[^']*6,00/, "with: 'Você tem *R$ 7,00");
  expect(wrong).not.toBe(text);
  await expect(runs(wrong)).rejects.toThrow('7,00');
  // What was said is in the database alone.
  expect(readFileSync(join(folder, 'try-out.jsonl'), 'utf8')).not.toContain('resgatar');
});

it('a first start that was broken off goes on with the shops that are missing', async () => {
  const path = join(folder, 'demo-shops.json');
  writeFileSync(path, JSON.stringify([shop]));
  const opened = (): Promise<DemoShop[]> => openDemoShops(test.db, sandbox, 'http://127.0.0.1:9/v1', folder);
  const [first, ...others] = await opened();
  expect(first).toEqual(shop);
  expect(others.length).toBeGreaterThan(0);
  expect(await opened()).toEqual([first, ...others]);
});

it('whoever listens is told to look at each chat at first, at what came before the first look too', async () => {
  const watch = new ShopWatch(test.db, test.logger, shop.id, ['ana', 'bia']);
  const told: unknown[] = [];
  watch.listen((change) => void told.push(change));
  await until('the first look', () => told.length > 0);
  await watch.stop();
  expect(told).toEqual([
    { kind: 'message', chatId: 'ana' },
    { kind: 'message', chatId: 'bia' },
  ]);
});

it('a watch that is stopped looks for nothing more, whoever still listens', async () => {
  const looks: unknown[] = [];
  const db: Database = Object.assign(Object.create(test.db) as Database, {
    asMerchant: <T>(...given: Parameters<typeof test.db.asMerchant<T>>): Promise<T> => {
      looks.push(given);
      return test.db.asMerchant(...given);
    },
  });
  const watch = new ShopWatch(db, test.logger, shop.id, []);
  watch.listen(() => undefined);
  await until('a second look', () => looks.length >= 2);
  await watch.stop();
  watch.listen(() => undefined);
  const before = looks.length;
  // Two more would have been due.
  await moment(700);
  expect(looks).toHaveLength(before);
});
