import { createHash } from 'node:crypto';
import type { Work } from '../../db';
import type { Language } from '../../loyalty';
import { query } from '../../db/rows';
import type { CommandName, Turn } from '../command';
import { redacted } from '../understand';

/** Of a shop: what was said last is kept. */
const KEPT = 500;
/** A longer text is no phrase for the book. */
const LONGEST = 160;

export interface Misunderstood {
  id: string;
  lang: Language;
  words: string;
  byStaff: boolean;
  offered: string[];
  times: number;
}

/** Notes what was not understood, without personal data; the same words are one row. */
export async function noteMisunderstood(
  turn: Turn,
  text: string,
  offered: readonly CommandName[],
): Promise<void> {
  const { work, lang, speaker, understanding } = turn;
  const { customer, staff } = speaker;
  const words = redacted(text, {
    names: [customer.name, staff?.name ?? null].filter((name) => name !== null),
    knows: (word) => understanding.knows(word, lang),
  });
  if (words === '' || words.length > LONGEST) return;
  const id = createHash('sha256').update(`${lang} ${words}`).digest('hex').slice(0, 8);
  await query(
    work,
    `INSERT INTO not_understood (merchant_id, id, lang, words, by_staff, offered, last_at)
     VALUES (current_merchant(), ?, ?, ?, ?, ?, ?)
     ON CONFLICT (merchant_id, id) DO UPDATE
     SET times = not_understood.times + 1, by_staff = excluded.by_staff, offered = excluded.offered, last_at = excluded.last_at`,
    [id, lang, words, staff !== null, offered, new Date(work.now)],
  );
  await query(
    work,
    `DELETE FROM not_understood WHERE merchant_id = current_merchant() AND id IN (
       SELECT id FROM not_understood WHERE merchant_id = current_merchant() ORDER BY last_at DESC, id OFFSET ${KEPT})`,
  );
}

/** What a shop's chat did not understand, the most frequent first. */
export async function misunderstood(work: Work): Promise<Misunderstood[]> {
  return query<Misunderstood>(
    work,
    `SELECT id, lang, words, by_staff AS "byStaff", offered, times FROM not_understood
     WHERE merchant_id = current_merchant() ORDER BY times DESC, last_at DESC, id`,
  );
}

/** Labelled or dropped, it is done with. */
export async function forgetMisunderstood(work: Work, id: string): Promise<void> {
  await query(work, 'DELETE FROM not_understood WHERE merchant_id = current_merchant() AND id = ?', [id]);
}
