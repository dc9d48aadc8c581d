import type { Work } from '../../db';
import { PRIORITY, type Instant, type Language, type Notice, type StaffNotice } from '../../loyalty';
import { keepPlans, onlyLookUps } from '../../db/planning';
import { query } from '../../db/rows';
import type { Choices } from '../channel';
import type { Card, DocumentRequest } from '../command';
import { EMAIL_OF_CUSTOMER, emailOfStaff } from './addresses';
import type { NumberFacts } from './pace';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** By what a message goes: the shop's chat channel or, where that reaches nobody, e-mail. */
export type SendingChannel = 'chat' | 'email';

/** A row of the outbox that is due, with all that decides on it. */
export interface Candidate {
  id: string;
  cause: string;
  template: string;
  customerId: string | null;
  channel: SendingChannel;
  /** The recipient's address that takes mail; null where there is none. */
  email: string | null;
  /** Where a member of staff is addressed. */
  staffId: string | null;
  chatId: string | null;
  /** Of the recipient, where there is no chat yet. */
  phone: string | null;
  body: string | null;
  params: Notice | StaffNotice | null;
  card: Card | null;
  document: DocumentRequest | null;
  choices: Choices | null;
  language: Language | null;
  /** The customer's. */
  name: string | null;
  /** When it loses its sense. */
  notAfter: Instant | null;
  createdAt: Instant;
  /** No notice went to this chat before. */
  first: boolean;
  /** Once it is settled, where it went and what it said is forgotten. */
  forgetWhenSent: boolean;
  /** It was told in the chat already. */
  isCopy: boolean;
  /** Its sending began before and its end was not noted. */
  interrupted: boolean;
  /** Its sending was begun by a clock that was ahead, and may not be over. */
  isOfLater: boolean;
  attempts: number;
  /** In which it was written. */
  seq: number;
  priority: number;
  consent: boolean | null;
  stopped: boolean;
  thisWeek: number;
  /** When this person was last written to, within the last minute. */
  peerLast: Instant | null;
}

/** By the customer or, for the shop's own people, by their phone: two look-ups, since an OR of them reads every chat. */
const CHAT_OF_RECIPIENT = `CASE WHEN o.staff_id IS NULL
    THEN (SELECT c.id FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o.customer_id ORDER BY c.id LIMIT 1)
    ELSE (SELECT c.id FROM chats c JOIN staff s ON s.merchant_id = c.merchant_id AND s.phone = c.phone
          WHERE s.merchant_id = o.merchant_id AND s.id = o.staff_id ORDER BY c.id LIMIT 1) END`;

const EMAIL_OF_RECIPIENT = `CASE WHEN o."staffId" IS NULL THEN ${EMAIL_OF_CUSTOMER} ELSE ${emailOfStaff('o.staff_phone')} END`;

interface DueQuery {
  channel: SendingChannel;
  /** Kinds. */
  paused: readonly string[];
  /** Whether marketing may go at this hour. */
  marketing: boolean;
  limit: number;
  isPaced: boolean;
}

/**
 * What is due, answers first, locked. Notices wait while the shop's messages, or those of their kind, are paused;
 * marketing waits for its hours.
 */
