import type { Work } from '../../db';
import { insertRows, queryFor, THIS_SHOP, updateRows } from '../../db/rows';

/** Under which what counts for all customers together stands. */
export const EVERYBODY = '00000000-0000-0000-0000-000000000000';

export interface CounterKey {
  customerId: string;
  ruleId: number;
  /** 'stamps', 'spent', 'fired', 'budget', or a day, week or month. */
  period: string;
}

const KEY = { customerId: 'uuid', ruleId: 'integer', period: 'text' } as const;
const COLUMNS = { customer_id: 'uuid', rule_id: 'integer', period: 'text', quantity: 'bigint' } as const;

/** What rules have given so far: read for a set, counted on in memory, written once. Safe under the shop's lock alone. */
export class CounterBook {
  private readonly moved = new Map<string, { key: CounterKey; by: number }>();

  constructor(private readonly stored: ReadonlyMap<string, number> = new Map()) {}

  static async load(work: Work, keys: readonly CounterKey[]): Promise<CounterBook> {
    const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    if (wanted.length === 0) return new CounterBook();
    // LATERAL and OFFSET 0 keep it one look-up a counter, whatever the planner knows.
    const rows = await queryFor<CounterKey, CounterKey & { quantity: number }>(
      work,
      KEY,
      wanted,
      'c.customer_id AS "customerId", c.rule_id AS "ruleId", c.period, c.quantity',
      `CROSS JOIN LATERAL (SELECT * FROM rule_counters c WHERE c.merchant_id = ${THIS_SHOP}
         AND c.customer_id = u."customerId" AND c.rule_id = u."ruleId" AND c.period = u.period OFFSET 0) AS c`,
    );
    return new CounterBook(new Map(rows.map((row) => [nameOf(row), row.quantity])));
  }

  of(key: CounterKey): number {
    const name = nameOf(key);
    return (this.stored.get(name) ?? 0) + (this.moved.get(name)?.by ?? 0);
  }

  /** Never below nothing: what an older version gave it may not have counted. */
  add(key: CounterKey, quantity: number): void {
    const by = Math.max(quantity, -this.of(key));
    if (by === 0) return;
    const name = nameOf(key);
    const moved = this.moved.get(name);
    if (moved === undefined) this.moved.set(name, { key, by });
    else moved.by += by;
  }

  async write(work: Work): Promise<void> {
    const rows = [...this.moved.values()]
      .filter(({ by }) => by !== 0)
      .map(({ key, by }) => ({
        customer_id: key.customerId,
        rule_id: key.ruleId,
        period: key.period,
        quantity: by,
      }));
    await insertRows(
      work,
      'rule_counters',
      COLUMNS,
      rows.filter(({ quantity }) => quantity > 0),
      `ON CONFLICT (merchant_id, customer_id, rule_id, period)
         DO UPDATE SET quantity = rule_counters.quantity + excluded.quantity`,
    );
    // The constraint of a proposed row is checked before a conflict is seen, so what falls is only ever updated.
    await updateRows(
      work,
      'rule_counters',
      COLUMNS,
      ['customer_id', 'rule_id', 'period'],
      'quantity = t.quantity + u.quantity',
      rows.filter(({ quantity }) => quantity < 0),
    );
  }
}

const nameOf = ({ customerId, ruleId, period }: CounterKey): string => `${customerId} ${ruleId} ${period}`;
