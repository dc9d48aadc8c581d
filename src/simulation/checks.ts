import { checkBooks, PRIORITY, type Work } from '../loyalty';
import { query } from '../db/rows';
import { deserved, type SimulatedProgram } from './programs';
import type { World } from './world';

/** What must hold when everything has come to rest; each fault in words. */
export async function faultsOf(world: World, program: SimulatedProgram): Promise<string[]> {
  const faults = await world.real.snapshot(world.seed, async (work) => [
    ...(await books(work)),
    ...(await nothingWaits(work)),
    ...(await salesStandAsBooked(work, world)),
    ...(await whatSalesDeserve(work, program)),
    ...(await messages(work, world)),
  ]);
  return [...faults, ...world.ground.errors().map((line) => `logged: ${line}`)];
}

async function books(work: Work): Promise<string[]> {
  const { faults } = await checkBooks(work);
  return faults.map(({ check, about, detail }) => `books: ${check}: ${about}: ${detail}`);
}

async function nothingWaits(work: Work): Promise<string[]> {
  const waiting = {
    'an event is not judged': 'SELECT delivery_id AS about FROM inbox_due',
    'a message is not answered': 'SELECT id AS about FROM inbound_messages WHERE handled_at IS NULL',
    'an event is kept': `SELECT reason || ' ' || delivery_id AS about FROM kept_events
      WHERE reason NOT IN ('items-missing')`,
    'a message stays in the outbox': `SELECT o.template || ' ' || o.state || ' ' || o.id AS about FROM outbox o
      JOIN merchants m ON m.merchant_id = o.merchant_id
      LEFT JOIN message_switches s ON s.merchant_id = o.merchant_id AND s.kind = o.template
      WHERE o.settled_at IS NULL AND o.state IN ('queued', 'sending', 'unknown') AND o.due_at < now_of_work
        AND (o.params IS NULL OR o.staff_id IS NOT NULL OR NOT m.messages_paused AND coalesce(s.state, 'on') = 'on')
        AND o.priority < ${PRIORITY.marketing}`,
    'a lot is over and not noted':
      'SELECT id::text AS about FROM lots WHERE remaining > 0 AND expires_at < now_of_work',
  };
  const faults: string[] = [];
  // What came up within the last hours may still be on its way.
  const moment = `'${new Date(work.now - 3 * 3_600_000).toISOString()}'::timestamptz`;
  for (const [what, sql] of Object.entries(waiting)) {
    const rows = await query<{ about: string }>(work, sql.replaceAll('now_of_work', moment));
    faults.push(...rows.map(({ about }) => `${what}: ${about}`));
  }
  return faults;
}

interface SaleRow {
  id: string;
  total: number;
  refunded: number;
  paid: number;
  cashback: number;
  dry: boolean | null;
  method: string | null;
  phones: string[];
}

const salesOf = (work: Work): Promise<SaleRow[]> =>
  query<SaleRow>(
    work,
    `SELECT s.id, s.total_cents AS total, s.refunded_cents AS refunded, s.voucher_cents AS paid, s.cashback_cents AS cashback,
       s.dry, s.details ->> 'method' AS method,
       ARRAY(SELECT i.value FROM customer_identities i WHERE i.merchant_id = s.merchant_id AND i.kind = 'phone'
             AND i.customer_id = s.customer_id) AS phones
     FROM sales s WHERE s.merchant_id = current_merchant() ORDER BY s.id`,
  );

/** Whatever SmartPOS has is known as it stands there, and of whoever bought; unless the shop has ended the connection. */
async function salesStandAsBooked(work: Work, world: World): Promise<string[]> {
  const [connection] = await query<{ ended: boolean }>(
    work,
    'SELECT ended_at IS NOT NULL AS ended FROM connections',
  );
  if (connection?.ended === true) return [];
  if (world.deliveries?.isEnded === true) return ['events were answered by 404, and the connection is there'];
  const rows = new Map((await salesOf(work)).map((row) => [row.id, row]));
  return world.smartpos.sales.flatMap((sale) => {
    const row = rows.get(sale.id);
    const refunded = sale.isCanceled ? sale.totalCents : sale.refundedCents;
    if (row === undefined) return [`a sale is not known: ${sale.id}`];
    const faults: string[] = [];
    if (row.total !== sale.totalCents || row.refunded !== refunded)
      faults.push(`${sale.id}: ${row.refunded} of ${row.total} came back, at SmartPOS ${refunded}`);
    if (row.dry === null && row.phones.length > 0) faults.push(`${sale.id} is not judged`);
    const isForgotten = row.phones.length === 0;
    if (!isForgotten && !row.phones.includes(sale.phone)) faults.push(`${sale.id} is somebody else's`);
    return faults;
  });
}

/** Each sale gives what the simulation works out by itself, and each customer was given the sum of it. */
async function whatSalesDeserve(work: Work, { plain }: SimulatedProgram): Promise<string[]> {
  if (plain === null) return [];
  const faults: string[] = [];
  for (const row of await salesOf(work)) {
    const { id, total, refunded, paid, method, cashback, dry } = row;
    const due = deserved(plain, {
      totalCents: total,
      refundedCents: refunded,
      voucherCents: paid,
      method,
    });
    if (dry === false && due !== cashback)
      faults.push(`${id} deserves ${due} cents and stands at ${cashback}`);
  }
  const given = await query<{ customer: string; given: number; due: number }>(
    work,
    `SELECT coalesce(p.customer_id, s.customer_id)::text AS customer, coalesce(p.given, 0) AS given, coalesce(s.due, 0) AS due
     FROM (SELECT p.customer_id, sum(CASE 'program' WHEN p.source THEN p.quantity WHEN p.destination THEN -p.quantity ELSE 0 END)::bigint AS given
           FROM postings p JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
           WHERE p.asset = 'cashback' AND t.sale_id IS NOT NULL AND t.kind IN ('award', 'refund') GROUP BY 1) AS p
     FULL JOIN (SELECT customer_id, sum(cashback_cents)::bigint AS due FROM sales
                WHERE customer_id IS NOT NULL AND dry = false GROUP BY 1) AS s ON s.customer_id = p.customer_id
     WHERE coalesce(p.given, 0) <> coalesce(s.due, 0)`,
  );
  faults.push(
    ...given.map(
      ({ customer, ...sums }) => `customer ${customer} was given ${sums.given} of ${sums.due} cents`,
    ),
  );
  return faults;
}

interface MessageRow {
  id: string;
  template: string;
  cause: string;
  state: string;
  marketing: boolean;
  about: string;
}

/** What was sent is in its chat, offers once, and the rest again only where nobody could tell. */
async function messages(work: Work, { channel }: World): Promise<string[]> {
  const rows = await query<MessageRow>(
    work,
    `SELECT id, template, cause, state, priority = ${PRIORITY.marketing} AS marketing,
       template || ' ' || cause || ' ' || coalesce(customer_id::text, '') AS about FROM outbox`,
  );
  const faults: string[] = [];
  const offers = new Map<string, number>();
  for (const { id, state, marketing, about } of rows) {
    const times = channel.truth.get(id)?.length ?? 0;
    if (['sent', 'delivered', 'read'].includes(state) && times === 0)
      faults.push(`${about} counts as sent and is in no chat`);
    if (times > 1 && (marketing || !channel.untold.has(id))) faults.push(`${about} was sent ${times} times`);
    if (marketing) offers.set(about, (offers.get(about) ?? 0) + times);
  }
  for (const [about, times] of offers) if (times > 1) faults.push(`an offer came ${times} times: ${about}`);
  return faults;
}
