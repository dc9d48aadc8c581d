import type { Work } from '../../db';
import {
  loadSendingRules,
  loadShop,
  loadSwitches,
  loadTexts,
  marketingOpens,
  PRIORITY,
  Zone,
  type Instant,
  type SendingRules,
  type Shop,
  type ShopTexts,
  type Switches,
} from '../../loyalty';
import type { Pace } from '../../pacing';
import { query, updateRows } from '../../db/rows';
import { isToCustomer } from '../messages';
import { dueCandidates, numberFacts, type Candidate, type SendingChannel } from './candidates';
import type { Hand } from './hand';
import { answerAt, betweenFirstContacts, noticeAt, numberFreeAt, type Paced } from './pace';
import { unwanted } from './wanted';

/** How long a sending may take before it counts as interrupted: longer than a channel's own limits together. */
const SENDING_MS = 180_000;
/** Of how many one that may go is looked for. */
const PACED_CANDIDATES = 20;
/** For no longer than this is an answer waited for while everything else stands still. */
const NEXT_TO_GO_MS = 15_000;

/** What of the shop a message is sent by. */
export interface ShopRules {
  shop: Shop;
  switches: Switches;
  texts: ShopTexts;
  rules: SendingRules;
}

/** A message that is due, claimed for sending. */
export type DueMessage = Candidate;

export interface Claim {
  by: ShopRules;
  messages: DueMessage[];
  /** An answer that waits for its moment: "typing" is shown in its chat. */
  typing: string | null;
  /** Something may go then; null where nothing is due, or more can be claimed at once. */
  again: Instant | null;
  /** Whether there may be more to claim at once. */
  more: boolean;
  /** How many were put off to a later moment. */
  putOff: number;
}

/** Claims what may go now, and notes that its sending begins. What nobody wants is suppressed on the way. */
export async function claim(
  work: Work,
  {
    channel,
    pace,
    ahead,
    hand,
  }: {
    channel: SendingChannel;
    pace: Pace | null;
    ahead: number;
    hand: Pick<Hand, 'ids' | 'introduced' | 'size'>;
  },
): Promise<Claim> {
  const [shop, switches, texts, rules] = await Promise.all([
    loadShop(work),
    loadSwitches(work),
    loadTexts(work),
    loadSendingRules(work),
  ]);
  const by: ShopRules = { shop, switches, texts, rules };
  const limit = pace === null ? hand.size.each : PACED_CANDIDATES;
  const due = await dueCandidates(work, {
    channel,
    paused: [...by.switches].filter(([, state]) => state === 'paused').map(([kind]) => kind),
    marketing: marketingOpens(Zone.of(by.shop.zone), by.rules, work.now) === work.now,
    limit,
    isPaced: pace !== null,
  });
  const candidates = await leftToTheirSenders(work, due, hand.ids);
  const wanted = await suppressUnwanted(work, { by, candidates, introduced: new Set(hand.introduced) });
  const isFull = due.length === limit;
  if (pace === null) {
    const messages = await begin(work, wanted);
    return { by, messages, typing: null, again: null, more: isFull, putOff: 0 };
  }
  const turn = await takeInTurn(work, pace, wanted, ahead);
  const isMoving = turn.messages.length > 0 || wanted.length < due.length || (isFull && turn.putOff > 0);
  return { by, ...turn, more: isMoving };
}

/**
 * The one message that may go now. An answer that waits for its moment is the next to go: nothing else goes before it.
 * Whoever may not be written to yet is put off to when they may, so that those behind them get their turn; `ahead` is how
 * many wait for a first contact already.
 */
async function takeInTurn(work: Work, pace: Pace, wanted: DueMessage[], ahead: number): Promise<Turn> {
  const none: Turn = { messages: [], typing: null, again: null, putOff: 0 };
  if (wanted.length === 0) return none;
  const facts = await numberFacts(work);
  const answers = wanted
    .filter(isAnswer)
    .map((message) => ({ message, at: answerAt(pace, facts, paced(message), work.now) }));
  const ready = answers.find(({ at }) => at <= work.now);
  if (ready !== undefined) return { ...none, messages: await begin(work, [ready.message]) };
  const next = answers.sort((a, b) => a.at - b.at)[0];
  if (next !== undefined && next.at - work.now <= NEXT_TO_GO_MS)
    return { ...none, typing: next.message.chatId, again: next.at };
  const free = numberFreeAt(pace, facts, work.now);
  const waiting = next?.at ?? null;
  const notices = wanted.filter((message) => !isAnswer(message));
  if (free > work.now || notices.length === 0)
    return { ...none, again: notices.length === 0 ? waiting : Math.min(free, waiting ?? free) };
  const later: { id: string; dueAt: Instant }[] = [];
  for (const message of notices) {
    const at = noticeAt(pace, facts, paced(message));
    if (at <= work.now) {
      await putOff(work, later);
      return { ...none, messages: await begin(work, [message]), putOff: later.length };
    }
    const behind = isFirstContact(message) ? (ahead + later.length) * betweenFirstContacts(pace) : 0;
    later.push({ id: message.id, dueAt: at + behind });
  }
  await putOff(work, later);
  return {
    ...none,
    again: Math.min(...later.map(({ dueAt }) => dueAt), waiting ?? Infinity),
    putOff: later.length,
  };
}

