import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { Database, Work } from '../../../db';
import { query } from '../../../db/rows';
import { setChannel, type StaffMember } from '../../../loyalty';
import type { Secrets } from '../../../secrets';

/** How long a change of an account may take to reach every process. */
const FRESH_MS = 5_000;
const REMEMBERED = 10_000;

/** What the shop enters, from Meta's pages. */
export interface AccountKeys {
  phoneNumberId: string;
  token: string;
  appSecret: string;
}

/** What the shop enters at Meta: where callbacks go, and what proves that they may. */
export interface CallbackKeys {
  address: string;
  verifyToken: string;
}

const context = (merchantId: number, what: string): string => `cloud api ${merchantId} ${what}`;

/** Keeps the keys, encrypted. The callbacks' address and verify token are made once and stay. */
export async function saveAccount(work: Work, keys: AccountKeys): Promise<CallbackKeys> {
  const { merchantId, secrets } = work;
  const sealed = (text: string, what: string): Buffer => secrets.encrypt(text, context(merchantId, what));
  const entered = {
    phone_number_id: keys.phoneNumberId,
    token: sealed(keys.token, 'token'),
    app_secret: sealed(keys.appSecret, 'app secret'),
    changed_at: new Date(work.now),
  };
  await work
    .trx('cloud_api_accounts')
    .insert({
      merchant_id: merchantId,
      address: `wa_${randomBytes(12).toString('hex')}`,
      verify_token: sealed(randomBytes(24).toString('base64url'), 'verify token'),
      ...entered,
    })
    .onConflict('merchant_id')
    .merge(['phone_number_id', 'token', 'app_secret', 'changed_at']);
  const row = await work
    .trx<{ address: string; verify_token: Buffer }>('cloud_api_accounts')
    .first('address', 'verify_token');
  if (row === undefined) throw new Error('the account was not kept');
  return {
    address: row.address,
    verifyToken: secrets.decrypt(row.verify_token, context(merchantId, 'verify token')),
  };
}

/** From now on the shop is served over the Cloud API, by these keys. */
export async function connectAccount(
  work: Work,
  keys: AccountKeys,
  by: StaffMember | null,
): Promise<CallbackKeys> {
  const callback = await saveAccount(work, keys);
  await setChannel(work, 'cloud-api', by);
  work.ring('outbound', String(work.merchantId));
  return callback;
}

/**
 * Brings the account's secrets under the present key; how many there were to bring. Run as the tables' owner: the program
 * itself may not change the verify token.
 */
export async function renewAccountSecrets(work: Work): Promise<number> {
  const columns = { token: 'token', app_secret: 'app secret', verify_token: 'verify token' } as const;
  await query(work, 'RESET ROLE');
  const row = await work
    .trx<Record<keyof typeof columns, Buffer> & { merchant_id: number }>('cloud_api_accounts')
    .where({ merchant_id: work.merchantId })
    .forUpdate()
    .first();
  let renewed = 0;
  for (const column of ['token', 'app_secret', 'verify_token'] as const) {
    const now =
      row === undefined ? null : work.secrets.renewed(row[column], context(work.merchantId, columns[column]));
    if (now === null) continue;
    await work
      .trx('cloud_api_accounts')
      .where({ merchant_id: work.merchantId })
      .update({ [column]: now });
    renewed += 1;
  }
  await query(work, 'SET ROLE smartbis_app');
  return renewed;
}

/** Null: the shop has entered nothing yet. */
export async function loadAccount(work: Work): Promise<Omit<AccountKeys, 'appSecret'> | null> {
  const row = await work
    .trx<{ phone_number_id: string; token: Buffer }>('cloud_api_accounts')
    .first('phone_number_id', 'token');
  if (row === undefined) return null;
  const token = work.secrets.decrypt(row.token, context(work.merchantId, 'token'));
  return { phoneNumberId: row.phone_number_id, token };
}

/** What a callback to an address is checked with. */
export interface CallbackAccount {
  merchantId: number;
  appSecret: string;
  verifyToken: string;
}

/** Finds whose an address is; remembers for a few seconds, unknown ones too. */
export class CallbackAccounts {
  private readonly known = new Map<string, { account: CallbackAccount | null; until: number }>();

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async at(address: string): Promise<CallbackAccount | null> {
    const now = this.clock.now();
    const remembered = this.known.get(address);
    if (remembered !== undefined && Math.abs(remembered.until - now) <= FRESH_MS) return remembered.account;
    const [row] = await this.db.call<{ merchant_id: number; app_secret: Buffer; verify_token: Buffer }>(
      'SELECT * FROM cloud_api_account_at(?)',
      [address],
    );
    const open = (envelope: Buffer, merchantId: number, what: string): string =>
      this.secrets.decrypt(envelope, context(merchantId, what));
    const account =
      row === undefined
        ? null
        : {
            merchantId: row.merchant_id,
            appSecret: open(row.app_secret, row.merchant_id, 'app secret'),
            verifyToken: open(row.verify_token, row.merchant_id, 'verify token'),
          };
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(address, { account, until: now + FRESH_MS });
    return account;
  }
}
