import type { Work } from '../../db';
import { query } from '../../db/rows';
import { needsOf } from '../core/rules/needs';
import type { Sale } from '../core/sales/sale';
import { programVersions } from '../program/program';

/** Which of these sales cannot be judged as they should without their items, which they came without. */
export async function salesNeedingItems(work: Work, sales: readonly Sale[]): Promise<Set<string>> {
  const bare = sales.filter(({ items }) => items === null);
  if (bare.length === 0 || !(await someRuleIsOnItems(work))) return new Set();
  const versions = (await programVersions(work)).map((version) => ({
    from: version.validFrom,
    needs: needsOf(version).items,
  }));
  const needing = bare.filter(
    ({ occurredAt }) => versions.findLast(({ from }) => from <= occurredAt)?.needs === true,
  );
  // What is judged has its items already, or never will.
  const settled = await query<{ id: string }>(
    work,
    `SELECT id FROM sales WHERE merchant_id = current_merchant() AND id = ANY(?::text[]) AND (dry IS NOT NULL OR history)`,
    [needing.map(({ externalId }) => externalId)],
  );
  const ids = new Set(needing.map(({ externalId }) => externalId));
  for (const { id } of settled) ids.delete(id);
  return ids;
}

/** Most programs have none: known without reading them. */
async function someRuleIsOnItems(work: Work): Promise<boolean> {
  const rows = await query(
    work,
    `SELECT FROM program_versions WHERE merchant_id = current_merchant()
       AND rules::text ~ '"(include|exclude)_(skus|categories)"' LIMIT 1`,
  );
  return rows.length > 0;
}
