import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import type { StaffMember } from '../shops/team';
import type { ChangeKind, Changes } from './changes';

/** A change as the shop's history keeps it. */
export interface Recorded<Kind extends ChangeKind = ChangeKind> {
  id: number;
  at: Instant;
  kind: Kind;
  details: Changes[Kind];
  /** Null: an operator, or the program itself. */
  staffId: string | null;
  /** As they were called then. */
  staffName: string | null;
  /** It was undone since. */
  undone: boolean;
}

/**
 * Who did what: the one entry that every change of a shop makes, in the transaction of the change itself. Entries are
 * only ever added; what undoes another is an entry of its own.
 */
export async function record<Kind extends ChangeKind>(
  work: Work,
  by: StaffMember | null,
  kind: Kind,
  details: Changes[Kind],
  undoes?: number,
): Promise<void> {
  await work.trx('audit_log').insert({
    merchant_id: work.merchantId,
    at: new Date(work.now),
    staff_id: by?.id ?? null,
    staff_name: by?.name ?? null,
    action: kind,
    details: JSON.stringify(details),
    undoes: undoes ?? null,
  });
}

/** The latest changes first; `more` is to be given as `before` for the older ones. */
export async function historyOf(
  work: Work,
  { limit, before = null }: { limit: number; before?: number | null },
): Promise<{ changes: Recorded[]; more: number | null }> {
  const rows = await query<Recorded>(
    work,
    `SELECT a.id, a.at, a.action AS kind, a.details, a.staff_id AS "staffId", a.staff_name AS "staffName",
       EXISTS (SELECT FROM audit_log u WHERE u.merchant_id = a.merchant_id AND u.undoes = a.id) AS undone
     FROM audit_log a WHERE a.merchant_id = current_merchant() AND (?::bigint IS NULL OR a.id < ?::bigint)
     ORDER BY a.id DESC LIMIT ?`,
    [before, before, limit + 1],
  );
  const changes = rows.slice(0, limit);
  return { changes, more: rows.length > limit ? (changes.at(-1)?.id ?? null) : null };
}
