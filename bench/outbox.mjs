// The outbox: campaign rows queued, an answer beside them, and messages a second through the simulated network.
import { randomBytes } from 'node:crypto';
import { createDatabase, dist, openProductDatabase, prepareShop } from './lib/support.mjs';

const ROWS = Number(process.env.BENCH_OUTBOX ?? 50_000);
const AT_ONCE = 5_000;
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** Customers who said yes to marketing and were written to before. */
async function customers(db, merchantId) {
  await db.asMerchant(merchantId, async ({ trx }) => {
    await trx.raw(
      `INSERT INTO customers (merchant_id, id, name, marketing_consent, created_at)
       SELECT ?, gen_random_uuid(), 'Ana', true, now() FROM generate_series(1, ?)`,
      [merchantId, ROWS],
    );
    await trx.raw(
      `INSERT INTO chats (merchant_id, id, customer_id, introduced_at)
       SELECT merchant_id, 'chat ' || id, id, now() FROM customers WHERE merchant_id = ?`,
      [merchantId],
    );
  });
  return db.asMerchant(merchantId, ({ trx }) => trx('customers').pluck('id'));
}

function campaignFor(customerId) {
  const balance = { cashbackCents: 500, points: 0 };
  const notice = {
    kind: 'campaign',
    shop: 'Bench',
    words: 'oferta da semana.',
    gift: null,
    voucher: null,
    balance,
  };
  return { cause: 'campaign 1', customerId, notice, suppressed: null };
}

async function ask(db, merchantId, chatId) {
  const { enqueueReply } = dist('bot/sending/outbox-rows.js');
  const cause = `turn:${randomBytes(8).toString('hex')}`;
  await db.asMerchant(merchantId, (work) =>
    enqueueReply(work, chatId, cause, { text: 'Seu saldo: R$ 5,00.' }),
  );
  return cause;
}

export async function benchOutbox() {
  const { enqueueNotices } = dist('loyalty/index.js');
  const { sendDue } = dist('bot/sending/outbound.js');
  const { SimulatorChannel } = dist('bot/channels/simulator.js');
  const { readConfig } = dist('config.js');
  const database = await createDatabase();
  // Noon of a working day, whenever this runs: marketing may go.
  const offset = Date.parse('2026-11-24T12:00:00-03:00') - Date.now();
  const clock = { now: () => Date.now() + offset };
  const db = await openProductDatabase(database.url, randomBytes(32), clock);
  const { merchantId } = await prepareShop(db);
  const ids = await customers(db, merchantId);

  const started = performance.now();
  for (let i = 0; i < ids.length; i += AT_ONCE)
    await db.asMerchant(merchantId, (work) =>
      enqueueNotices(work, ids.slice(i, i + AT_ONCE).map(campaignFor)),
    );
  const queued = (performance.now() - started) / 1000;

  const network = new SimulatorChannel(db, clock, merchantId);
  // With pacing: the campaign goes on message by message, and an answer is the next one.
  const sent = [];
  const watched = Object.assign(Object.create(network), {
    send: (message) => {
      sent.push(message.text);
      return network.send(message);
    },
  });
  const fast = { ANSWER_SECONDS: '0-0', NOTICE_SECONDS: '0-0', PEER_SECONDS: '0', WARM_UP: 'off' };
  let left = 20;
  const pace = { pace: readConfig(fast).pace };
  const stop = new Error('enough');
  watched.send = async (message) => {
    sent.push(message.text);
    const outcome = await network.send(message);
    if (sent.length === 10) await ask(db, merchantId, 'asker');
    if (--left === 0) throw stop;
    return outcome;
  };
  await sendDue(db, watched, merchantId, quiet, pace).catch((error) => {
    if (error !== stop) throw error;
  });
  const behind = sent.findIndex((text) => text.startsWith('Seu saldo')) - 10;

  // Without pacing: the whole queue, and answers asked for while it goes.
  let answeredAt = Infinity;
  const waits = [];
  const answering = Object.assign(Object.create(network), {
    send: async (message) => {
      const outcome = await network.send(message);
      if (message.text.startsWith('Seu saldo')) waits.push(performance.now() - answeredAt);
      return outcome;
    },
  });
  const from = performance.now();
  const sending = sendDue(db, answering, merchantId, quiet);
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    answeredAt = performance.now();
    await ask(db, merchantId, 'asker');
  }
  await sending;
  const seconds = (performance.now() - from) / 1000;
  const went = await db.asMerchant(merchantId, ({ trx }) =>
    trx('simulator_messages').where({ from_shop: true }).count(),
  );
  await db.close();
  await database.drop();
  return [
    [`s to queue ${ROWS} campaign rows`, queued, 'asked: at most 5'],
    ['messages that go before an answer, with pacing', behind, 'asked: 0'],
    [
      's to an answer beside them, without pacing (the longest of 5)',
      Math.max(...waits) / 1000,
      'asked: at most 1',
    ],
    ['messages/s through the simulator', Number(went[0].count) / seconds, 'asked: 1,000'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchOutbox());
