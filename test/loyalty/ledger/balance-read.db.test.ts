import { balanceOf } from '../../../src/loyalty';
import { query, type Binding } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { percent } from '../../support/shop';
import { openVoucherShop } from '../../support/voucher-shop';

const test = suiteDatabase();

it('a balance with what expires next is one read, of its customer’s rows by index alone', async () => {
  const shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } })]);
  await shop.run(async (work) => {
    await query(work, 'SELECT 1');
    const asked: { sql: string; bindings: Binding[] }[] = [];
    work.trx.on('query', ({ sql, bindings }: { sql: string; bindings: Binding[] }) =>
      asked.push({ sql, bindings }),
    );
    const { cashback } = await balanceOf(work, shop.customerId);
    expect(cashback).toMatchObject({ available: 1000, expiring: { quantity: 1000 } });
    const reads = [...asked];
    expect(reads).toHaveLength(1);
    // In a small table reading all of it is cheaper: whether there is another way shows once that one is closed.
    await query(work, "SELECT set_config('enable_seqscan', 'off', true)");
    const plans: Record<string, string>[] = [];
    for (const { sql, bindings } of reads)
      plans.push(
        ...(await query<Record<string, string>>(work, `EXPLAIN ${sql.replaceAll(/\$\d+/g, '?')}`, bindings)),
      );
    const lines = plans.map((row) => Object.values(row).join('')).join('\n');
    expect(lines).toMatch(/balances_pkey/);
    expect(lines).toMatch(/lots_open|lots_pkey/);
    expect(lines).not.toMatch(/Seq Scan/);
    expect(lines).toMatch(/customer_id = /);
  });
});
