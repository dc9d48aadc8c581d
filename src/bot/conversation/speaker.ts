import { newId } from '../../chance';
import type { Work } from '../../db';
import {
  findOrCreateCustomers,
  identityKey,
  loadCustomer,
  mergeCustomers,
  staffByPhone,
  type Identity,
} from '../../loyalty';
import { insertRows } from '../../db/rows';
import type { Speaker } from '../command';
import { cleanName } from '../messages';

/** A chat as its row stands. */
export interface Chat {
  id: string;
  phone: string | null;
  customerId: string | null;
}

/**
 * Who speaks in a chat. Only a phone that the channel vouched for makes someone staff; a chat without one is a
 * customer's, known by the chat alone until the phone is: then both are one, since the channel says so.
 */
export async function speakerIn(work: Work, chat: Chat, name: string): Promise<Speaker> {
  const [known, staff] = await Promise.all([
    chat.customerId === null ? null : loadCustomer(work, chat.customerId),
    chat.phone === null ? null : staffByPhone(work, chat.phone),
  ]);
  const isKnown = known !== null && (known.phone !== null || chat.phone === null);
  const customerId = isKnown ? known.id : await customerBehind(work, chat, cleanName(name));
  if (chat.customerId !== customerId)
    await work.trx('chats').where({ id: chat.id }).update({ customer_id: customerId });
  return { customer: isKnown ? known : await loadCustomer(work, customerId), staff };
}

/** Of a chat whose customer is not known yet, or not by the chat's phone. */
async function customerBehind(work: Work, chat: Chat, name: string | null): Promise<string> {
  if (chat.phone !== null) {
    const identity: Identity = { kind: 'phone', value: chat.phone };
    const found = await findOrCreateCustomers(work, new Map([[identityKey(identity), { identity, name }]]));
    const id = found.get(identityKey(identity));
    if (id !== undefined)
      return chat.customerId === null ? id : mergeCustomers(work, { keep: id, absorb: chat.customerId });
  }
  const id = newId();
  const columns = { id: 'uuid', name: 'text', created_at: 'timestamptz' } as const;
  await insertRows(work, 'customers', columns, [{ id, name, created_at: work.now }]);
  return id;
}
