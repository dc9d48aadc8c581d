import type { Clock } from '../clock';
import type { Instant } from '../loyalty';
import type { Way } from '../sync/smartpos/client';
import type { Draws } from './draws';

/** A sale as it stands in SmartPOS's books; amounts in cents. */
export interface BookedSale {
  id: string;
  at: Instant;
  updatedAt: Instant;
  totalCents: number;
  refundedCents: number;
  isCanceled: boolean;
  method: string;
  terminal: string;
  nsu: string;
  /** Who bought; `told` when the machine knew. */
  phone: string;
  told: boolean;
  voucherCode: string | null;
  items: readonly { id: number; name: string; cents: number }[];
}

export type EventType = 'sale.approved' | 'sale.updated' | 'sale.refunded' | 'sale.cancelled';

const CATEGORIES = ['bebidas', 'pães', 'doces'];

/** SmartPOS in memory: its books, and the answers of its API, which come late, wrong, old or not at all. */
export class SimulatedSmartPos implements Way {
  readonly sales: BookedSale[] = [];
  private old: readonly unknown[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly draws: Draws,
    /** The share of answers with a fault. */
    private readonly faults: () => number,
  ) {}

  wait(): Promise<void> {
    return Promise.resolve();
  }

  now(): Instant {
    return this.clock.now();
  }

  async fetch(url: URL): Promise<Response> {
    const path = url.pathname.split('/').slice(2).join('/');
    if (this.draws.happens(this.faults())) return this.faulty(path, url);
    return this.answer(this.entriesAt(path, url));
  }

  private faulty(path: string, url: URL): Response {
    const entries = this.entriesAt(path, url);
    const [first] = entries;
    switch (this.draws.between(0, 6)) {
      case 0:
        throw new TypeError('fetch failed');
      case 1:
        return new Response('{}', { status: 500 });
      case 2:
        return new Response('{}', { status: 429, headers: { 'retry-after': '3' } });
      case 3:
        return new Response('[{"uniqueIdentifier":"cut', { status: 200 });
      case 4:
        return path === 'sales' ? this.answer(this.old) : this.answer(entries);
      case 5:
        return this.answer(first === undefined ? [] : [...entries.toReversed(), first]);
      default:
        return new Response(JSON.stringify({ items: entries }), { status: 200 });
    }
  }

  private answer(entries: readonly unknown[]): Response {
    return new Response(JSON.stringify(entries), {
      status: 200,
      headers: { date: new Date(this.clock.now()).toUTCString() },
    });
  }

  private entriesAt(path: string, url: URL): unknown[] {
    const [list, id, items] = path.split('/');
    if (items === 'items') return itemsOf(this.sales.find((sale) => sale.id === id));
    if (list === 'categories') return CATEGORIES.map((name, i) => ({ id: i + 1, name }));
    if (list !== 'sales') return [];
    const [start, end] = ['start', 'end'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
    const found = this.sales.filter(({ at }) => at >= (start ?? 0) && at < (end ?? 0)).map(formOf);
    if (this.draws.happens(0.5)) this.old = found;
    return found;
  }
}

const reais = (cents: number): number => cents / 100;
const iso = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const itemsOf = (sale: BookedSale | undefined): unknown[] =>
  (sale?.items ?? []).map(({ id, name, cents }) => ({
    product: { id, name },
    quantity: 1,
    listPrice: reais(cents),
    usedPrice: reais(cents),
    netItem: reais(cents),
  }));

/** The whole sale in the contract's form. */
export function formOf(sale: BookedSale): object {
  return {
    uniqueIdentifier: sale.id,
    creationDate: iso(sale.at),
    updatedAt: iso(sale.updatedAt),
    totalAmount: reais(sale.totalCents),
    refundedAmount: reais(sale.refundedCents),
    isCanceled: sale.isCanceled,
    store: { id: 'loja-1' },
    terminal: { id: sale.terminal, acquirer: sale.terminal === 'T1' ? 'stone' : 'cielo' },
    payment: { method: sale.method, brand: sale.method === 'credit' ? 'visa' : null, nsu: sale.nsu },
    customer: sale.told ? { phone: sale.phone } : null,
    voucherCode: sale.voucherCode,
  };
}

export const eventOf = (sale: BookedSale, type: EventType, at: Instant): string =>
  JSON.stringify({ type, timestamp: iso(at), data: formOf(sale) });
