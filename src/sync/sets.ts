import type { Work } from '../db';
import {
  AHEAD_MS,
  applySales,
  knowCustomers,
  noteArrivals,
  type Arrival,
  type Beside,
  type Buyer,
  type Sale,
} from '../loyalty';
import { query } from '../db/rows';
import { sha256 } from '../ids';
import { chosenAmong, keep, putBack, type DueEvent, type Kept } from './due-events';
import { forget, forgetErased } from './forgetting';
import { giveItems, type Read } from './items';
import { isOfBefore } from './of-before';
import { noteSubjects } from './report-subjects';
import { fields } from './smartpos/fields';
import { parseBuyer, parseSale, type Fault, type ParseOptions } from './smartpos/parse-sale';

/** What came of a set. */
export interface SetRead {
  sales: readonly Sale[];
  kept: readonly Kept[];
}

/** Judges, keeps or puts back what a set holds, in its transaction. */
export async function readSet(work: Work, events: readonly DueEvent[]): Promise<SetRead> {
  const options = await parseOptions(work);
  const kept: Kept[] = [];
  const reads: Read[] = [];
  const people: { event: DueEvent; person: Buyer }[] = [];
  for (const event of events) {
    const read = readEvent(event, options.get(event.connectionId) ?? { totalIs: 'after-discount' }, work.now);
    if (read === 'nothing') continue;
    if ('reason' in read) kept.push({ event, reason: read.reason, field: read.field });
    else if ('person' in read) people.push({ event, person: read.person });
    else {
      reads.push({ event, sale: read.sale });
      if (read.lacks !== undefined) kept.push({ event, reason: 'missing', field: read.lacks });
    }
  }
  noteSubjects(work, events, reads);
  const { ready, waiting, lookAgainAt, without } = await giveItems(work, reads);
  for (const event of without) kept.push({ event, reason: 'items-missing', field: 'items' });
  await putBack(work, waiting, lookAgainAt);
  const sales = ready.map(({ sale }) => sale);
  const sources = ready.map(({ event }) => event);
  const erased = await knowCustomers(
    work,
    people.map(({ person }) => person),
  );
  const outcomes =
    sales.length === 0
      ? []
      : await applySales(work, sales, beside(ready, options, await chosenAmong(work, sources)));
  for (const [i, { sale, event }] of ready.entries()) {
    const outcome = outcomes[i];
    if (outcome === 'conflict') kept.push({ event, reason: 'contradicts-known-sale', field: null });
    if (outcome === 'recorded-by-hand' || outcome === 'other-buyer')
      kept.push({ event, reason: outcome, field: null, ...matterOf(outcome, sale, event) });
  }
  const left = people.flatMap(({ event, person }) => (erased.has(person) ? [event] : []));
  await forget(work, [...left, ...sources.filter((_, i) => outcomes[i] === 'erased')]);
  await forgetErased(
    work,
    kept.map(({ event }) => event),
  );
  await keep(work, kept);
  await noteArrivals(work, arrivalsOf(sources, sales));
  return { sales, kept };
}

/**
 * Webhook and pull tell of one sale, which is decided once. Whose it is stays, whatever more is told; whether it is one that
 * staff recorded decides on all that is told until then.
 */
function matterOf(
  doubt: 'recorded-by-hand' | 'other-buyer',
  sale: Sale,
  { approved }: DueEvent,
): Pick<Kept, 'matter' | 'sale' | 'told' | 'approved'> {
  const about = { matter: `${doubt} ${sale.externalId}`, sale: sale.externalId };
  if (doubt === 'other-buyer') return about;
  return { ...about, told: sha256(JSON.stringify(sale), 'base64'), ...(approved ? { approved } : {}) };
}

function beside(
  ready: readonly Read[],
  options: ReadonlyMap<string, Connected>,
  holding: ReadonlySet<DueEvent>,
): Beside {
  const past = new Map<string, 'history' | 'to-judge'>();
  const chosen = new Set<string>();
  for (const { sale, event } of ready) {
    const { since, judge } = options.get(event.connectionId) ?? { since: 0, judge: false };
    if (isOfBefore(sale, since)) past.set(sale.externalId, judge ? 'to-judge' : 'history');
    if (event.approved) chosen.add(sale.externalId);
  }
  const held = new Set(ready.flatMap(({ event }, i) => (holding.has(event) ? [i] : [])));
  return { past, chosen, held };
}

/** The sales that a test of the shop's would be told of; it finds by itself what was kept. */
const arrivalsOf = (sources: readonly DueEvent[], sales: readonly Sale[]): Arrival[] =>
  sources.map(({ source, receivedAt }, i) => ({
    way: source,
    receivedAt,
    saleId: sales[i]?.externalId ?? '',
  }));

const SALE_EVENTS = new Set([
  'sale.approved',
  'sale.updated',
  'sale.cancelled',
  'sale.refunded',
  'sale.charged_back',
]);

/** Of these all came back, whatever the amounts in the event say. */
const WHOLE_BACK: Readonly<Record<string, string>> = {
  'sale.cancelled': 'isCanceled',
  'sale.charged_back': 'isChargedBack',
};

/** A sale may be taken and a person be asked beside it. */
type EventRead =
  'nothing' | { sale: Sale; lacks?: string } | { person: Buyer } | { reason: string; field: string | null };

function readEvent(event: DueEvent, options: ParseOptions, now: number): EventRead {
  if (event.conflicting === true) return { reason: 'same-id-other-body', field: null };
  const raw = JSON.parse(event.body) as unknown;
  const { type, data } =
    event.source === 'pull' ? { type: 'sale.updated', data: raw } : (raw as { type: string; data: object });
  if (type === 'customer.updated') return { person: parseBuyer(data) };
  // A machine is known by its sales.
  if (type === 'terminal.updated') return 'nothing';
  if (!SALE_EVENTS.has(type)) return { reason: 'unknown-type', field: 'type' };
  const wholeBack = WHOLE_BACK[type];
  const parsed = parseSale(wholeBack === undefined ? data : { ...fields(data), [wholeBack]: true }, options);
  if (!parsed.ok) return kept(parsed.fault);
  const { sale, saysBack } = parsed;
  if (sale.occurredAt > now + AHEAD_MS && !event.approved)
    return { reason: 'in-the-future', field: 'creationDate' };
  // Something came back, and nobody says how much.
  const isUnsaid = type === 'sale.refunded' && !saysBack && !event.approved;
  return isUnsaid ? { sale, lacks: 'refundedAmount' } : { sale };
}

const kept = (fault: Fault): EventRead => ({ reason: fault.reason, field: fault.field });

/** A connection as its sales are read by: since when it is, and whether those of before are to be judged. */
type Connected = ParseOptions & { since: number; judge: boolean };

async function parseOptions(work: Work): Promise<Map<string, Connected>> {
  const rows = await query<Connected & { id: string }>(
    work,
    `SELECT c.id, c.total_is AS "totalIs", c.created_at AS since, coalesce((SELECT h.judge FROM history_imports h
       WHERE h.merchant_id = current_merchant() AND h.connection_id = c.id), false) AS judge
     FROM connections c WHERE c.merchant_id = current_merchant()`,
  );
  return new Map(rows.map(({ id, ...connected }) => [id, connected]));
}
