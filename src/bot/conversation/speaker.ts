import type { Work } from '../../db';
import {
  loadCustomer,
  meetCustomer,
  meetNameless,
  mergeCustomers,
  staffByPhone,
  type Customer,
} from '../../loyalty';
import type { Speaker } from '../command';
import { cleanName } from '../messages';

/** A chat as its row stands. */
export interface Chat {
  id: string;
  phone: string | null;
  customerId: string | null;
}

/** `isNew`: this is the first that is known of them. */
export interface Met extends Speaker {
  isNew: boolean;
}

/**
 * Who speaks in a chat. Only a phone that the channel vouched for makes someone staff; a chat without one is a
 * customer's, known by the chat alone until the phone is: then both are one, since the channel says so.
 */
export async function speakerIn(work: Work, chat: Chat, name: string): Promise<Met> {
  const [{ customer, isNew }, staff] = await Promise.all([
    customerIn(work, chat, name),
    chat.phone === null ? null : staffByPhone(work, chat.phone),
  ]);
  if (chat.customerId !== customer.id)
    work.sendAlong('UPDATE chats SET customer_id = ? WHERE merchant_id = current_merchant() AND id = ?', [
      customer.id,
      chat.id,
    ]);
  return { customer, staff, isNew };
}

async function customerIn(
  work: Work,
  { phone, customerId }: Chat,
  name: string,
): Promise<{ customer: Customer; isNew: boolean }> {
  const known = customerId === null ? null : await loadCustomer(work, customerId);
  if (known !== null && (known.phone !== null || phone === null)) return { customer: known, isNew: false };
  if (phone === null) return { customer: await meetNameless(work, cleanName(name)), isNew: true };
  const met = await meetCustomer(work, { kind: 'phone', value: phone }, cleanName(name));
  if (customerId === null) return met;
  const id = await mergeCustomers(work, { keep: met.customer.id, absorb: customerId });
  return { customer: await loadCustomer(work, id), isNew: false };
}
