import type { Work } from '../../db';
import { MAIL_FAULTS, type MailFault } from '../core/messages/mail-fault';
import { query } from '../../db/rows';

const WITHIN_MS = 30 * 86_400_000;
/** So many returns within thirty days, of whatever cause, and an address is given up. */
const GIVEN_UP_AFTER = 3;

/** Notes that mail to this address of the customer's came back: it is given up at once where it is gone, else after three within a month. */
export async function noteMailFault(
  work: Work,
  { customerId, address, fault }: { customerId: string; address: string; fault: MailFault },
): Promise<void> {
  await query(
    work,
    `UPDATE customer_identities SET mail_fault = ?, returned_at = ?, returned_count = counted,
       bouncing_since = coalesce(bouncing_since, CASE WHEN ? OR counted >= ${GIVEN_UP_AFTER} THEN ?::timestamptz END)
     FROM (SELECT CASE WHEN returned_at > ? THEN returned_count ELSE 0 END + 1 AS counted FROM customer_identities
           WHERE merchant_id = current_merchant() AND kind = 'email' AND value = ? FOR UPDATE) AS c
     WHERE merchant_id = current_merchant() AND customer_id = ? AND kind = 'email' AND value = ?`,
    [
      fault,
      new Date(work.now),
      MAIL_FAULTS[fault] === 'hard',
      new Date(work.now),
      new Date(work.now - WITHIN_MS),
      address,
      customerId,
      address,
    ],
  );
}

/** Notes that an address which one of the team said is gone: what they have to know goes by the chat. */
export async function noteTeamMailFault(
  work: Work,
  { phone, address, fault }: { phone: string; address: string; fault: MailFault },
): Promise<void> {
  if (MAIL_FAULTS[fault] !== 'hard') return;
  await query(
    work,
    `UPDATE declared_identities d SET bouncing_since = ? FROM customer_identities p
     WHERE d.merchant_id = current_merchant() AND d.kind = 'email' AND d.value = ? AND d.bouncing_since IS NULL
       AND p.merchant_id = d.merchant_id AND p.customer_id = d.customer_id AND p.kind = 'phone' AND p.value = ?`,
    [new Date(work.now), address, phone],
  );
}

/** Why nothing is written to an address of the customer's any more; null where each takes mail. */
export async function mailFaultOf(work: Work, customerId: string): Promise<MailFault | null> {
  const [row] = await query<{ fault: MailFault }>(
    work,
    `SELECT coalesce(mail_fault, 'no-mailbox') AS fault FROM customer_identities
     WHERE merchant_id = current_merchant() AND customer_id = ? AND kind = 'email' AND bouncing_since IS NOT NULL
     ORDER BY bouncing_since DESC LIMIT 1`,
    [customerId],
  );
  return row?.fault ?? null;
}

/** Whoever says an address anew wants it tried again. */
export async function tryAddressAgain(work: Work, customerId: string, address: string): Promise<void> {
  await work
    .trx('customer_identities')
    .where({ customer_id: customerId, kind: 'email', value: address })
    .whereNotNull('returned_at')
    .update({ bouncing_since: null, mail_fault: null, returned_count: 0, returned_at: null });
}
