import type { Work } from '../../db';
import {
  loadCustomer,
  loadShop,
  noteMailFault,
  noteTeamMailFault,
  saidElsewhere,
  stopMarketing,
  tellOwners,
} from '../../loyalty';
import { hasLeft, type Noted, type Row } from './row';

/** The reason of a message that was sent, and that its reader marked as spam. */
const COMPLAINED = 'complained';
const fault = 'complained';

/**
 * Whoever marks a message as spam wants no offers, in whatever channel, and no more mail at that address: what they are owed
 * goes by the chat, or is kept. The message itself arrived, and is not sent again.
 */
export async function noteComplaint(work: Work, row: Row, address: string): Promise<Noted> {
  const { customerId, phone } = row;
  if (row.reason === COMPLAINED) return 'known';
  // One that waits again, by whatever channel, has its own reason.
  if (hasLeft(row)) await work.trx('outbox').where({ id: row.id }).update({ reason: COMPLAINED });
  if (customerId === null) {
    if (phone !== null) await noteTeamMailFault(work, { phone, address, fault });
    return 'noted';
  }
  await noteMailFault(work, { customerId, address, fault });
  await stopMarketing(work, { customerId, messageId: row.id, shown: saidElsewhere(COMPLAINED) });
  const [{ name }, { name: shop }] = await Promise.all([loadCustomer(work, customerId), loadShop(work)]);
  await tellOwners(work, {
    cause: `email-complained:${customerId}`,
    notice: { kind: 'message-not-delivered', shop, to: name, phone, reason: 'email-complained', fault },
  });
  return 'noted';
}
