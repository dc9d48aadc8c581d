import type { Work } from '../../db';
import { query } from '../../db/rows';
import { namingIn } from './other-people';

/** What SmartPOS told of a customer or of their sales, as it came. */
export interface CustomerReport {
  at: number;
  source: string;
  report: unknown;
}

interface Row {
  at: number;
  source: string;
  body: string;
  /** The body without whoever it names. */
  anonymous: string;
  isOfSale: boolean;
}

/**
 * The reports about these sales, and about who has one of these identities. What names somebody by anything that is not the
 * customer's (a purchase that was first told as another's) is given without anybody; voucher codes are left out.
 */
export async function reportsAbout(
  work: Work,
  {
    ids,
    sales,
    identities,
  }: { ids: readonly string[]; sales: readonly string[]; identities: readonly string[] },
): Promise<CustomerReport[]> {
  const rows = await query<Row>(
    work,
    `SELECT e.received_at AS at, e.source, e.body, without_person(e.body) AS anonymous, bool_or(r.is_of_sale) AS "isOfSale"
     FROM (SELECT delivery_id, body_hash, true AS is_of_sale FROM reports_of(?::text[])
           UNION ALL
           SELECT s.delivery_id, s.body_hash, false FROM unnest(customer_subjects(?::text[], ?::text[])) AS about
           CROSS JOIN LATERAL (SELECT * FROM report_subjects n
             WHERE n.merchant_id = current_merchant() AND n.subject = about OFFSET 0) AS s) AS r
     CROSS JOIN LATERAL (SELECT * FROM inbox_events i WHERE i.merchant_id = current_merchant()
       AND i.delivery_id = r.delivery_id AND i.body_hash = r.body_hash AND i.body <> '{}' OFFSET 0) AS e
     GROUP BY e.received_at, e.source, e.delivery_id, e.body ORDER BY e.received_at, e.delivery_id`,
    [
      sales,
      identities.filter((value) => !value.includes('@')),
      identities.filter((value) => value.includes('@')),
    ],
  );
  const told = rows.map((row) => ({ ...row, report: readReport(row.body) }));
  const names = await namingIn(
    work,
    told.map(({ report }) => report),
    ids,
  );
  return told.flatMap(({ at, source, report, anonymous, isOfSale }) => {
    if (!isOfSale && !names.them(report)) return [];
    const isTheirs = report !== undefined && !names.others(report) && peopleIn(report).every(names.onlyThem);
    return [{ at, source, report: isTheirs ? report : readReport(anonymous) }];
  });
}

/** Where a report says who somebody is: the same places that `without_person` empties. */
function peopleIn(report: unknown): unknown[] {
  const told = fields(report);
  const data = fields(told['data']);
  return [told['customer'], data['customer'], String(told['type']).startsWith('customer.') ? data : null];
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Undefined where it cannot be read. */
function readReport(body: string): unknown {
  try {
    return JSON.parse(body, (key, value: unknown) => (key === 'voucherCode' ? undefined : value)) as unknown;
  } catch {
    return undefined;
  }
}
