import type { Work } from '../../db';
import { query } from '../../db/rows';
import { sha256 } from '../../ids';
import type { Language } from '../shops/shops';

/** What was answered to who agreed or refused, or what they confirmed. `words`: null where it was said elsewhere, and nothing of ours was shown. */
export interface ConsentText {
  version: string;
  words: string | null;
}

/** Words that were shown: other words, be they the shop's own, are another version. */
export const shownText = (name: string, lang: Language, words: string): ConsentText => ({
  version: `${name}/${lang}/${sha256(words, 'hex').slice(0, 8)}`,
  words,
});

/** What was said where nothing of ours was shown. */
export const saidElsewhere = (where: string): ConsentText => ({ version: where, words: null });

interface Wish {
  customerId: string;
  /** The message that said so. */
  messageId: string;
  shown: ConsentText;
}

/**
 * Stops or allows marketing, with the proof: what was answered, which message said so, and when; of a yes also when the first
 * message, which says how offers are asked for and stopped, had gone to them.
 */
export async function setMarketingConsent(work: Work, wish: Wish & { consent: boolean }): Promise<void> {
  await work.trx('customers').where({ id: wish.customerId }).update({ marketing_consent: wish.consent });
  await prove(work, wish, 'marketing', wish.consent);
}

/** Stops marketing where it has not stopped yet, with the proof. False: there was nothing to stop. */
export async function stopMarketing(work: Work, wish: Wish): Promise<boolean> {
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers WHERE merchant_id = current_merchant() AND id = ? AND marketing_consent IS DISTINCT FROM false FOR UPDATE`,
    [wish.customerId],
  );
  if (rows.length === 0) return false;
  await setMarketingConsent(work, { ...wish, consent: false });
  return true;
}

/** Stops or allows every message that is no answer, with the same proof. */
export async function setMessagesStopped(work: Work, wish: Wish & { stopped: boolean }): Promise<void> {
  await work.trx('customers').where({ id: wish.customerId }).update({ messages_stopped: wish.stopped });
  await prove(work, wish, 'transactional', !wish.stopped);
}

async function prove(
  work: Work,
  { customerId, messageId, shown }: Wish,
  purpose: 'marketing' | 'transactional',
  granted: boolean,
): Promise<void> {
  const introduced = purpose === 'marketing' && granted ? await introducedAt(work, customerId) : null;
  await work.trx('consents').insert({
    merchant_id: work.merchantId,
    customer_id: customerId,
    purpose,
    granted,
    at: new Date(work.now),
    message_id: messageId,
    text_version: shown.version,
    text: shown.words,
    introduced_at: introduced === null ? null : new Date(introduced),
  });
}

/** Null where none of their chats has had the first message. */
async function introducedAt(work: Work, customerId: string): Promise<number | null> {
  const [row] = await query<{ at: number | null }>(
    work,
    `SELECT min(introduced_at) AS at FROM chats WHERE merchant_id = current_merchant() AND customer_id = ?`,
    [customerId],
  );
  return row?.at ?? null;
}
