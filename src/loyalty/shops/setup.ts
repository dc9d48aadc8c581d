import type { Work } from '../../db';
import { query } from '../../db/rows';
import { ok, refuse, SETUP_STEPS, type Result, type SetupStep } from '../core/result';
import { wholeSecond, type Instant } from '../core/sales/sale';
import type { MessageKind } from '../core/messages/message-kinds';
import { pauseAgain, resumePaused } from '../messaging/kinds';
import { currentProgram } from '../program/program';
import { MACHINES } from './machines';
import { loadShop, type Shop, type ShopState } from './shops';
import { record, type Recorded } from '../history/record';
import type { Undo } from '../history/undoing';
import type { StaffMember } from './team';

export interface SetupStatus {
  steps: { step: SetupStep; done: boolean }[];
  /** The first that is not done. */
  next: SetupStep | null;
  machines: { total: number; acquirers: string[] };
  rules: number;
  /** The sale that a test watched come in. */
  reference: { at: Instant; cents: number } | null;
  activatedAt: Instant | null;
  /** What the sales of before the activation would have given. */
  dry: { sales: number; cashbackCents: number; points: number };
}

/** Where the shop stands in the five steps. */
export async function setupStatus(work: Work): Promise<SetupStatus> {
  const shop = await loadShop(work);
  const program = await currentProgram(work);
  const facts = await setupFacts(work);
  const activatedAt =
    shop.state === 'setup' ? null : (shop.states.find(({ state }) => state === 'active')?.at ?? null);
  const done: Record<SetupStep, boolean> = {
    machines: facts.machines > 0,
    connection: facts.connected,
    rules: (program?.rules.length ?? 0) > 0,
    'reference-sale': facts.reference_at !== null,
    activation: activatedAt !== null,
  };
  return {
    steps: SETUP_STEPS.map((step) => ({ step, done: done[step] })),
    next: SETUP_STEPS.find((step) => !done[step]) ?? null,
    machines: { total: facts.machines, acquirers: facts.acquirers },
    rules: program?.rules.length ?? 0,
    reference:
      facts.reference_at === null ? null : { at: facts.reference_at, cents: facts.reference_cents ?? 0 },
    activatedAt,
    dry: { sales: facts.dry_sales, cashbackCents: facts.dry_cashback, points: facts.dry_points },
  };
}

interface SetupFacts {
  machines: number;
  acquirers: string[];
  connected: boolean;
  reference_at: number | null;
  reference_cents: number | null;
  dry_sales: number;
  dry_cashback: number;
  dry_points: number;
}

async function setupFacts(work: Work): Promise<SetupFacts> {
  const rows = await query<SetupFacts>(
    work,
    `SELECT (SELECT count(*)::integer FROM ${MACHINES} AS m) AS machines,
       (SELECT coalesce(json_agg(DISTINCT acquirer), '[]') FROM ${MACHINES} AS m WHERE acquirer IS NOT NULL) AS acquirers,
       EXISTS (SELECT FROM connections WHERE ended_at IS NULL) AS connected,
       reference.passed_at AS reference_at, reference.total_cents AS reference_cents,
       dry.sales AS dry_sales, dry.cashback AS dry_cashback, dry.points AS dry_points
     FROM (SELECT count(*)::integer AS sales, coalesce(sum(cashback_cents), 0)::bigint AS cashback,
             coalesce(sum(points), 0)::bigint AS points FROM sales WHERE dry) AS dry
     LEFT JOIN LATERAL (
       SELECT t.passed_at, s.total_cents FROM reference_tests t
       JOIN sales s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id ORDER BY t.passed_at LIMIT 1) AS reference ON true`,
  );
  const facts = rows[0];
  if (facts === undefined) throw new Error('the facts of the set-up have one row');
  return facts;
}

/** What switching on or off did: nothing, where it was so `already`. */
export type Switched = { already: true } | { already: false; what: 'earning' | 'messages' };

/**
 * Sales earn from this moment on, and the messages go. Refused while a step is missing, unless the owner insists.
 * `keepMessages`: paused messages stay so.
 */
