import { randomBytes } from '../chance';
import type { Clock } from '../clock';
import { wholeSecond } from '../loyalty';
import type { Database, Work } from '../db';
import { query } from '../db/rows';
import type { Secrets } from '../secrets';
import { signingKey } from './signature';
import type { ParseOptions } from './smartpos/parse-sale';

/** How long a change of a connection may take to reach every process. */
const FRESH_MS = 5_000;
const REMEMBERED = 10_000;

/** What a delivery to an address is checked with. */
export interface Address {
  merchantId: number;
  keys: readonly Buffer[];
}

interface SecretRow {
  merchant_id: number;
  secret: Buffer;
  /** Null: until it is replaced. */
  valid_until: number | null;
}

/** Each of a connection's secrets opens only in its own place. */
type SecretOf = 'key id' | 'key secret' | 'signing';

const context = (merchantId: number, id: string, what: SecretOf): string =>
  `connection ${merchantId} ${id} ${what}`;

export const sealedIn = (work: Work, id: string, text: string, what: SecretOf): Buffer =>
  work.secrets.encrypt(text, context(work.merchantId, id, what));

export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Finds whose an address is; remembers for a few seconds, unknown ones too. */
export class AddressBook {
  private readonly known = new Map<string, { address: Address | null; until: number }>();

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<Address | null> {
    const now = this.clock.now();
    const remembered = this.known.get(id);
    if (remembered !== undefined && Math.abs(remembered.until - now) <= FRESH_MS) return remembered.address;
    const rows = await this.db.call<SecretRow>('SELECT * FROM signing_secrets_at(?)', [id]);
    const address = this.open(id, rows, now);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, { address, until: now + FRESH_MS });
    return address;
  }

  private open(id: string, rows: readonly SecretRow[], now: number): Address | null {
    const [first] = rows;
    if (first === undefined) return null;
    const keys = rows
      .filter(({ valid_until: until }) => until === null || until > now)
      .map(({ merchant_id: merchantId, secret }) =>
        signingKey(this.secrets.decrypt(secret, context(merchantId, id, 'signing'))),
      );
    return { merchantId: first.merchant_id, keys };
  }
}

export interface NewConnection {
  baseUrl: string;
  company: string | null;
  /** What SmartPOS calls the account, and the first eight characters of its stores' CNPJs, each once; none where it does not say. */
  companyName?: string | null;
  companyCnpjs?: readonly string[];
  /** Whether `totalAmount` has the discount in it; without it as it is, which is after at first. */
  totalIs?: ParseOptions['totalIs'];
  apiKeyId: string;
  apiKeySecret: string;
}

/** What the shop has to enter at SmartPOS; shown once. */
export interface ConnectionSecrets {
  id: string;
  signingSecret: string;
}

/** Connects the shop; the secrets are kept encrypted. Pulling begins at this moment. */
export async function createConnection(work: Work, connection: NewConnection): Promise<ConnectionSecrets> {
  const id = `con_${randomBytes(12).toString('hex')}`;
  const signingSecret = newSigningSecret();
  const sealed = (text: string, what: SecretOf): Buffer => sealedIn(work, id, text, what);
  await work.trx('connections').insert({
    merchant_id: work.merchantId,
    id,
    base_url: connection.baseUrl,
    company: connection.company,
    company_name: connection.companyName ?? null,
    company_cnpj: connection.companyCnpjs?.[0] ?? null,
    ...(connection.totalIs === undefined ? {} : { total_is: connection.totalIs }),
    api_key_id: sealed(connection.apiKeyId, 'key id'),
    api_key_secret: sealed(connection.apiKeySecret, 'key secret'),
    signing_secret: sealed(signingSecret, 'signing'),
    next_poll_at: new Date(work.now),
    // The times of sales have whole seconds: those of the connection's first are its own.
    created_at: new Date(wholeSecond(work.now)),
  });
  return { id, signingSecret };
}

/** SmartPOS answers at another address now. */
export async function moveConnection(work: Work, id: string, baseUrl: string): Promise<void> {
  await work.trx('connections').where({ id }).update({ base_url: baseUrl });
}

/** Brings the secrets of the shop's connections under the present key; how many there were to bring. */
export async function renewConnectionSecrets(work: Work): Promise<number> {
  const columns = {
    api_key_id: 'key id',
    api_key_secret: 'key secret',
    signing_secret: 'signing',
    previous_signing_secret: 'signing',
    older_signing_secret: 'signing',
  } as const;
  let renewed = 0;
  for (const [column, what] of Object.entries(columns)) {
    const rows = await query<{ id: string; envelope: Buffer | null }>(
      work,
      `SELECT id, ${column} AS envelope FROM connections WHERE merchant_id = current_merchant() FOR UPDATE`,
    );
    for (const { id, envelope } of rows) {
      const now =
        envelope === null ? null : work.secrets.renewed(envelope, context(work.merchantId, id, what));
      if (now === null) continue;
      await work
        .trx('connections')
        .where({ id })
        .update({ [column]: now });
      renewed += 1;
    }
  }
  return renewed;
}

/** A secret of the shop's latest connection as it is kept; null where it has none. */
export async function latestEnvelope(work: Work): Promise<Buffer | null> {
  const [row] = await query<{ envelope: Buffer }>(
    work,
    `SELECT signing_secret AS envelope FROM connections WHERE merchant_id = current_merchant()
     ORDER BY created_at DESC, id LIMIT 1`,
  );
  return row?.envelope ?? null;
}

export interface PullConnection {
  id: string;
  baseUrl: string;
  apiKeyId: string;
  apiKeySecret: string;
  totalIs: ParseOptions['totalIs'];
  polledUntil: number;
  /** When products, categories and customers were last read. */
  listsAt: number | null;
}

interface PullRow {
  base_url: string;
  api_key_id: Buffer;
  api_key_secret: Buffer;
  total_is: ParseOptions['totalIs'];
  polled_until: number | null;
  created_at: number;
  lists_at: number | null;
}

const PULLED = 'base_url, api_key_id, api_key_secret, total_is, polled_until, created_at, lists_at';

function pullConnection(work: Work, id: string, row: PullRow): PullConnection {
  const open = (envelope: Buffer, what: SecretOf): string =>
    work.secrets.decrypt(envelope, context(work.merchantId, id, what));
  return {
    id,
    baseUrl: row.base_url,
    apiKeyId: open(row.api_key_id, 'key id'),
    apiKeySecret: open(row.api_key_secret, 'key secret'),
    totalIs: row.total_is,
    polledUntil: row.polled_until ?? row.created_at,
    listsAt: row.lists_at,
  };
}

/** What a connection is pulled with; null where it has ended. */
export async function openConnection(work: Work, id: string): Promise<PullConnection | null> {
  const [row] = await query<PullRow>(
    work,
    `SELECT ${PULLED} FROM connections WHERE merchant_id = current_merchant() AND id = ? AND ended_at IS NULL`,
    [id],
  );
  return row === undefined ? null : pullConnection(work, id, row);
}

/** Takes the next pull of a connection for this process; null where another took it or the connection has ended. */
export async function claimPull(work: Work, id: string, everyMs: number): Promise<PullConnection | null> {
  const [row] = await query<PullRow>(
    work,
    `UPDATE connections SET next_poll_at = ?
     WHERE merchant_id = current_merchant() AND id = ? AND ended_at IS NULL AND pull_is_due(next_poll_at, ?) RETURNING ${PULLED}`,
    [new Date(work.now + everyMs), id, new Date(work.now)],
  );
  return row === undefined ? null : pullConnection(work, id, row);
}
