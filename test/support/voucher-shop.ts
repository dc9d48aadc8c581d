import {
  applySales,
  balanceOf,
  staffByPhone,
  type Balance,
  type Result,
  type Sale,
  type StaffMember,
  type Work,
} from '../../src/loyalty';
import { START, type TestDatabase } from './database';
import { ANA, CASHIER, openShop, OWNER, saleOf } from './shop';
import type { Rule } from '../../src/loyalty';

/** A shop with one customer who has bought, for tests about what becomes of it. */
export interface VoucherShop {
  id: number;
  customerId: string;
  cashier: StaffMember;
  owner: StaffMember;
  run<T>(body: (work: Work) => Promise<T>): Promise<T>;
  balance(): Promise<Balance>;
  sell(...sales: Sale[]): Promise<unknown>;
}

/** Ana bought for R$ 100,00 at two minutes after the opening. */
export async function openVoucherShop(test: TestDatabase, rules: readonly Rule[]): Promise<VoucherShop> {
  test.clock.set(START);
  const id = await openShop(test.db, rules);
  test.clock.set(START + 120_000);
  const run = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(id, body);
  await run((work) => applySales(work, [saleOf()]));
  return run(async (work) => {
    const row: unknown = await work.trx('customer_identities').where({ value: ANA }).first('customer_id');
    const { customer_id: customerId } = row as { customer_id: string };
    return {
      id,
      customerId,
      cashier: (await staffByPhone(work, CASHIER)) as StaffMember,
      owner: (await staffByPhone(work, OWNER)) as StaffMember,
      run,
      balance: () => run((inner) => balanceOf(inner, customerId)),
      sell: (...sales: Sale[]) => run((inner) => applySales(inner, sales)),
    };
  });
}

/** What was not refused; throws with the refusal. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
