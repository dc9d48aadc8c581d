import { createHash } from 'node:crypto';
import { newToken } from '../chance';
import type { Work } from '../db';
import { query } from '../db/rows';
import type { Secrets } from '../secrets';

const LINK_MS = 15 * 60_000;
/** It is read in an e-mail, whenever that is, and opens nothing without the PIN. */
const RELINK_MS = 7 * 24 * 60 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;

/** Every page that is opened by a one-time link, with what its link carries. Not for secrets: it is kept as it is. */
export interface LinkPayloads {
  /** The request that is confirmed by a PIN: it waits in the chat. */
  pin: { request: string };
  /** Of the shop that was opened. */
  'open-shop': { merchantId: number; name?: string };
  /** The shop's number is to be linked again. */
  relink: null;
  /** `forgotten`: the one before is not asked for. */
  'new-pin': { forgotten: boolean };
  /** What the till is to be called; null: its owner says so on the page. */
  'till-key': { name: string | null };
  /** `replace`: what of the connection that is there is to be new; null connects. */
  'connect-smartpos': { replace: 'keys' | 'signing-secret' | null };
  /** The keys of WhatsApp's Cloud API. */
  'connect-whatsapp': null;
}

export type LinkPurpose = keyof LinkPayloads;

/** Whose link it is: what is done on its page is done by them. */
export type LinkHolder = { staffId: string } | { customerId: string };

export interface NewLink<Purpose extends LinkPurpose> {
  purpose: Purpose;
  holder: LinkHolder;
  /** The chat in which it was asked for. */
  chatId: string | null;
  payload: LinkPayloads[Purpose];
  /** It is sent only then, and good for its time from then on. */
  from?: number;
}

export interface OneTimeLink<Purpose extends LinkPurpose> extends NewLink<Purpose> {
  id: string;
  expiresAt: number;
}

/** A control character, which no name or text of anybody's keeps: it parts a link's place from the words around. */
const MARK = '\u0002';
const PLACE = new RegExp(`${MARK}([a-z-]+) ([0-9a-f-]{36})${MARK}`, 'g');

/**
 * Makes a link that is good for fifteen minutes (`relink`: a week) and one use, and ends its holder's earlier ones for the same purpose.
 * Returns its place in a text: texts wait in the outbox, where no token may stand, so the address is put in when the
 * text is sent (`withLinks`).
 */
export async function issueLink<Purpose extends LinkPurpose>(
  work: Work,
  { purpose, holder, chatId, payload, from }: NewLink<Purpose>,
): Promise<string> {
  const id = newToken();
  const owner = {
    staff_id: 'staffId' in holder ? holder.staffId : null,
    customer_id: 'customerId' in holder ? holder.customerId : null,
  };
  await query(
    work,
    `DELETE FROM one_time_links WHERE merchant_id = current_merchant() AND (expires_at < ?
       OR purpose = ? AND used_at IS NULL AND coalesce(staff_id, customer_id) = ?)`,
    [new Date(work.now - KEPT_MS), purpose, owner.staff_id ?? owner.customer_id],
  );
  await work.trx('one_time_links').insert({
    merchant_id: work.merchantId,
    id,
    purpose,
    token_hash: hashOf(tokenOf(work.secrets, work.merchantId, id)),
    ...owner,
    chat_id: chatId,
    payload: JSON.stringify(payload),
    created_at: new Date(work.now),
    expires_at: new Date((from ?? work.now) + (purpose === 'relink' ? RELINK_MS : LINK_MS)),
  });
  return `${MARK}${purpose} ${id}${MARK}`;
}

/** The text with each link's address in its place; `base` is how the outside reaches the public port. */
export function withLinks(text: string, secrets: Secrets, merchantId: number, base: string): string {
  return text.replaceAll(
    PLACE,
    (_place, purpose: string, id: string) =>
      `${base}/p/${purpose}/${merchantId}.${tokenOf(secrets, merchantId, id)}`,
  );
}

/** The text without where links are to stand, and without the addresses of such. */
export const withoutLinks = (text: string): string =>
  text.replaceAll(PLACE, '····').replaceAll(/(\/p\/[a-z-]+\/\d{1,9}\.)[\w-]{43}/g, '$1····');

/** The shop that an address names; null where it can be none. */
export function shopOfAddress(address: string): number | null {
  const shop = /^(\d{1,9})\.[\w-]{43}$/.exec(address)?.[1];
  return shop === undefined ? null : Number(shop);
}

/** The link behind an address, as long as it is good; opening it does not use it up. */
export async function findLink<Purpose extends LinkPurpose>(
  work: Work,
  purpose: Purpose,
  address: string,
): Promise<OneTimeLink<Purpose> | null> {
  const [row] = await query<{
    id: string;
    staff_id: string | null;
    customer_id: string | null;
    chat_id: string | null;
    payload: LinkPayloads[Purpose];
    expires_at: number;
  }>(
    work,
    `SELECT id, staff_id, customer_id, chat_id, payload, expires_at FROM one_time_links
     WHERE merchant_id = current_merchant() AND token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?`,
    [hashOf(address.slice(address.indexOf('.') + 1)), purpose, new Date(work.now)],
  );
  if (row === undefined) return null;
  const { id, staff_id: staffId, customer_id: customerId, chat_id: chatId, payload, expires_at: until } = row;
  const holder = staffId === null ? { customerId: customerId ?? '' } : { staffId };
  return { id, purpose, holder, chatId, payload, expiresAt: until };
}

/** Who held the link behind an address, good or not; null for an address that was never given out here. */
export async function holderOnce(
  work: Work,
  purpose: LinkPurpose,
  address: string,
): Promise<{ customerId: string | null } | null> {
  const [row] = await query<{ customerId: string | null }>(
    work,
    `SELECT customer_id AS "customerId" FROM one_time_links
     WHERE merchant_id = current_merchant() AND token_hash = ? AND purpose = ?`,
    [hashOf(address.slice(address.indexOf('.') + 1)), purpose],
  );
  return row ?? null;
}

/** What the latest link of a holder carries, good or not, for a day; null where there is none. */
export async function latestPayload<Purpose extends LinkPurpose>(
  work: Work,
  purpose: Purpose,
  holder: LinkHolder,
): Promise<LinkPayloads[Purpose] | null> {
  const [row] = await query<{ payload: LinkPayloads[Purpose] }>(
    work,
    `SELECT payload FROM one_time_links
     WHERE merchant_id = current_merchant() AND purpose = ? AND coalesce(staff_id, customer_id) = ? AND created_at > ?
     ORDER BY created_at DESC LIMIT 1`,
    [purpose, 'staffId' in holder ? holder.staffId : holder.customerId, new Date(work.now - KEPT_MS)],
  );
  return row?.payload ?? null;
}

/** Uses a link up, in the transaction of what it is used for; false where it was used, or ran out, meanwhile. */
export async function useLink(work: Work, id: string): Promise<boolean> {
  const used = await query(
    work,
    `UPDATE one_time_links SET used_at = ?
     WHERE merchant_id = current_merchant() AND id = ? AND used_at IS NULL AND expires_at > ? RETURNING id`,
    [new Date(work.now), id, new Date(work.now)],
  );
  return used.length > 0;
}

/** 256 bits that only the holder of the secret key can make of the id. */
const tokenOf = (secrets: Secrets, merchantId: number, id: string): string =>
  secrets.hash(`${merchantId} ${id}`, 'one-time link').toString('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