export async function activate(
  work: Work,
  {
    by,
    override,
    keepMessages = false,
  }: { by: StaffMember | null; override: boolean; keepMessages?: boolean },
): Promise<Result<Switched>> {
  const shop = await loadShop(work);
  if (shop.state === 'active')
    return ok(keepMessages ? { already: true } : await resumeMessages(work, { by }));
  const { next } = await setupStatus(work);
  if (shop.state === 'setup' && next !== null && next !== 'activation' && !override)
    return refuse({ code: 'program-not-active', missing: next });
  if (!keepMessages) await messagesGo(work, shop.state !== 'setup');
  await changeState(work, 'active', override);
  await record(work, by, 'activate', { override, ...stateOf(shop) });
  return ok({ already: false, what: 'earning' });
}

/** The automatic messages go again, those of each paused kind too; what sales earn stays as it is. */
export async function resumeMessages(work: Work, { by }: { by: StaffMember | null }): Promise<Switched> {
  const { messagesPaused } = await loadShop(work);
  const kinds = await messagesGo(work, true);
  if (!messagesPaused && kinds.length === 0) return { already: true };
  await record(work, by, 'resume-messages', { messagesWerePaused: messagesPaused, kinds });
  return { already: false, what: 'messages' };
}

/** The kinds that were paused one by one. */
async function messagesGo(work: Work, kindsToo: boolean): Promise<MessageKind[]> {
  await work.trx('merchants').update({ messages_paused: false });
  work.ring('outbound', String(work.merchantId));
  return kindsToo ? resumePaused(work) : [];
}

/** Stops the automatic messages, or all earning; balances stay as they are. */
export async function pause(
  work: Work,
  { what, by }: { what: 'messages' | 'earning'; by: StaffMember | null },
): Promise<Switched> {
  const shop = await loadShop(work);
  if (what === 'messages' ? shop.messagesPaused : shop.state !== 'active') return { already: true };
  if (what === 'messages') await work.trx('merchants').update({ messages_paused: true });
  else await changeState(work, 'earning-paused', false);
  await record(work, by, 'pause', { what, ...stateOf(shop) });
  return { already: false, what };
}

const stateOf = (shop: Shop): { before: ShopState; messagesWerePaused: boolean } => ({
  before: shop.state,
  messagesWerePaused: shop.messagesPaused,
});

export const undoActivate: Undo<'activate'> = { who: 'manager', undo: backToState };
export const undoPause: Undo<'pause'> = { who: 'manager', undo: backToState };
export const undoResumeMessages: Undo<'resume-messages'> = {
  who: 'manager',
  async undo(work, { details: { messagesWerePaused, kinds } }) {
    await work.trx('merchants').update({ messages_paused: messagesWerePaused });
    await pauseAgain(work, kinds);
    return ok(null);
  },
};

/** As it was before, as long as no sale has been judged in between: what it earned, or did not, stays. */
async function backToState(
  work: Work,
  { at, details: { before, messagesWerePaused } }: Recorded<'activate' | 'pause'>,
): Promise<Result<null>> {
  const { state } = await loadShop(work);
  if (state !== before) {
    const [row] = await query<{ count: number }>(
      work,
      `SELECT count(*) AS count FROM sales
       WHERE merchant_id = current_merchant() AND occurred_at >= ? AND received_at >= ? AND dry IS NOT NULL`,
      [new Date(wholeSecond(at)), new Date(at)],
    );
    const count = row?.count ?? 0;
    if (count > 0) return refuse({ code: 'not-undone', why: { because: 'built-on', what: 'sales', count } });
    await changeState(work, before, false);
  }
  await work.trx('merchants').update({ messages_paused: messagesWerePaused });
  return ok(null);
}

async function changeState(work: Work, state: ShopState, overridden: boolean): Promise<void> {
  await work
    .trx('program_states')
    .insert({ merchant_id: work.merchantId, at: new Date(wholeSecond(work.now)), state, overridden });
}
