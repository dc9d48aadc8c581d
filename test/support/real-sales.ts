import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two real weeks: see test/data/README.md. */
export const TWO_WEEKS = readFileSync(join(__dirname, '..', 'data', 'uci-two-weeks.csv'), 'utf8');

/**
 * Who had bought before a day, and whether they bought in the days from it, read off the file by a few lines that share
 * nothing with the product. A cancellation takes from the customer's own sales, the latest first.
 */
export function boughtAround(csv: string, from: string, to: string): Map<string, boolean> {
  const sales = new Map<string, { day: string; cents: number }[]>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [number = '', customer = '', at = '', amount = ''] = line.split(',');
    const mine = sales.get(customer) ?? [];
    sales.set(customer, mine);
    let cents = Math.round(Number(amount) * 100);
    if (!number.startsWith('C')) mine.push({ day: at.slice(0, 10), cents });
    else
      for (const sale of mine.toReversed()) {
        const taken = Math.min(-cents, sale.cents);
        sale.cents -= taken;
        cents += taken;
      }
  }
  const found = new Map<string, boolean>();
  for (const [customer, mine] of sales) {
    const left = mine.filter(({ cents }) => cents > 0);
    if (left.some(({ day }) => day < from))
      found.set(
        customer,
        left.some(({ day }) => day >= from && day < to),
      );
  }
  return found;
}
