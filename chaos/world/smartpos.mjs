// The till and SmartPOS: sales are made in the product's own sandbox at their moments, where the pull finds them, and told
// of by events as the plan has it: twice, late, in another order, or not at all.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist, keyOf } from '../../bench/lib/support.mjs';
import { phoneOf } from '../plan/index.mjs';

const { createSandboxSmartPos } = dist('sandbox/smartpos/index.js');
const { eventText } = dist('sandbox/smartpos/wire.js');
const SLOW_MS = 3_000;

export class SmartPos {
  /** Ids of deliveries that were answered by 202, by shop. */
  acknowledged = [];
  /** Each state of each sale, as an event tells it. */
  #states = new Map();
  #telling = [];

  static async start({ plan, clock, folder, logger }) {
    const sandbox = createSandboxSmartPos({
      dataFile: join(folder, 'smartpos.jsonl'),
      clock,
      logger,
      host: '127.0.0.1',
      slowMs: SLOW_MS,
    });
    const { url } = await sandbox.start();
    return new SmartPos(sandbox, url, plan, clock);
  }

  constructor(sandbox, url, plan, clock) {
    Object.assign(this, { sandbox, url, plan, clock });
    this.acknowledged = plan.shops.map(() => new Set());
    this.companies = plan.shops.map((_, place) =>
      sandbox.company({
        id: `shop-${place}`,
        name: `Padaria ${place + 1}`,
        cnpj: '11222333000181',
        seed: `${plan.seed} ${place}`,
      }),
    );
  }

  company(place) {
    return this.companies[place];
  }

  misbehave(place, faults) {
    this.sandbox.setFaults(`shop-${place}`, faults);
  }

  /** Does all that is planned, each at its moment; resolves when each event was acknowledged. */
  async run(shops, poster) {
    const began = performance.now();
    for (const step of this.plan.steps) {
      const wait = began + step.at - performance.now();
      if (wait > 1) await sleep(wait);
      if (step.kind === 'sell') this.#sell(step.sale);
      else if (step.kind === 'change') this.#change(step.sale, step.cents);
      else this.#begin(this.#tell(step, shops[step.sale.shop], poster));
    }
    await Promise.all(this.#telling);
  }

  /** What came of each sale: its id, amount and what is left of it. */
  outcomes() {
    return this.plan.sales.map((sale) => {
      const last = this.#states.get(sale.i).at(-1).sale;
      const left = last.canceled ? 0 : last.totalCents - last.refundedCents;
      return { ...sale, id: last.uniqueIdentifier, phone: phoneOf(sale.shop, sale.buyer), leftCents: left };
    });
  }

  stop() {
    return this.sandbox.stop();
  }

  /** It is waited for at the end, and fails there. */
  #begin(telling) {
    telling.catch(() => undefined);
    this.#telling.push(telling);
  }

  #sell({ i, shop, buyer, cents, method, machine }) {
    const company = this.companies[shop];
    const sale = this.sandbox.sell({
      company: company.id,
      terminal: company.machines[machine].id,
      amountCents: cents,
      method,
      buyer: { name: 'Ana', phone: phoneOf(shop, buyer) },
    });
    this.#states.set(i, [{ sale, type: 'sale.approved', at: this.clock.now() }]);
  }

  #change({ i }, cents) {
    const states = this.#states.get(i);
    const { uniqueIdentifier } = states[0].sale;
    const sale =
      cents === null ? this.sandbox.cancel(uniqueIdentifier) : this.sandbox.refund(uniqueIdentifier, cents);
    const type = cents === null ? 'sale.cancelled' : 'sale.refunded';
    states.push({ sale, type, at: this.clock.now() });
  }

  async #tell({ sale: { i, shop }, state, id }, { connection }, poster) {
    const told = this.#states.get(i)[state];
    const body = eventText(this.companies[shop], told.sale, told.type, told.at);
    const key = keyOf(connection);
    const isTaken = (status) => status === 202;
    await poster.until(`/v1/smartpos/events/${connection.id}`, isTaken, () => {
      const timestamp = String(Math.floor(this.clock.now() / 1000));
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      const signed = {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      };
      return { headers: signed, body };
    });
    this.acknowledged[shop].add(id);
  }
}
