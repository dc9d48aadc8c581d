import type { Work } from '../db';
import { arrayLiteral, query } from '../db/rows';

/** A report as it is kept. */
interface Report {
  deliveryId: string;
  bodyHash: Buffer;
}

/** What is reported later of an erased person's purchases stays without the person. */
export async function forget(work: Work, reports: readonly Report[]): Promise<void> {
  if (reports.length > 0) await query(work, 'SELECT forget_in(?::text[], ?::bytea[])', keysOf(reports));
}

/** The same of those among them whose sale is an erased person's: what was not read as a sale, or brought again. */
export async function forgetErased(work: Work, reports: readonly Report[]): Promise<void> {
  if (reports.length > 0) await query(work, 'SELECT forget_erased(?::text[], ?::bytea[])', keysOf(reports));
}

const keysOf = (reports: readonly Report[]): string[] => [
  arrayLiteral('text', reports, 'deliveryId'),
  arrayLiteral('bytea', reports, 'bodyHash'),
];
