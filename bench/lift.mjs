// How often the verdict on a campaign errs, on a real shop's sales: node scripts/with-services.mjs node bench/lift.mjs.
// INVOICES is a file with a year in the form of test/data/README.md (without it: the two weeks there). Its sales are taken in as a shop's
// past; each campaign is then the product's own from the drawing of its control group to its verdict, with the clock at its
// day. It does nothing (A/A), or ten points are planted: treated customers who did not come back are sold to, as often as
// that takes, and all of it is refunded afterwards. LIFT_DRAWS (500) a row; LIFT_SIZES says which rows (200,500,1000,3000).
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, dist, openProductDatabase, prepareShop, require, ROOT } from './lib/support.mjs';

const {
  applySales,
  campaignOf,
  countAllChanges,
  createCampaign,
  InsightThread,
  runCampaigns,
  stopCampaign,
  teamOf,
  addStaff,
} = dist('loyalty/index.js');
const { seededRandom } = dist('loyalty/insight/numeric/random.js');
const { planReplay, readInvoices } = dist('replay/plan.js');
const { takeInHistory } = dist('sync/pull/history-intake.js');

const DRAWS = Number(process.env.LIFT_DRAWS ?? 500);
const SIZES = (process.env.LIFT_SIZES ?? '200,500,1000,3000').split(',').map(Number);
const PLANTED = 0.1;
/** Days from which campaigns start, and how long they last. */
const YEAR = { starts: ['2011-06-01', '2011-08-01', '2011-09-09', '2011-10-09'], days: 60 };
const WEEKS = { starts: ['2010-12-08'], days: 6 };
const logger = { error: (details, text) => process.stderr.write(`${text}: ${details.err?.stack}\n`) };

/** A shop with these sales as its past, whose customers all want offers. */
async function openShop(path) {
  const database = await createDatabase();
  const clock = { at: Date.parse('2012-01-01T12:00:00Z'), now: () => clock.at };
  const db = await openProductDatabase(database.url, randomBytes(32), clock);
  const { merchantId, id } = await prepareShop(db);
  const last = new Map();
  for (const { body } of planReplay(readInvoices(readFileSync(path, 'utf8')))) {
    const { data } = JSON.parse(body);
    last.set(data.uniqueIdentifier, data);
  }
  const how = { judge: false, connectedAt: Infinity };
  await takeInHistory(
    { db, intake: null },
    merchantId,
    { id, totalIs: 'after-discount' },
    [...last.values()],
    how,
  );
  await countAllChanges({ db, logger });
  const by = await db.asMerchant(merchantId, async (work) => {
    await work.trx('customers').update({ marketing_consent: true });
    await addStaff(work, { phone: '+5511988880004', name: 'Dona', role: 'owner' });
    return (await teamOf(work))[0];
  });
  const { Client } = require('pg');
  const owner = new Client(database.url);
  await owner.connect();
  return { database, db, owner, clock, merchantId, by, thread: new InsightThread(), number: 0 };
}

/** Who had bought before the day. */
async function audienceAt({ db, merchantId }, start) {
  const rows = await db.asMerchant(merchantId, (work) =>
    work
      .trx('sales')
      .where('occurred_at', '<', new Date(start))
      .whereNotNull('customer_id')
      .whereRaw('total_cents > refunded_cents')
      .distinct('customer_id'),
  );
  return rows.map(({ customer_id: id }) => id).toSorted();
}

function sample(audience, size, random) {
  const chosen = [...audience];
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (chosen.length - i));
    [chosen[i], chosen[j]] = [chosen[j], chosen[i]];
  }
  return chosen.slice(0, size);
}

const look = ({ db, clock, thread }) =>
  runCampaigns({ db, logger }, { now: clock.now(), thread, told: async () => undefined });

/** One campaign from its sentence's data to its verdict. */
async function draw(shop, { people, start, days, lift, random }) {
  const { db, clock, merchantId, by } = shop;
  const label = `draw ${++shop.number}`;
  clock.at = start;
  const number = await db.asMerchant(merchantId, async (work) => {
    await work.trx.raw(
      'INSERT INTO customer_labels SELECT current_merchant(), id, ?, now() FROM unnest(?::uuid[]) AS id',
      [label, people],
    );
    const wish = {
      audience: { labels: [label] },
      offer: { kind: 'points', points: 1 },
      valid_days: days - 1,
    };
    const made = await createCampaign(work, { wish, words: null, by, key: label });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.number;
  });
  await look(shop);
  const { endsAt } = await db.asMerchant(merchantId, async (work) => {
    await stopCampaign(work, { number, by });
    return campaignOf(work, number);
  });
  clock.at = endsAt;
  const planted = lift === 0 ? [] : await plant(shop, { number, start, endsAt, lift, random });
  await look(shop);
  const result = await db.asMerchant(merchantId, async (work) => {
    const { verdict, revenue } = await campaignOf(work, number);
    await applySales(
      work,
      planted.map((sale) => ({ ...sale, updatedAt: endsAt, refundedCents: sale.totalCents })),
    );
    return { verdict, revenue };
  });
  // Its customers are free for the next campaign, which may be of the same days.
  await shop.owner.query(`UPDATE campaigns SET starts_at = '2000-01-01', ends_at = '2000-01-02'`);
  return result;
}

