import { changeShop, explainSale, staffByPhone, type StaffMember } from '../../../src/loyalty';
import { OWNER, percent, saleOf } from '../../support/shop';
import { refunded, restored, suiteShop } from '../../support/suite-shop';

const { inShop, opens, sell, stands, test } = suiteShop();

const zoneBecomes = async (zone: string): Promise<void> => {
  test.clock.advance(3_600_000);
  await inShop(async (work) => {
    const by = (await staffByPhone(work, OWNER)) as StaffMember;
    await changeShop(work, { settings: { zone }, by });
  });
};
const at = (text: string): { occurredAt: number; updatedAt: number } => ({
  occurredAt: Date.parse(text),
  updatedAt: Date.parse(text),
});

describe('a sale of before its shop changed the time zone', () => {
  it('keeps what it deserves of an hour, through a refund and back, and says so', async () => {
    await opens([percent(1000, { conditions: { hours: ['14:00', '18:00'] } })]);
    const sale = saleOf(at('2026-11-23T14:01:00-03:00'));
    await sell(sale);
    await zoneBecomes('America/Manaus');
    const less = refunded(sale, 1_000);
    await sell(less);
    expect(await stands(sale)).toEqual([900]);
    const told = await inShop((work) => explainSale(work, sale.externalId));
    expect(told?.rules.map(({ trace }) => trace.fired)).toEqual([true]);
    await sell(restored(less));
    expect(await stands(sale)).toEqual([1_000]);
  });

  it('gives what it drew of a day’s limit back to the day that it was counted on', async () => {
    await opens([percent(1000, { limits: { max_cents_per_customer_day: 5_000 } })]);
    const night = saleOf(at('2026-11-25T00:30:00-03:00'));
    test.clock.set(Date.parse('2026-11-25T01:00:00-03:00'));
    await sell(night);
    await zoneBecomes('America/Rio_Branco');
    await sell(refunded(night, 10_000));
    const counted = await inShop((work) => work.trx('rule_counters').select('period', 'quantity'));
    expect(counted).toEqual([{ period: '2026-11-25', quantity: 0 }]);
  });

  it('is judged by the zone of its own moment though it is told of later, and one of after by the new', async () => {
    await opens([percent(1000, { conditions: { hours: ['14:00', '18:00'] } })]);
    test.clock.set(Date.parse('2026-11-24T14:30:00-03:00'));
    await zoneBecomes('America/Manaus');
    const [before, after] = [
      saleOf(at('2026-11-24T14:10:00-03:00')),
      saleOf(at('2026-11-24T18:30:00-03:00')),
    ];
    test.clock.set(Date.parse('2026-11-24T19:00:00-03:00'));
    await sell(before, after);
    expect(await stands(before, after)).toEqual([1_000, 1_000]);
  });
});
