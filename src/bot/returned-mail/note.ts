import type { Work } from '../../db';
import { noteMailFault, noteTeamMailFault, type MailFault } from '../../loyalty';
import { query } from '../../db/rows';
import { reasonOf } from '../channel';
import { settleFailed } from '../sending/ends';
import { goesByChat } from '../sending/fall-over';
import { noteComplaint } from './complaint';
import { hasLeft, type Noted, type Row } from './row';
import { isProven, tokensIn, type Named } from './token';

/**
 * Notes that a message came back, or was marked as spam: its address is given up or counted, what a customer is owed goes another way or is kept, and
 * the owner is told. The same report again changes nothing.
 */
export async function noteReturned(work: Work, named: Named, fault: MailFault): Promise<Noted> {
  const row = await sentBy(work, named.messageId);
  const address = row?.addresses.find((one) => isProven(work.secrets, named, one));
  if (row === null || address === undefined) return 'unknown';
  if (row.state === 'sending') return 'sending';
  if (fault === 'complained') return noteComplaint(work, row, address);
  // One that waits, or went to another address since, is not about this report any more.
  const isOpen = row.channel === 'email' && hasLeft(row);
  if (!isOpen || !isOfLast(named, row.providerId)) return 'known';
  const reason = reasonOf(fault);
  if (row.customerId === null) {
    if (row.phone !== null) await noteTeamMailFault(work, { phone: row.phone, address, fault });
    await goesByChat(work, row, { state: 'failed', reason, retry: false });
    work.ring('outbound', String(work.merchantId));
    return 'noted';
  }
  await work.trx('outbox').where({ id: row.id }).update({ customer_id: row.customerId });
  await noteMailFault(work, { customerId: row.customerId, address, fault });
  await settleFailed(work, row, { state: 'failed', reason, fault });
  return 'noted';
}

const isOfLast = ({ proof }: Named, messageId: string | null): boolean =>
  messageId === null || tokensIn(messageId).some((last) => last.proof.equals(proof));

/** With every address that it may have gone to; whoever was merged since is who there is now. */
async function sentBy(work: Work, id: string): Promise<Row | null> {
  const [row] = await query<Row>(
    work,
    `WITH locked AS MATERIALIZED (SELECT * FROM outbox WHERE merchant_id = current_merchant() AND id = ? FOR UPDATE),
     o AS (
       SELECT l.*, s.phone AS team_phone, coalesce(c.merged_into, c.id) AS customer, p.customer_id AS member FROM locked l
       LEFT JOIN customers c ON c.merchant_id = l.merchant_id AND c.id = l.customer_id
       LEFT JOIN staff s ON s.merchant_id = l.merchant_id AND s.id = l.staff_id
       LEFT JOIN customer_identities p ON p.merchant_id = s.merchant_id AND p.kind = 'phone' AND p.value = s.phone)
     SELECT o.id, o.state, o.reason, o.provider_id AS "providerId", o.channel, o.customer AS "customerId", o.staff_id AS "staffId", o.params, o.priority, o.is_copy AS "isCopy",
       coalesce(o.team_phone, (SELECT i.value FROM customer_identities i
         WHERE i.merchant_id = o.merchant_id AND i.customer_id = o.customer AND i.kind = 'phone' LIMIT 1)) AS phone,
       ARRAY(SELECT i.value FROM customer_identities i
               WHERE i.merchant_id = o.merchant_id AND i.kind = 'email' AND i.customer_id IN (o.customer, o.member)
             UNION SELECT d.value FROM declared_identities d
               WHERE d.merchant_id = o.merchant_id AND d.kind = 'email' AND d.customer_id = o.member) AS addresses
     FROM o`,
    [id],
  );
  return row ?? null;
}
