// Chat turns between processes: from a message being durable, by its ring through Redis and the turn in a worker's process,
// to its reply being in the outbox where others see it. Merging of bursts and pacing are off; each chat says its next when
// it was answered.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createDatabase,
  dist,
  median,
  openProductDatabase,
  prepareShop,
  quietOn,
  requiredUrl,
  ROOT,
  start,
  withOwner,
} from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
/** As many as the connections of the other benchmarks; and three at 300 a second are ten milliseconds each. */
const [MANY, FEW] = [64, 3];
const SAYS = ['saldo', 'extrato', 'regras', 'quanto eu tenho?', 'menu'];
const LOOK_MS = 2;
/** A reply may be seen after one that has a later number. */
const OVERLAP = 20;

export async function benchTurns() {
  const { BullDoorbell } = dist('jobs/bull.js');
  const { Secrets } = dist('secrets.js');
  const database = await createDatabase();
  const key = randomBytes(32);
  const doorbell = new BullDoorbell(requiredUrl('TEST_REDIS_URL'), console, new Secrets(key));
  const db = await openProductDatabase(database.url, key, undefined, doorbell);
  const { merchantId } = await prepareShop(db);
  const env = { ...quietOn(database.url, key), REDIS_URL: requiredUrl('TEST_REDIS_URL'), ROLES: 'worker' };
  const worker = await start(join(ROOT, 'dist', 'main.js'), env);
  const rounds = { many: [], few: [] };
  await withReplies(database.url, merchantId, async (replies) => {
    const talk = (chats) => talking(db, merchantId, replies, chats);
    await talk(MANY);
    // As autovacuum does within a minute.
    await withOwner(database.url, (client) => client.query('ANALYZE'));
    for (let i = 0; i < ROUNDS; i++) {
      rounds.many.push(await talk(MANY));
      rounds.few.push(await talk(FEW));
    }
  });
  await worker.stop();
  await db.close();
  await doorbell.close();
  await database.drop();
  const of = (kind, figure) => median(rounds[kind].map((round) => round[figure]));
  return [
    [`chat turns/s, ${MANY} in flight`, of('many', 'rate'), 'asked: 300'],
    [`  p50 ms from durable to reply, ${FEW} in flight`, of('few', 'p50'), 'asked: at most 10'],
    ['  turns/s meanwhile', of('few', 'rate'), null],
  ];
}

/** So many chats for `SECONDS`: answers a second, and the median of their milliseconds. */
async function talking(db, merchantId, replies, chats) {
  const { Receiver } = dist('bot/receiving/receiver.js');
  const receiver = new Receiver(db, merchantId, 0);
  const waits = [];
  const started = performance.now();
  const until = started + SECONDS * 1_000;
  const chat = async (i) => {
    const phone = `+551198888${String(i).padStart(4, '0')}`;
    const chatId = `${phone}@simulator`;
    for (let turn = i; performance.now() < until; turn++) {
      const reply = replies.next(chatId);
      const id = randomBytes(8).toString('hex');
      const text = SAYS[turn % SAYS.length];
      await receiver.add({ id, chatId, phone, name: null, kind: 'text', text, at: Date.now() });
      const durableAt = performance.now();
      await reply;
      waits.push(performance.now() - durableAt);
    }
  };
  await Promise.all(Array.from({ length: chats }, (_, i) => chat(i)));
  return { rate: waits.length / ((performance.now() - started) / 1_000), p50: median(waits) };
}

/** With somebody who looks at the outbox all the while, and tells of the next reply to each chat. */
async function withReplies(url, merchantId, body) {
  const seen = new Set();
  const waiting = new Map();
  let last = 0;
  const over = new AbortController();
  const look = async (client) => {
    const { rows } = await client.query({
      name: 'replies',
      text: `SELECT seq::integer, chat_id FROM outbox
        WHERE merchant_id = $1 AND priority = 0 AND seq > $2 AND state IN ('queued', 'sending', 'unknown')
          AND settled_at IS NULL`,
      values: [merchantId, last - OVERLAP],
    });
    for (const { seq, chat_id: chatId } of rows.filter((row) => !seen.has(row.seq))) {
      seen.add(seq);
      last = Math.max(last, seq);
      waiting.get(chatId)?.();
      waiting.delete(chatId);
    }
  };
  await withOwner(url, async (client) => {
    const looking = (async () => {
      for (; !over.signal.aborted; await sleep(LOOK_MS)) await look(client);
    })();
    await body({ next: (chatId) => new Promise((resolve) => waiting.set(chatId, resolve)) });
    over.abort();
    await looking;
  });
}

if (process.argv[1] === import.meta.filename) console.table(await benchTurns());
