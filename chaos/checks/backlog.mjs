// What waits in the database, over all shops: seen by its owner.
import { setTimeout as sleep } from 'node:timers/promises';
import { withOwner } from '../../bench/lib/support.mjs';

const LOOK_MS = 200;
/** Between two looks that are told of. */
const TOLD_MS = 5_000;
const GIVE_UP_MS = 90_000;
/** However slow the machine is: a campaign waits for people who have bought. */
const PATIENCE_MS = 600_000;

/** Of marketing of which nobody can tell whether it left, nothing more is expected: it is never sent again. */
const OPEN_MESSAGES = `settled_at IS NULL AND state IN ('queued', 'sending', 'unknown')
  AND NOT (priority = 20 AND state = 'unknown')`;

/** Rows by what they wait for; `moment`: only what is due by then. */
const WAITING = `SELECT
  (SELECT count(*) FROM inbox_due)::integer AS events,
  (SELECT count(*) FROM inbound_messages WHERE handled_at IS NULL)::integer AS said,
  (SELECT count(*) FROM cloud_api_events WHERE failure IS NULL)::integer AS callbacks,
  (SELECT count(*) FROM outbox WHERE ${OPEN_MESSAGES})::integer AS messages,
  (SELECT count(*) FROM campaign_members m JOIN campaigns k USING (merchant_id) WHERE m.campaign = k.number
     AND k.state = 'running' AND m.arm = 'treated' AND m.given_at IS NULL AND m.skipped IS NULL)::integer AS gifts,
  (SELECT count(*) FROM campaigns WHERE state = 'assigning')::integer AS campaigns`;

/** What waits now, by kind. */
export const waiting = (url) => withOwner(url, async (client) => (await client.query(WAITING)).rows[0]);

/** Of what was due at a moment, the latest of each kind, and how much of it is left. */
const LATEST = `SELECT
  (SELECT max(seq) FROM inbox_due WHERE due_at <= $1) AS events,
  (SELECT max(seq) FROM inbound_messages WHERE handled_at IS NULL AND due_at <= $1) AS said,
  (SELECT max(seq) FROM outbox WHERE state = 'queued' AND settled_at IS NULL AND due_at <= $1) AS messages`;
const LEFT = `SELECT (SELECT count(*) FROM inbox_due WHERE seq <= $2 AND due_at <= $1)::integer AS events,
  (SELECT count(*) FROM inbound_messages WHERE seq <= $3 AND handled_at IS NULL AND due_at <= $1)::integer AS said,
  (SELECT json_object_agg(merchant_id, count) FROM (SELECT merchant_id, count(*) FROM outbox
   WHERE seq <= $4 AND state = 'queued' AND settled_at IS NULL AND due_at <= $1 GROUP BY 1) AS shops) AS messages,
  (SELECT json_object_agg(merchant_id, coalesce(problem, state)) FROM channel_states WHERE state <> 'ready') AS unready`;

/** What the database has been at, or kept waiting, for seconds. */
const SLOW = `SELECT array_agg(concat_ws(' ', round(extract(epoch FROM clock_timestamp() - xact_start)), 's', state, wait_event_type,
    wait_event, pg_blocking_pids(pid)::text, left(regexp_replace(query, '\\s+', ' ', 'g'), 90))) AS slow
  FROM pg_stat_activity WHERE backend_type = 'client backend' AND state <> 'idle'
    AND xact_start < clock_timestamp() - interval '3 seconds'`;

const DUE = `SELECT (SELECT count(*) FROM inbox_due WHERE due_at <= $1)
  + (SELECT count(*) FROM inbound_messages WHERE handled_at IS NULL AND due_at <= $1)
  + (SELECT count(*) FROM cloud_api_events WHERE failure IS NULL)
  + (SELECT count(*) FROM outbox WHERE ${OPEN_MESSAGES} AND due_at <= $1) AS count`;

/** How much of what waits could go at that moment. */
export const dueNow = (url, moment) =>
  withOwner(url, async (client) => Number((await client.query(DUE, [new Date(moment)])).rows[0].count));

/**
 * Seconds until all that was due at `moment`, which is now by the product's clock, was judged, answered and handed to its
 * channel; what was left at the last look before (messages by shop, and the shops whose channel is not ready), and every few
 * seconds until then, with what the database was slow at.
 */
export async function measureBacklog(url, moment) {
  const began = performance.now();
  const until = new Date(moment);
  const one = (sql, values) =>
    untilDone(() => withOwner(url, async (client) => (await client.query(sql, values)).rows[0]));
  const { events, said, messages } = await one(LATEST, [until]);
  let last = null;
  const course = [];
  for (;;) {
    const left = await one(LEFT, [until, events ?? 0, said ?? 0, messages ?? 0]);
    if (left.events === 0 && left.said === 0 && left.messages === null) break;
    last = left;
    if (performance.now() - began >= course.length * TOLD_MS)
      course.push({ ...left, ...(await one(SLOW, [])) });
    if (performance.now() - began > GIVE_UP_MS) break;
    await sleep(LOOK_MS);
  }
  return { seconds: (performance.now() - began) / 1000, last, course };
}

/** What a crash interrupts is tried again; what cannot be done yet, too. */
export async function untilDone(body) {
  const until = performance.now() + PATIENCE_MS;
  for (;;)
    try {
      return await body();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(300);
    }
}
