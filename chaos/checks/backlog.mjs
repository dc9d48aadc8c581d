// What waits in the database, over all shops: seen by its owner.
import { setTimeout as sleep } from 'node:timers/promises';
import { require } from '../../bench/lib/support.mjs';

const { Client } = require('pg');
const LOOK_MS = 200;
const GIVE_UP_MS = 90_000;

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

export async function withOwner(url, body) {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** What waits now, by kind. */
export const waiting = (url) => withOwner(url, async (client) => (await client.query(WAITING)).rows[0]);

/** Of what was due at a moment, the latest of each kind, and how much of it is left. */
const LATEST = `SELECT
  (SELECT max(seq) FROM inbox_due WHERE due_at <= $1) AS events,
  (SELECT max(seq) FROM inbound_messages WHERE handled_at IS NULL AND due_at <= $1) AS said,
  (SELECT max(seq) FROM outbox WHERE state = 'queued' AND settled_at IS NULL AND due_at <= $1) AS messages`;
const LEFT = `SELECT (SELECT count(*) FROM inbox_due WHERE seq <= $2 AND due_at <= $1)
  + (SELECT count(*) FROM inbound_messages WHERE seq <= $3 AND handled_at IS NULL AND due_at <= $1)
  + (SELECT count(*) FROM outbox WHERE seq <= $4 AND state = 'queued' AND settled_at IS NULL AND due_at <= $1) AS count`;

/**
 * Seconds until all that was due at `moment`, which is now by the product's clock, was judged, answered and handed to its
 * channel.
 */
export async function measureBacklog(url, moment) {
  const began = performance.now();
  const due = new Date(moment);
  const one = (sql, values) =>
    untilDone(() => withOwner(url, async (client) => (await client.query(sql, values)).rows[0]));
  const { events, said, messages } = await one(LATEST, [due]);
  const left = async () => Number((await one(LEFT, [due, events ?? 0, said ?? 0, messages ?? 0])).count);
  while ((await left()) > 0 && performance.now() - began < GIVE_UP_MS) await sleep(LOOK_MS);
  return (performance.now() - began) / 1000;
}

/** What a crash of the database interrupts is tried again. */
export async function untilDone(body) {
  for (let tries = 1; ; tries++)
    try {
      return await body();
    } catch (error) {
      if (tries === 20) throw error;
      await sleep(300);
    }
}
