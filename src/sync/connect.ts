import { record, type StaffMember } from '../loyalty';
import type { Work } from '../db';
import { query } from '../db/rows';
import {
  createConnection,
  newSigningSecret,
  sealedIn,
  type ConnectionSecrets,
  type NewConnection,
} from './connections';
import { startImport } from './pull/history-rows';
import { AT_ONCE, SmartPos, SmartPosFault, type FaultKind, type SmartPosKeys } from './smartpos/client';

const DAY_MS = 86_400_000;
/** How long what was signed under the secret before is taken beside the new one. */
export const OVERLAP_MS = DAY_MS;

export type Trial = { ok: true; company: string | null } | { ok: false; fault: FaultKind };

/** Tries a key pair on the sales of the last day, which any key has to see, and asks whose it is. */
export async function tryKeys(keys: SmartPosKeys, now: number): Promise<Trial> {
  const api = new SmartPos(keys, AT_ONCE);
  try {
    const sales = await api.sales(now - DAY_MS, now);
    return { ok: true, company: (await api.company()) ?? storeOf(sales) };
  } catch (error) {
    if (error instanceof SmartPosFault) return { ok: false, fault: error.kind };
    throw error;
  }
}

function storeOf(sales: readonly unknown[]): string | null {
  for (const sale of sales) {
    const name = (sale as { store?: { name?: unknown } | null } | null)?.store?.name;
    if (typeof name === 'string' && name.trim() !== '') return name.trim().slice(0, 100);
  }
  return null;
}

interface StoredConnection {
  id: string;
  company: string | null;
  ended_at: number | null;
}

/**
 * Connects the shop. One that was connected to the same company before keeps its address, and the pull goes on where it
 * ended, so that nothing sold in between is lost; its signing secret is new, beside the old one for a day. The year before
 * a new connection is brought, and judged only where the owner asked for it.
 */
export async function connect(
  work: Work,
  connection: NewConnection,
  by: StaffMember | null,
  judgeHistory = false,
): Promise<ConnectionSecrets> {
  await lockConnections(work);
  const [last] = await query<StoredConnection>(
    work,
    `SELECT id, company, ended_at FROM connections WHERE merchant_id = current_merchant()
     ORDER BY ended_at DESC NULLS FIRST, created_at DESC LIMIT 1`,
  );
  await record(work, by, 'connect-smartpos', { company: connection.company });
  if (last === undefined || isOther(last, connection)) {
    if (last?.ended_at === null) await end(work, last.id);
    const made = await createConnection(work, connection);
    await startImport(work, made.id, judgeHistory);
    return made;
  }
  await putKeys(work, last.id, connection);
  return { id: last.id, signingSecret: await renewSigningSecret(work, last.id) };
}

const isOther = (known: StoredConnection, { company }: NewConnection): boolean =>
  known.company !== null && company !== null && known.company !== company;

/** The new keys of the connection that is there; the address and the signing secret stay. */
export async function replaceKeys(
  work: Work,
  connection: NewConnection,
  by: StaffMember | null,
): Promise<boolean> {
  const id = await liveConnection(work);
  if (id === null) return false;
  await putKeys(work, id, connection);
  await record(work, by, 'replace-smartpos-keys', { company: connection.company });
  return true;
}

/** A new signing secret; the one before is taken beside it for a day. Null where nothing is connected. */
export async function rotateSigningSecret(
  work: Work,
  by: StaffMember | null,
): Promise<ConnectionSecrets | null> {
  const id = await liveConnection(work);
  if (id === null) return null;
  await record(work, by, 'rotate-signing-secret', { connection: id });
  return { id, signingSecret: await renewSigningSecret(work, id) };
}

const lockConnections = (work: Work): Promise<unknown> =>
  query(work, `SELECT pg_advisory_xact_lock(?, hashtext('connections'))`, [work.merchantId]);

async function liveConnection(work: Work): Promise<string | null> {
  await lockConnections(work);
  const row = await work.trx<{ id: string }>('connections').whereNull('ended_at').first('id');
  return row?.id ?? null;
}

const end = (work: Work, id: string): Promise<unknown> =>
  work
    .trx('connections')
    .where({ id })
    .update({ ended_at: new Date(work.now) });

async function putKeys(work: Work, id: string, connection: NewConnection): Promise<void> {
  const { baseUrl, company, apiKeyId, apiKeySecret } = connection;
  await work
    .trx('connections')
    .where({ id })
    .update({
      base_url: baseUrl,
      ...(company === null ? {} : { company }),
      api_key_id: sealedIn(work, id, apiKeyId, 'key id'),
      api_key_secret: sealedIn(work, id, apiKeySecret, 'key secret'),
      ended_at: null,
      poll_failure: null,
      next_poll_at: new Date(work.now),
    });
}

async function renewSigningSecret(work: Work, id: string): Promise<string> {
  const secret = newSigningSecret();
  await query(
    work,
    `UPDATE connections SET older_signing_secret = previous_signing_secret, older_valid_until = previous_valid_until,
       previous_signing_secret = signing_secret, previous_valid_until = ?, signing_secret = ?
     WHERE merchant_id = current_merchant() AND id = ?`,
    [new Date(work.now + OVERLAP_MS), sealedIn(work, id, secret, 'signing'), id],
  );
  return secret;
}
