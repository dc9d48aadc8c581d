import { DateTime } from 'luxon';
import { idOf } from '../ids';

const ZONE = 'America/Sao_Paulo';
const HEADER = 'invoice,customer_id,datetime,amount_gbp';

interface Invoice {
  number: string;
  customer: string;
  at: number;
  /** Negative for a cancellation. */
  cents: number;
}

/** An event of SmartPOS's, as FACTS of the contract have it, and the moment at which it is sent. */
export interface ReplayEvent {
  at: number;
  deliveryId: string;
  body: string;
}

interface KnownSale {
  invoice: Invoice;
  refunded: number;
}

/** One line an invoice; throws with the line's number where it is none. */
export function readInvoices(csv: string): Invoice[] {
  const [header, ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  if (header?.startsWith(HEADER) !== true)
    throw new Error(`line 1: a header that begins with ${HEADER} was expected`);
  return lines.map((line, i) => {
    const [number = '', customer = '', datetime = '', amount = ''] = line.split(',');
    const at = DateTime.fromFormat(datetime, 'yyyy-MM-dd HH:mm', { zone: ZONE });
    if (number === '' || !/^\d{1,8}$/.test(customer) || !at.isValid || !/^-?\d+\.\d\d$/.test(amount))
      throw new Error(`line ${i + 2}: not an invoice: ${line.slice(0, 80)}`);
    return { number, customer, at: at.toMillis(), cents: Number(amount.replace('.', '')) };
  });
}

/**
 * The year of a shop as the events of one machine: pence are centavos, customer N is the phone +55119 and N in eight
 * digits. A cancellation names no sale: it is applied to the same customer's earlier sales, the latest first, each up to
 * what is left of it; what finds none goes in as it is, a negative sale, and is kept for a person.
 */
export function planReplay(invoices: readonly Invoice[]): ReplayEvent[] {
  const sales = new Map<string, KnownSale[]>();
  return invoices.flatMap((invoice) => {
    const earlier = sales.get(invoice.customer) ?? [];
    if (!invoice.number.startsWith('C')) {
      earlier.push({ invoice, refunded: 0 });
      sales.set(invoice.customer, earlier);
      return [eventOf('sale.approved', invoice, 0, invoice.at, invoice.number)];
    }
    let left = -invoice.cents;
    const events: ReplayEvent[] = [];
    for (const known of earlier.toReversed()) {
      const taken = Math.min(left, known.invoice.cents - known.refunded);
      if (taken <= 0) continue;
      left -= taken;
      known.refunded += taken;
      const delivery = `${invoice.number}:${known.invoice.number}`;
      events.push(eventOf('sale.refunded', known.invoice, known.refunded, invoice.at, delivery));
    }
    if (left > 0)
      events.push(eventOf('sale.refunded', { ...invoice, cents: -left }, 0, invoice.at, invoice.number));
    return events;
  });
}

function eventOf(
  type: string,
  invoice: Invoice,
  refundedCents: number,
  at: number,
  deliveryId: string,
): ReplayEvent {
  const time = (moment: number): string => DateTime.fromMillis(moment, { zone: ZONE }).toISO() ?? '';
  const data = {
    id: Number(invoice.number.replace(/\D/g, '')),
    // The same invoice has the same identifier in every replay.
    uniqueIdentifier: idOf('replay', invoice.number),
    creationDate: time(invoice.at),
    updatedAt: time(at),
    orderName: invoice.number,
    totalAmount: invoice.cents / 100,
    discountAmount: 0,
    refundedAmount: refundedCents / 100,
    isCanceled: false,
    store: { id: 'loja-1', cnpj: null, name: 'Replay' },
    terminal: { id: 'REPLAY-1', serial: 'REPLAY-1', acquirer: 'stone' },
    payment: { method: 'credit' },
    customer: { name: null, phone: `+55119${invoice.customer.padStart(8, '0')}`, cpf: null, email: null },
  };
  return {
    at,
    deliveryId: `replay:${deliveryId}`,
    body: JSON.stringify({ type, timestamp: time(at), data }),
  };
}