type Turn = Pick<Claim, 'messages' | 'typing' | 'again' | 'putOff'>;

const isFirstContact = ({ first, chatId }: DueMessage): boolean => first && chatId === null;
const paced = (message: DueMessage): Paced => ({ ...message, isFirstContact: isFirstContact(message) });
const isAnswer = ({ priority }: DueMessage): boolean => priority === PRIORITY.answer;

async function putOff(work: Work, rows: readonly { id: string; dueAt: Instant }[]): Promise<void> {
  await updateRows(work, 'outbox', { id: 'uuid', dueAt: 'timestamptz' }, ['id'], 'due_at = u."dueAt"', rows);
}

/**
 * A sending that a clock which was ahead began counts as interrupted after its usual time from now, and so does one that is
 * still in this hand, as the clock went on by leaps.
 */
async function leftToTheirSenders(
  work: Work,
  due: Candidate[],
  inHand: ReadonlySet<string>,
): Promise<Candidate[]> {
  const dueAt = work.now + SENDING_MS;
  const isLeft = ({ id, isOfLater, interrupted }: Candidate): boolean =>
    isOfLater || (interrupted && inHand.has(id));
  await putOff(
    work,
    due.filter(isLeft).map(({ id }) => ({ id, dueAt })),
  );
  return due.filter((candidate) => !isLeft(candidate));
}

/** What was interrupted may have gone: that is found out first, and then it is asked whether it is wanted. */
async function suppressUnwanted(
  work: Work,
  { by, candidates, introduced }: { by: ShopRules; candidates: Candidate[]; introduced: Set<string> },
): Promise<Candidate[]> {
  const suppressed: { id: string; reason: string }[] = [];
  const thisSet = new Map<string, number>();
  const wanted = candidates.filter((candidate) => {
    const { id, customerId, params, interrupted, priority } = candidate;
    if (params === null || customerId === null || !isToCustomer(params)) return true;
    const before = thisSet.get(customerId) ?? 0;
    const recipient = { ...candidate, thisWeek: candidate.thisWeek + before };
    const { notAfter } = candidate;
    const reason = interrupted
      ? null
      : unwanted({ notice: params, notAfter }, recipient, { ...by, now: work.now });
    if (reason !== null) suppressed.push({ id, reason });
    else {
      if (priority === PRIORITY.marketing) thisSet.set(customerId, before + 1);
      candidate.first &&= !introduced.has(customerId);
      introduced.add(customerId);
    }
    return reason === null;
  });
  await updateRows(
    work,
    'outbox',
    { id: 'uuid', reason: 'text' },
    ['id'],
    `state = 'suppressed', reason = u.reason, settled_at = '${new Date(work.now).toISOString()}'`,
    suppressed,
  );
  return wanted;
}

/** INVARIANT: committed before anything is sent, so that a crash leaves the row as interrupted. */
async function begin(work: Work, messages: DueMessage[]): Promise<DueMessage[]> {
  if (messages.length === 0) return messages;
  for (const message of messages) message.attempts += 1;
  await query(
    work,
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, tried_at = ?, due_at = ?, is_first = is_first OR id = ANY (?::uuid[])
     WHERE merchant_id = current_merchant() AND id = ANY (?::uuid[])`,
    [
      new Date(work.now),
      new Date(work.now + SENDING_MS),
      messages.filter(isFirstContact).map(({ id }) => id),
      messages.map(({ id }) => id),
    ],
  );
  return messages;
}

/**
 * Of claimed messages those that are still wanted, asked in the moment before they leave: a pause, a switch or an opt-out
 * stops also what was claimed. The others go back, to wait or to be suppressed with their reason.
 */
export async function stillWanted(work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string; wanted: boolean }>(
    work,
    `SELECT o.id, o.params IS NULL OR o.staff_id IS NOT NULL OR (NOT m.messages_paused
         AND coalesce(s.state, 'on') = 'on' AND NOT coalesce(k.messages_stopped, false)
         AND (o.priority < ${PRIORITY.marketing} OR coalesce(k.marketing_consent, false))) AS wanted
     FROM outbox o JOIN merchants m ON m.merchant_id = o.merchant_id
     LEFT JOIN message_switches s ON s.merchant_id = o.merchant_id AND s.kind = o.template
     LEFT JOIN customers k ON k.merchant_id = o.merchant_id AND k.id = o.customer_id
     WHERE o.merchant_id = current_merchant() AND o.id = ANY (?::uuid[]) AND o.state = 'sending'`,
    [ids],
  );
  const back = rows.filter(({ wanted }) => !wanted).map(({ id }) => id);
  if (back.length > 0)
    await query(
      work,
      `UPDATE outbox SET state = 'queued', attempts = attempts - 1, due_at = ?
       WHERE merchant_id = current_merchant() AND id = ANY (?::uuid[])`,
      [new Date(work.now), back],
    );
  return new Set(rows.filter(({ wanted }) => wanted).map(({ id }) => id));
}
