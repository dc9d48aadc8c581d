import { randomBytes } from 'node:crypto';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { receive } from '../../src/bot/receiving/receive';
import type { Database } from '../../src/db';
import { applySales } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { Program } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { ANA, nextSecond, openShop, OWNER, percent, saleOf } from '../support/shop';
import { moment, until } from '../support/until';

const server = requiredService('TEST_DATABASE_URL');
const key = randomBytes(32);
let own: Awaited<ReturnType<typeof createDatabase>>;
let db: Database;
let shop: number;
let env: Record<string, string>;

beforeAll(async () => {
  own = await createDatabase(server);
  db = await openBeside(own.url, new Secrets(key), 4);
  shop = await openShop(db, [percent(1_000)]);
  await nextSecond();
  const at = Date.now();
  await db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ totalCents: 50_000, occurredAt: at, updatedAt: at })]),
  );
  env = {
    DATABASE_URL: own.url,
    REDIS_URL: ownRedis('between-answers'),
    SECRET_KEY: key.toString('base64'),
    POLL_SECONDS: '0',
    SWEEP_SECONDS: '0.2',
    BURST_MS: '50',
  };
});
afterEach(() => Program.endAll());
afterAll(async () => {
  await db.close();
  await own.drop();
});

const write = (phone: string, text: string, id: string = randomBytes(6).toString('hex')): Promise<void> =>
  receive(
    db,
    shop,
    { id, chatId: simulatorChat(phone), phone, name: null, kind: 'text', text, at: Date.now() },
    0,
  );
const answers = (phone: string): Promise<string[]> =>
  db.asMerchant(shop, (work) =>
    work
      .trx('outbox')
      .where({ chat_id: simulatorChat(phone), template: 'reply' })
      .orderBy('seq')
      .pluck('body'),
  );

const hears = (phone: string, nth: number): Promise<string> =>
  until(`answer ${nth} to ${phone}`, async () => (await answers(phone))[nth], { seconds: 120, everyMs: 100 });

it('the process is killed between each question and its answer, and nobody notices', async () => {
  const dialogue: readonly (readonly [string, string, RegExp])[] = [
    [ANA, 'resgatar', /Quanto quer usar/],
    [ANA, '12', /R\$ 12,00.*sim/s],
    [OWNER, 'cashback 7% acima de R$ 30', /7%.*sim/s],
    [ANA, 'sim', /voucher/i],
    [OWNER, 'sim', /Regra 2/],
  ];
  const heard = new Map<string, number>();
  for (const [phone, text, expected] of dialogue) {
    // What was written while nobody was there is answered by the next process.
    await write(phone, text);
    const program = Program.run(env);
    await program.works();
    const nth = heard.get(phone) ?? 0;
    expect([text, await hears(phone, nth)]).toEqual([text, expect.stringMatching(expected)]);
    heard.set(phone, nth + 1);
    await program.stop('SIGKILL');
  }
  expect(await db.asMerchant(shop, (work) => work.trx('vouchers').pluck('held'))).toEqual([1_200]);
}, 1_200_000);

it('killed while it answers, with others beside it: each yes does its deed once', async () => {
  const programs = [Program.run(env), Program.run(env)];
  await Promise.all(programs.map((program) => program.works()));
  let nth = (await answers(ANA)).length;
  for (let i = 0; i < 4; i++) {
    await write(ANA, 'resgatar 2');
    await hears(ANA, nth++);
    const yes = `yes-${i}`;
    await Promise.all([write(ANA, 'sim', yes), write(ANA, 'sim', yes)]);
    await moment(40 * i);
    await programs.shift()?.stop('SIGKILL');
    const next = Program.run(env);
    programs.push(next);
    await hears(ANA, nth++);
    await next.works();
  }
  const held = await db.asMerchant(shop, (work) => work.trx('vouchers').where({ held: 200 }).pluck('id'));
  expect(held).toHaveLength(4);
}, 1_200_000);
