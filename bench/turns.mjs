// Chat turns: from a message being durable to its reply being in the outbox. Merging of bursts and pacing are off.
import { randomBytes } from 'node:crypto';
import { createDatabase, dist, median, openProductDatabase, prepareShop } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
// Three in flight at 300 a second are ten milliseconds each.
const CHATS = 3;
const TURNS_A_CHAT = 400;
const SAYS = ['saldo', 'extrato', 'regras', 'quanto eu tenho?', 'menu'];

export async function benchTurns() {
  const { receive } = dist('bot/receiving/receive.js');
  const { takeTurn } = dist('bot/conversation/index.js');
  const database = await createDatabase();
  const db = await openProductDatabase(database.url, randomBytes(32));
  const { merchantId } = await prepareShop(db);
  const rates = [];
  const p50s = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const latencies = [];
    const chat = async (i) => {
      const phone = `+55119888800${10 + i}`;
      const chatId = `${phone}@simulator`;
      for (let turn = 0; turn < TURNS_A_CHAT; turn++) {
        const id = randomBytes(8).toString('hex');
        const text = SAYS[turn % SAYS.length];
        await receive(
          db,
          merchantId,
          { id, chatId, phone, name: null, kind: 'text', text, at: Date.now() },
          0,
        );
        const durableAt = performance.now();
        await takeTurn(db, merchantId, chatId);
        latencies.push(performance.now() - durableAt);
      }
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: CHATS }, (_, i) => chat(i)));
    // The first round warms up.
    if (round === 0) continue;
    rates.push((CHATS * TURNS_A_CHAT) / ((performance.now() - started) / 1000));
    p50s.push(median(latencies));
  }
  await db.close();
  await database.drop();
  return [
    ['chat turns/s', median(rates), 'asked: 300'],
    ['  p50 ms from durable to reply', median(p50s), 'asked: at most 10'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchTurns());
