import { letHistoryBeJudged, validCnpj, record, type StaffMember } from '../loyalty';
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
import { fields, text } from './smartpos/fields';
import { AT_ONCE, SmartPos, SmartPosFault, type FaultKind, type SmartPosKeys } from './smartpos/client';

const DAY_MS = 86_400_000;
/** How long what was signed under the secret before is taken beside the new one. */
export const OVERLAP_MS = DAY_MS;

/** Whose keys they are: how it is called, and what tells it from another. */
type Whose = Pick<NewConnection, 'company' | 'companyName' | 'companyCnpjs'>;
export type Trial = ({ ok: true } & Whose) | { ok: false; fault: FaultKind };

/** Tries a key pair on the sales of the last day, which any key has to see, and asks whose it is. */
export async function tryKeys(keys: SmartPosKeys, now: number): Promise<Trial> {
  const api = new SmartPos(keys, AT_ONCE);
  try {
    const sales = await api.sales(now - DAY_MS, now);
    const company = await api.company();
    const { store, cnpjs } = ofStores(sales);
    return { ok: true, company: company ?? store, companyName: company, companyCnpjs: cnpjs };
  } catch (error) {
    if (error instanceof SmartPosFault) return { ok: false, fault: error.kind };
    throw error;
  }
}

/** A company's stores have names of their own; the first eight characters of their CNPJs are the company's. */
function ofStores(sales: readonly unknown[]): { store: string | null; cnpjs: string[] } {
  const stores = sales.map((sale) => fields(fields(sale)['store']));
  const [name = null] = stores.flatMap((store) => text(store['name'], 100) ?? []);
  const cnpjs = stores.flatMap((store) => validCnpj(text(store['cnpj'], 30) ?? '')?.slice(0, 8) ?? []);
  return { store: name, cnpjs: [...new Set(cnpjs)] };
}

interface StoredConnection {
  id: string;
  name: string | null;
  cnpj: string | null;
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
  const all = await lockedConnections(work);
  const [last] = all;
  const same =
    all.find((known) => compared(known, connection) === 'same') ??
    (last === undefined || isOther(last, connection) ? undefined : last);
  if (last?.ended_at === null && last.id !== same?.id) await end(work, last.id);
  await record(work, by, 'connect-smartpos', { company: connection.company });
  if (same === undefined) {
    const made = await createConnection(work, connection);
    await startImport(work, made.id, judgeHistory);
    return made;
  }
  await putKeys(work, same, connection);
  // One that still comes can be asked for in the chat once it is in.
  if (judgeHistory) await letHistoryBeJudged(work, same.id);
  return { id: same.id, signingSecret: await renewSigningSecret(work, same.id) };
}

/**
 * By a CNPJ, which no renaming changes, or the name that SmartPOS has for it: one account may have stores of several companies,
 * of which another sells first each day. Unknown where nothing of both is known.
 */
function compared(
  { name, cnpj }: StoredConnection,
  { companyName = null, companyCnpjs = [] }: NewConnection,
): 'same' | 'other' | 'unknown' {
  const isNameKnown = name !== null && companyName !== null;
  if ((isNameKnown && name === companyName) || (cnpj !== null && companyCnpjs.includes(cnpj))) return 'same';
  return isNameKnown || (cnpj !== null && companyCnpjs.length > 0) ? 'other' : 'unknown';
}

const isOther = (known: StoredConnection, told: NewConnection): boolean => compared(known, told) === 'other';

const LATEST_FIRST = 'ORDER BY ended_at DESC NULLS FIRST, created_at DESC';

/** All of the shop's: the one that is live, then the latest to end. Nobody else changes them now. */
async function lockedConnections(work: Work): Promise<StoredConnection[]> {
  await query(work, `SELECT pg_advisory_xact_lock(?, hashtext('connections'))`, [work.merchantId]);
  return query<StoredConnection>(
    work,
    `SELECT id, company_name AS name, company_cnpj AS cnpj, ended_at FROM connections WHERE merchant_id = current_merchant()
     ${LATEST_FIRST}`,
  );
}

/** What a total was said to be when the shop was last connected. */
export async function lastTotalIs(work: Work): Promise<NewConnection['totalIs']> {
  const [last] = await query<{ totalIs: NonNullable<NewConnection['totalIs']> }>(
    work,
    `SELECT total_is AS "totalIs" FROM connections WHERE merchant_id = current_merchant()
     ${LATEST_FIRST} LIMIT 1`,
  );
  return last?.totalIs;
}

async function liveConnection(work: Work): Promise<StoredConnection | null> {
  const [last] = await lockedConnections(work);
  return last?.ended_at === null ? last : null;
}

/** Whether the keys are another company's than the one that is connected, whose sales are none of that connection's. */
export async function isOfAnother(work: Work, connection: NewConnection): Promise<boolean> {
  const live = await liveConnection(work);
  return live !== null && isOther(live, connection);
}

/** The new keys of the connection that is there; the address and the signing secret stay. */
export async function replaceKeys(
  work: Work,
  connection: NewConnection,
  by: StaffMember | null,
): Promise<boolean> {
  const live = await liveConnection(work);
  if (live === null) return false;
  await putKeys(work, live, connection);
  await record(work, by, 'replace-smartpos-keys', { company: connection.company });
  return true;
}

/** A new signing secret; the one before is taken beside it for a day. Null where nothing is connected. */
export async function rotateSigningSecret(
  work: Work,
  by: StaffMember | null,
): Promise<ConnectionSecrets | null> {
  const live = await liveConnection(work);
  if (live === null) return null;
  await record(work, by, 'rotate-signing-secret', { connection: live.id });
  return { id: live.id, signingSecret: await renewSigningSecret(work, live.id) };
}

const end = (work: Work, id: string): Promise<unknown> =>
  work
    .trx('connections')
    .where({ id })
    .update({ ended_at: new Date(work.now) });

async function putKeys(work: Work, { id, cnpj }: StoredConnection, connection: NewConnection): Promise<void> {
  const {
    baseUrl,
    company,
    companyName = null,
    companyCnpjs = [],
    totalIs,
    apiKeyId,
    apiKeySecret,
  } = connection;
  const [first = null] = companyCnpjs;
  await work
    .trx('connections')
    .where({ id })
    .update({
      base_url: baseUrl,
      ...(company === null ? {} : { company }),
      ...(companyName === null ? {} : { company_name: companyName }),
      ...(first === null || (cnpj !== null && companyCnpjs.includes(cnpj)) ? {} : { company_cnpj: first }),
      ...(totalIs === undefined ? {} : { total_is: totalIs }),
      api_key_id: sealedIn(work, id, apiKeyId, 'key id'),
      api_key_secret: sealedIn(work, id, apiKeySecret, 'key secret'),
      ended_at: null,
      poll_failure: null,
      next_poll_at: new Date(work.now),
    });
}

/** Whether a new signing secret would end one of before that is still taken: beside the newest two are. */
export async function endsOneEarly(work: Work): Promise<boolean> {
  const rows = await query(
    work,
    'SELECT FROM connections WHERE merchant_id = current_merchant() AND ended_at IS NULL AND older_valid_until > ?',
    [new Date(work.now)],
  );
  return rows.length > 0;
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