export async function dueCandidates(
  work: Work,
  { channel, paused, marketing, limit, isPaced }: DueQuery,
): Promise<Candidate[]> {
  const ago = (ms: number): Date => new Date(work.now - ms);
  const ways = [onlyLookUps(work), keepPlans(work)] as const;
  const due = query<Candidate>(
    work,
    `WITH due AS MATERIALIZED (
       SELECT * FROM outbox
       WHERE merchant_id = current_merchant() AND state IN ('queued', 'sending', 'unknown') AND settled_at IS NULL
         AND channel = '${channel}'
         AND (message_is_due(due_at, created_at, tried_at, state, ?) OR sending_is_of_later(due_at, state, ?))
         AND (params IS NULL OR staff_id IS NOT NULL
              OR NOT (SELECT messages_paused FROM merchants) AND template <> ALL (?::text[]))
         AND (priority < ${PRIORITY.marketing} OR ?)
       ORDER BY priority, seq LIMIT ? FOR UPDATE SKIP LOCKED)
     SELECT o.*, k.name, k.marketing_consent AS consent, coalesce(k.messages_stopped, false) AS stopped,
       coalesce(k.language, (SELECT l.language FROM customers l JOIN customer_identities i
         ON i.merchant_id = l.merchant_id AND i.customer_id = l.id AND i.kind = 'phone'
         WHERE l.merchant_id = o.merchant_id AND i.value = o.staff_phone)) AS language,
       coalesce(o.staff_phone, (SELECT i.value FROM customer_identities i
         WHERE i.merchant_id = o.merchant_id AND i.customer_id = o."customerId" AND i.kind = 'phone' LIMIT 1)) AS phone,
       ${channel === 'email' ? EMAIL_OF_RECIPIENT : 'NULL'} AS email,
       NOT EXISTS (SELECT FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = o."customerId"
                   AND c.introduced_at IS NOT NULL) AS first,
       CASE WHEN o.priority = ${PRIORITY.marketing} THEN (SELECT count(DISTINCT w.cause)::integer FROM outbox w
         WHERE w.merchant_id = o.merchant_id AND w.customer_id = o."customerId" AND w.priority = ${PRIORITY.marketing}
           AND w.tried_at > ? AND w.id <> o.id AND w.cause <> o.cause) ELSE 0 END AS "thisWeek",
       (SELECT max(p.tried_at) FROM outbox p
        WHERE ?::boolean AND p.merchant_id = o.merchant_id AND p.tried_at BETWEEN ? AND ? AND p.chat_id = o."chatId" AND p.id <> o.id) AS "peerLast"
     FROM (SELECT o.merchant_id, o.id, o.cause, o.channel, o.seq, o.priority, o.template, o.body, o.params, o.card, o.document, o.choices,
             o.attempts, o.state <> 'queued' AS interrupted, sending_is_of_later(o.due_at, o.state, ?) AS "isOfLater", o.forget_when_sent AS "forgetWhenSent", o.is_copy AS "isCopy", o.customer_id AS "customerId", o.staff_id AS "staffId",
             o.not_after AS "notAfter", o.created_at AS "createdAt", coalesce(o.chat_id, ${CHAT_OF_RECIPIENT}) AS "chatId",
             (SELECT s.phone FROM staff s WHERE s.merchant_id = o.merchant_id AND s.id = o.staff_id) AS staff_phone
           FROM due o) AS o
     LEFT JOIN customers k ON k.merchant_id = o.merchant_id AND k.id = o."customerId"
     ORDER BY o.priority, o.seq`,
    [ago(0), ago(0), paused, marketing, limit, ago(WEEK_MS), isPaced, ago(MINUTE_MS), ago(0), ago(0)],
  );
  return (await Promise.all([...ways, due]))[2];
}

/**
 * What the shop's number began to send lately; to be asked whether it knows a phone counts like a first contact. What a clock
 * that was ahead noted for later than now is left out, or the number would be silent until then.
 */
export async function numberFacts(work: Work): Promise<NumberFacts> {
  const ago = (ms: number): Date => new Date(work.now - ms);
  const rows = await query<NumberFacts>(
    work,
    `SELECT (SELECT first_ready_at FROM channel_states WHERE merchant_id = current_merchant()) AS since,
       max(tried_at) FILTER (WHERE priority > 0) AS last, max(tried_at) FILTER (WHERE is_first) AS "lastFirstContact",
       count(*) FILTER (WHERE priority = 0 AND tried_at > ?)::integer AS answers,
       min(tried_at) FILTER (WHERE priority = 0 AND tried_at > ?) AS "oldestAnswer",
       count(*) FILTER (WHERE priority > 0 AND tried_at > ?)::integer AS "inHour",
       count(*) FILTER (WHERE priority > 0)::integer AS "inDay"
     FROM outbox WHERE merchant_id = current_merchant() AND (channel = 'chat' OR is_first) AND tried_at BETWEEN ? AND ?`,
    [ago(MINUTE_MS), ago(MINUTE_MS), ago(HOUR_MS), ago(DAY_MS), ago(0)],
  );
  const facts = rows[0];
  if (facts === undefined) throw new Error('what a number sent has one row');
  return facts;
}
