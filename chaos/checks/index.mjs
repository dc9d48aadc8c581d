// What must hold in the end, by the driver's own count of what it sold, said and was told, and by the product's books.
import { dist, withOwner } from '../../bench/lib/support.mjs';
import { giftFaults, grantFaults, redemptionFaults, saleFaults, voucherFaults } from './money.mjs';
import { deserved } from '../plan/index.mjs';

const { reportBooks } = dist('cli/books-report.js');
const NAMED = 5;

/** Each check's faults, in words; none where it holds. @returns {Promise<{ what: string, faults: string[] }[]>} */
export async function checkAll({ db, url, shops, smartpos, cloud, people }) {
  const checks = [['every invariant of the books', () => booksOf(db)]];
  return withOwner(url, async (client) => {
    const rows = async (sql, values = []) => (await client.query(sql, values)).rows;
    const places = new Map(shops.map(({ merchantId, place }) => [merchantId, place]));
    const parts = { rows, places, shops, smartpos, cloud, people };
    checks.push(
      ['no acknowledged event is lost', () => lostEvents(parts)],
      ['each sale stands at what is left of it', () => saleFaults(parts)],
      ['each sale is granted once, less what was taken back', () => grantFaults(parts)],
      ['whoever earned is told', () => untold(parts)],
      ['each acknowledged message of a customer is handled once', () => lostSayings(parts)],
      ['no voucher is redeemed twice, none without its till', () => redemptionFaults(parts)],
      ['no more vouchers than were agreed to, each shown', () => voucherFaults(parts)],
      ['each gift of a campaign is given once, within its budget', () => giftFaults(parts)],
      ['marketing is never doubled', () => doubledMarketing(parts)],
      ['what customers are owed arrives, or its end is told', () => lostMessages(parts)],
      ['nothing waits, nothing is kept for a person', () => leftovers(parts)],
    );
    const results = [];
    for (const [what, check] of checks) results.push({ what, faults: await check() });
    return results;
  });
}

async function booksOf(db) {
  let text = '';
  const faulty = await reportBooks(db, (line) => (text += line));
  return faulty === 0 ? [] : text.split('\n').filter((line) => /NOT ALL|^ {2}/.test(line));
}

async function lostEvents({ rows, shops, smartpos }) {
  const kept = await rows(`SELECT merchant_id, delivery_id FROM inbox_events WHERE source = 'webhook'`);
  const known = new Set(kept.map(({ merchant_id: shop, delivery_id: id }) => `${shop} ${id}`));
  return shops.flatMap(({ place, merchantId }) =>
    [...smartpos.acknowledged[place]]
      .filter((id) => !known.has(`${merchantId} ${id}`))
      .map((id) => `${id} is gone`),
  );
}

async function untold({ rows, shops, smartpos }) {
  const found = await rows(
    `SELECT cause, count(*)::integer AS count FROM outbox WHERE template = 'benefit-earned' GROUP BY 1`,
  );
  const told = new Map(found.map(({ cause, count }) => [cause.split(':')[1], count]));
  return smartpos.outcomes().flatMap(({ id, shop, leftCents }) => {
    const count = told.get(id) ?? 0;
    return count > 1 || (count === 0 && deserved(shops[shop].asset, leftCents) > 0)
      ? [`sale ${id}: told ${count} times`]
      : [];
  });
}

async function lostSayings({ rows, shops, cloud }) {
  const found = await rows('SELECT merchant_id, id, handled_at FROM inbound_messages');
  const handled = new Map(found.map((row) => [`${row.merchant_id} ${row.id}`, row.handled_at]));
  return cloud.said.flatMap(({ place, id }) => {
    const at = handled.get(`${shops[place].merchantId} ${id}`);
    if (at === undefined) return [`message ${id} is lost`];
    return at === null ? [`message ${id} was not answered`] : [];
  });
}

async function doubledMarketing({ rows, cloud }) {
  const marketing = await rows('SELECT id, cause, customer_id FROM outbox WHERE priority = 20');
  const doubled = marketing.filter(({ id }) => (cloud.taken.get(id) ?? 0) > 1);
  const causes = new Set(marketing.map(({ cause, customer_id: who }) => `${cause} ${who}`));
  const faults = doubled.map(({ id }) => `message ${id} went ${cloud.taken.get(id)} times`);
  return causes.size === marketing.length ? faults : [...faults, 'two rows of one cause and customer'];
}

/** The simulated network's rows are the phones; the Cloud API's are in the driver. */
async function lostMessages({ rows, places, shops, cloud }) {
  const found = await rows(
    `SELECT o.merchant_id, o.id, o.state, o.reason, o.template, s.id IS NOT NULL AS there FROM outbox o
     LEFT JOIN simulator_messages s ON s.merchant_id = o.merchant_id AND s.id = o.id::text
     WHERE o.priority < 20 AND o.state <> 'suppressed'`,
  );
  return found.flatMap(({ merchant_id: shop, id, state, reason, template, there }) => {
    const { channel } = shops[places.get(shop)];
    const isThere = channel === 'simulator' ? there : cloud.taken.has(id);
    const isSent = ['sent', 'delivered', 'read'].includes(state);
    if (isThere && isSent) return [];
    return [`${template} ${id} is ${state} (${reason}), and ${isThere ? 'arrived' : 'never arrived'}`];
  });
}

async function leftovers({ rows }) {
  const [left] = await rows(
    `SELECT (SELECT count(*) FROM inbox_due)::integer AS events, (SELECT count(*) FROM kept_events)::integer AS kept,
       (SELECT count(*) FROM inbound_messages WHERE handled_at IS NULL)::integer AS said,
       (SELECT count(*) FROM cloud_api_events)::integer AS callbacks`,
  );
  return Object.entries(left).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what} are left`]));
}

/** The first few of a check's faults. */
export const named = (faults) => [
  ...faults.slice(0, NAMED),
  ...(faults.length > NAMED ? [`… and ${faults.length - NAMED} more`] : []),
];
