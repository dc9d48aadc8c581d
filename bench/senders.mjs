// A thousand people write at the same moment, and one of them fifty times: everybody is answered, in order, in time.
import { randomBytes } from 'node:crypto';
import { createDatabase, dist, openProductDatabase, prepareShop } from './lib/support.mjs';

const SENDERS = Number(process.env.BENCH_SENDERS ?? 1_000);
const FROM_ONE = 50;
const CONCURRENCY = 8;

export async function benchSenders() {
  const { Receiver } = dist('bot/receiving/receiver.js');
  const { takeTurn } = dist('bot/conversation/index.js');
  const { Answering } = dist('jobs/answering.js');
  const database = await createDatabase();
  const db = await openProductDatabase(database.url, randomBytes(32));
  const { merchantId } = await prepareShop(db);
  const receiver = new Receiver(db, merchantId, 0);
  const since = new Map();
  const latencies = [];
  const answering = new Answering(
    CONCURRENCY,
    async (chatId) => {
      await takeTurn(db, merchantId, chatId);
      latencies.push(performance.now() - (since.get(chatId) ?? performance.now()));
      since.delete(chatId);
    },
    (_chatId, error) => {
      throw error;
    },
  );
  const write = async (i, text) => {
    const phone = `+55119${String(90_000_000 + i)}`;
    const chatId = `${phone}@simulator`;
    const id = randomBytes(8).toString('hex');
    if (!since.has(chatId)) since.set(chatId, performance.now());
    await receiver.add({ id, chatId, phone, name: null, kind: 'text', text, at: Date.now() });
    answering.ring(chatId);
  };
  const flood = Promise.all(Array.from({ length: FROM_ONE }, () => write(0, 'saldo')));
  await Promise.all(Array.from({ length: SENDERS }, (_, i) => write(i + 1, 'saldo')));
  await Promise.all(Array.from({ length: SENDERS }, (_, i) => write(i + 1, 'english')));
  await flood;
  const waiting = () =>
    db.asMerchant(merchantId, async (work) => {
      const [row] = await work.trx('inbound_messages').whereNull('handled_at').count('* as n');
      return Number(row.n);
    });
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await answering.close();
  // In order: where two answers went out, the balance came before the change of language.
  const disorder = await db.asMerchant(merchantId, async (work) => {
    const { rows } = await work.trx.raw(
      `SELECT count(*) AS n FROM (SELECT chat_id, array_agg(body ORDER BY seq) AS bodies FROM outbox GROUP BY 1) AS chats
       WHERE array_length(bodies, 1) > 1 AND bodies[1] LIKE '%English%'`,
    );
    return Number(rows[0].n);
  });
  await db.close();
  await database.drop();
  latencies.sort((a, b) => a - b);
  return [
    [
      `${SENDERS} senders at once: p99 ms from writing to the answer`,
      latencies[Math.floor(latencies.length * 0.99)],
      'asked: at most 3,000',
    ],
    ['  chats answered', latencies.length >= SENDERS ? SENDERS : latencies.length, `asked: ${SENDERS}`],
    ['  chats answered out of order', disorder, 'asked: 0'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchSenders());
