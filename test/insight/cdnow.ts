import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dayNumber,
  groupEqual,
  historiesOf,
  summarize,
  type Groups,
} from '../../src/loyalty/insight/repurchase/histories';
import type { Spending } from '../../src/loyalty/insight/repurchase/spend';

/** The calibration half of the CDNOW sample as the models see it. */
export interface Calibration {
  groups: Groups;
  /** Of repeat purchases, in dollars. */
  spending: Spending;
}

const CALIBRATION_END = dayNumber('1997-09-30');

/** From the table of sufficient statistics in test/data. */
export function calibrationTable(): Calibration {
  const text = readFileSync(join(__dirname, '..', 'data', 'cdnow-calibration.csv'), 'utf8');
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const column = (index: number) =>
    rows.flatMap((row) => Array.from({ length: row[4] ?? 0 }, () => row[index] ?? 0));
  const repeats = column(0);
  return {
    groups: groupEqual({
      customers: Int32Array.from(repeats, (_x, i) => i),
      repeats: Int32Array.from(repeats),
      recency: Int32Array.from(column(1)),
      age: Int32Array.from(column(2)),
    }),
    spending: { purchases: repeats, mean: column(3).map((cents, i) => cents / 100 / (repeats[i] ?? 1)) },
  };
}

/** From the raw sales: master id, sample id, day, CDs, dollars. */
export function calibrationFromSales(path: string): Calibration {
  const sales = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([id = '', , date = '', , dollars = '']) => ({
      customer: id,
      day: dayNumber(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
      cents: Math.round(Number(dollars) * 100),
    }));
  const numbers = new Map([...new Set(sales.map(({ customer }) => customer))].map((id, i) => [id, i]));
  const of = ({ customer }: { customer: string }) => numbers.get(customer) ?? -1;
  const summaries = summarize(
    historiesOf(
      sales.map(of),
      sales.map(({ day }) => day),
    ),
    CALIBRATION_END,
  );
  const first = new Map<number, number>();
  for (const sale of sales) first.set(of(sale), Math.min(first.get(of(sale)) ?? Infinity, sale.day));
  const cents = new Float64Array(numbers.size);
  for (const sale of sales)
    if (sale.day > (first.get(of(sale)) ?? 0) && sale.day <= CALIBRATION_END)
      cents[of(sale)] = (cents[of(sale)] ?? 0) + sale.cents;
  return {
    groups: groupEqual(summaries),
    spending: {
      purchases: summaries.repeats,
      mean: Float64Array.from(summaries.repeats, (x, i) => (cents[i] ?? 0) / 100 / x),
    },
  };
}