/** Sells to treated customers who did not come back, so often that the return rate of the treated grows by the lift. */
function plant({ db, merchantId }, { number, start, endsAt, lift, random }) {
  return db.asMerchant(merchantId, async (work) => {
    const { rows } = await work.trx.raw(
      `SELECT i.value AS phone, m.arm, EXISTS (SELECT FROM sales s WHERE s.merchant_id = m.merchant_id
         AND s.customer_id = m.customer_id AND s.occurred_at >= ? AND s.occurred_at < ?
         AND s.total_cents > s.refunded_cents) AS came
       FROM campaign_members m JOIN customer_identities i ON i.merchant_id = m.merchant_id
         AND i.customer_id = m.customer_id AND i.kind = 'phone' WHERE m.campaign = ?`,
      [new Date(start), new Date(endsAt), number],
    );
    const away = rows.filter(({ came }) => !came).length / rows.length;
    const chosen = rows.filter(({ arm, came }) => arm === 'treated' && !came && random() < lift / away);
    const sales = chosen.map(({ phone }, i) => ({
      externalId: `planted-${number}-${i}`,
      occurredAt: start + Math.floor(random() * (endsAt - start - 1000)),
      updatedAt: start,
      totalCents: 100,
      voucherCents: 0,
      refundedCents: 0,
      voucherCode: null,
      method: 'pix',
      brand: null,
      terminal: 'PLANTED',
      acquirer: 'stone',
      store: null,
      nsu: null,
      authorizationCode: null,
      fiscalKey: null,
      buyer: { name: null, phone, cpf: null, email: null, cardFingerprint: null },
      items: null,
    }));
    await applySales(work, sales);
    return sales;
  });
}

async function outcomes(shop, audiences, { size, lift, days, draws }) {
  const fitting = audiences.filter(({ people }) => people.length >= size);
  if (fitting.length === 0) return null;
  const counts = { lift: 0, loss: 0, verdicts: 0, revenue: 0, broken: 0 };
  for (let i = 0; i < draws; i++) {
    const random = seededRandom(i * 7919 + size);
    const { start, people } = fitting[i % fitting.length];
    const { verdict, revenue } = await draw(shop, {
      people: sample(people, size, random),
      start,
      days,
      lift,
      random,
    });
    if (verdict.kind === 'lift') counts.lift++;
    if (verdict.kind === 'loss') counts.loss++;
    if (verdict.kind === 'broken-split') counts.broken++;
    if (!['not-enough-data', 'broken-split'].includes(verdict.kind)) counts.verdicts++;
    if (revenue.chance <= 0.05) counts.revenue++;
  }
  return { size, planted: lift, draws, counts };
}

const shown = ({ size, planted, draws, counts }) => {
  const percent = (count) => (count / draws) * 100;
  const did = planted === 0 ? 'did nothing' : `had ${planted * 100} points planted`;
  return [
    [`campaigns on ${size} people that ${did}: "lift", % of ${draws}`, percent(counts.lift), null],
    ['  "loss", %', percent(counts.loss), null],
    ['  with a verdict, %', percent(counts.verdicts), null],
    ['  broken split, %', percent(counts.broken), null],
    ['  revenue differs at p ≤ 0.05, %', percent(counts.revenue), null],
  ];
};

export async function benchLift() {
  const { INVOICES } = process.env;
  const path = INVOICES ?? join(ROOT, 'test', 'data', 'uci-two-weeks.csv');
  const { starts, days } = INVOICES === undefined ? WEEKS : YEAR;
  const shop = await openShop(path);
  const audiences = [];
  for (const date of starts) {
    const start = Date.parse(`${date}T03:00:00Z`);
    audiences.push({ start, people: await audienceAt(shop, start) });
  }
  const rows = [];
  const nothing = [200, 500, 1000].map((size) => ({ size, lift: 0 }));
  for (const each of [...nothing, { size: 3000, lift: PLANTED }].filter(({ size }) => SIZES.includes(size)))
    rows.push(await outcomes(shop, audiences, { ...each, days, draws: DRAWS }));
  await shop.thread.close();
  await shop.owner.end();
  await shop.db.close();
  await shop.database.drop();
  // Of no more people than there are.
  return rows.filter((one) => one !== null).flatMap(shown);
}

if (process.argv[1] === import.meta.filename) console.table(await benchLift());
