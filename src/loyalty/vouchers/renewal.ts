import type { Work } from '../../db';
import { query } from '../../db/rows';
import { context, hashCode } from './rows';

const AT_ONCE = 200;

/** Brings some of the shop's vouchers under the present key, hash and code together; how many, 0 when all are. */
export async function renewVoucherSecrets(work: Work): Promise<number> {
  const { prefix } = work.secrets;
  const rows = await query<{ id: string; envelope: Buffer }>(
    work,
    `SELECT id, code_encrypted AS envelope FROM vouchers
     WHERE merchant_id = current_merchant() AND substring(code_encrypted FROM 1 FOR ?) <> ?
     ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE`,
    [prefix.length, prefix],
  );
  for (const { id, envelope } of rows) {
    const place = context(work.merchantId, id);
    const code = work.secrets.decrypt(envelope, place);
    await work
      .trx('vouchers')
      .where({ id })
      .update({ code_encrypted: work.secrets.encrypt(code, place), code_hash: hashCode(work, code) });
  }
  return rows.length;
}
