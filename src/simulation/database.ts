import type { Database, Work } from '../db';
import type { Draws } from './draws';
import { MadeFault } from './faults';

export interface SimulatedDatabaseOptions {
  real: Database;
  merchantId: number;
  draws: Draws;
  /** The share of transactions that fail. */
  faults: () => number;
}

/**
 * The real database as one shop's processes see it: of what is asked across shops only this shop is answered, one
 * transaction follows the other in an order that the seed draws among those that wait, and some are lost: before they
 * began, rolled back, or committed without anybody hearing of it.
 */
export class SimulatedDatabase implements Database {
  private readonly waiting: (() => void)[] = [];
  private busy = false;
  private resting: (() => void)[] = [];

  constructor(private readonly options: SimulatedDatabaseOptions) {}

  asMerchant<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T> {
    return this.inTurn(async (fault) => {
      const result = await this.options.real.asMerchant(merchantId, async (work) => {
        const done = await body(work);
        if (fault === 'rolled back') throw away(fault);
        return done;
      });
      if (fault !== null) throw away('after the commit');
      return result;
    });
  }

  snapshot<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T> {
    return this.inTurn(() => this.options.real.snapshot(merchantId, body));
  }

  call<Row>(sql: string, bindings: readonly unknown[] = []): Promise<Row[]> {
    const { real, merchantId } = this.options;
    // A shop's number is its seed: what is drawn by it is drawn again.
    if (sql.includes("nextval('merchant_ids')")) return Promise.resolve([{ id: merchantId } as Row]);
    return this.inTurn(async (fault) => {
      const rows = await real.call<Row>(sql, bindings);
      if (fault !== null) throw away('after the commit');
      return rows.filter((row) => isOf(row, merchantId));
    });
  }

  /** Resolves when no transaction is under way and none waits. */
  async rest(): Promise<void> {
    while (this.busy || this.waiting.length > 0)
      await new Promise<void>((resolve) => this.resting.push(resolve));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async inTurn<T>(body: (fault: Fault) => Promise<T>): Promise<T> {
    await this.enter();
    try {
      const fault = this.drawFault();
      if (fault === 'before') throw away(fault);
      return await body(fault);
    } finally {
      this.leave();
    }
  }

  private drawFault(): Fault {
    const { draws, faults } = this.options;
    return draws.happens(faults()) ? draws.of(['before', 'rolled back', 'after the commit'] as const) : null;
  }

  private enter(): Promise<void> {
    if (this.busy) return new Promise((resolve) => this.waiting.push(resolve));
    this.busy = true;
    return Promise.resolve();
  }

  /** Whoever goes on from here gets to ask for its next transaction before the next one is drawn. */
  private leave(): void {
    setImmediate(() => {
      if (this.waiting.length > 0) {
        const [next] = this.waiting.splice(this.options.draws.between(0, this.waiting.length - 1), 1);
        next?.();
        return;
      }
      this.busy = false;
      for (const resolve of this.resting.splice(0)) resolve();
    });
  }
}

type Fault = 'before' | 'rolled back' | 'after the commit' | null;

const away = (when: NonNullable<Fault>): MadeFault => new MadeFault(`the database went away: ${when}`);

function isOf(row: unknown, merchantId: number): boolean {
  const { merchant_id: merchant, id } = row as { merchant_id?: unknown; id?: unknown };
  const shop = merchant ?? id;
  return typeof shop !== 'number' || shop === merchantId;
}
