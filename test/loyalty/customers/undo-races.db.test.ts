import { addRule, applySales, lastChange, undoChange } from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { percent, saleOf } from '../../support/shop';
import { openVoucherShop, value } from '../../support/voucher-shop';

/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 40 : 3;

const test = suiteDatabase();

it('a rule that is undone while sales are judged: none was judged by it, or it stays', async () => {
  const shop = await openVoucherShop(test, [percent(500)]);
  const ends = new Set<string>();
  for (let i = 0; i < ROUNDS; i++) {
    test.clock.advance(60_000);
    await shop.run((work) => addRule(work, { rule: percent(100 + i), by: shop.owner, key: `rule ${i}x` }));
    const { id } = value(await shop.run((work) => lastChange(work, shop.owner)));
    test.clock.advance(1_000);
    const at = test.clock.now();
    const sale = saleOf({ occurredAt: at, updatedAt: at });
    const sell = () => shop.run((work) => applySales(work, [sale]));
    const undo = () => shop.run((work) => undoChange(work, { id, by: shop.owner, key: `undo ${i}` }));
    // Which begins first, changes.
    const tasks = i % 2 === 0 ? { sold: sell(), undone: undo() } : { undone: undo(), sold: sell() };
    const { ok: isUndone } = await tasks.undone;
    await tasks.sold;
    const [judged] = await shop.run((work) =>
      query<{ undone: boolean }>(
        work,
        `SELECT s.program_version = a.version AS undone FROM sales s,
           (SELECT (details->>'version')::integer AS version FROM audit_log WHERE id = ?) AS a WHERE s.id = ?`,
        [id, sale.externalId],
      ),
    );
    // The sale is of the same second as the undoing: it is judged by one of the two, and that one stands.
    expect([i, isUndone && judged?.undone]).toEqual([i, false]);
    ends.add(isUndone ? 'undone' : 'stays');
  }
  expect(ends.size).toBeGreaterThan(0);
});
