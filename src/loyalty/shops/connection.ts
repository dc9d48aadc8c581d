import type { Work } from '../../db';
import type { Instant } from '../core/sale';
import { record } from '../history/record';
import type { StaffMember } from './team';

/** The shop's connection to SmartPOS, as its own people see it. */
export interface ShopConnection {
  id: string;
  /** As SmartPOS calls the account; null where it does not say. */
  company: string | null;
  connectedAt: Instant;
  /** Up to when its sales were pulled. */
  pulledUntil: Instant | null;
  /** Why the last pull failed. */
  failure: string | null;
}

interface Row {
  id: string;
  company: string | null;
  created_at: Instant;
  polled_until: Instant | null;
  poll_failure: string | null;
}

/** Null where nothing is connected. */
export async function connectionOf(work: Work): Promise<ShopConnection | null> {
  const row = await work.trx<Row>('connections').whereNull('ended_at').first();
  if (row === undefined) return null;
  const { id, company, created_at: connectedAt, polled_until: pulledUntil, poll_failure: failure } = row;
  return { id, company, connectedAt, pulledUntil, failure };
}

/** Ends the connection; the sales that came and all that was earned stay, and its address can be taken up again. */
export async function disconnect(work: Work, by: StaffMember): Promise<ShopConnection | null> {
  const connection = await connectionOf(work);
  if (connection === null) return null;
  await work
    .trx('connections')
    .where({ id: connection.id })
    .update({ ended_at: new Date(work.now) });
  await record(work, by, 'disconnect-smartpos', { connection: connection.id });
  return connection;
}
