import type { Work } from '../../db';
import { sha256 } from '../../ids';
import { query } from '../../db/rows';

/** Longer than any till tries again. */
const KEPT_MS = 7 * 86_400_000;

/** What a till was answered. */
export interface TillAnswer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Answers a request under its idempotency key, once: the same input has the first answer again, another input is a
 * conflict (null). Requests of one key wait for each other. What `act` does is in the same transaction; what may pass
 * (`keeps` is false) is not kept.
 */
export async function answerOnce(
  work: Work,
  request: { till: string; key: string; input: string },
  act: () => Promise<{ answer: TillAnswer; keeps: boolean }>,
): Promise<TillAnswer | null> {
  const { till, key, input } = request;
  await query(work, 'SELECT pg_advisory_xact_lock(?, hashtext(?))', [work.merchantId, `till ${till} ${key}`]);
  await query(work, 'DELETE FROM till_requests WHERE merchant_id = current_merchant() AND created_at < ?', [
    new Date(work.now - KEPT_MS),
  ]);
  const hash = sha256(input);
  const [first] = await query<{ hash: Buffer; status: number; body: TillAnswer['body'] }>(
    work,
    `SELECT input_hash AS hash, status, answer AS body FROM till_requests
     WHERE merchant_id = current_merchant() AND till_id = ? AND idempotency_key = ?`,
    [till, key],
  );
  if (first !== undefined) return hash.equals(first.hash) ? { status: first.status, body: first.body } : null;
  const { answer, keeps } = await act();
  if (keeps)
    await work.trx('till_requests').insert({
      merchant_id: work.merchantId,
      till_id: till,
      idempotency_key: key,
      input_hash: hash,
      status: answer.status,
      answer: JSON.stringify(answer.body),
      created_at: new Date(work.now),
    });
  return answer;
}
