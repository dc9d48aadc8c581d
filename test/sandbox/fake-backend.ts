import { randomUUID } from 'node:crypto';
import QRCode from 'qrcode';
import type { Fault } from '../../src/sandbox/faults';
import {
  TryItRefusal,
  type Change,
  type ChatMessage,
  type Ledger,
  type LedgerRow,
  type Phone,
  type ShopSummary,
  type TryItBackend,
  type TryItDocument,
  type TryItMachine,
  type TryItOrder,
  type TryItSale,
} from '../../src/sandbox/tryit';

const reais = (cents: number): string => `R$ ${(cents / 100).toFixed(2).replace('.', ',')}`;

const PHONES: readonly Phone[] = [
  { chatId: 'ana', name: 'Ana', role: 'customer', phone: '+5511988880001', lang: 'pt' },
  { chatId: 'bruno', name: 'Bruno', role: 'customer', phone: '+5511988880002', lang: 'pt' },
  { chatId: 'carla', name: 'Carla', role: 'cashier', phone: '+5511988880003', lang: 'pt' },
  { chatId: 'dora', name: 'Dora', role: 'owner', phone: '+5511988880004', lang: 'pt' },
];

const MACHINES: readonly TryItMachine[] = [
  ['MP-00417', 'N950NCB801234', 'mercado-pago'],
  ['STN1234567', '6C123456', 'stone'],
  ['40218833', 'LIO-A1B2C3D4', 'cielo'],
  ['PB-7K2M9Q', 'PAX123456789', 'pagbank'],
  ['GN904411', 'V1029384756', 'getnet'],
].map(([id = '', serial = '', acquirer = '']) => ({ id, serial, acquirer, store: 'loja-1' }));

/** What it answers to; anything else is answered by its own words. */
const ANSWERS: Record<string, string> = {
  saldo: 'Você tem *R$ 12,50* de cashback para usar agora.\nUse até *23/12/2026*: R$ 4,00.',
  formatos: '*negrito* _itálico_ ~riscado~ ```mono``` <b>não é HTML</b>',
};
const VOUCHER =
  'Seu voucher de *R$ 5,00*: código *K7MQ-2X9R*.\nMostre no caixa até *23/12/2026*.\nRestam *R$ 7,50* de cashback.';

interface FakeShop extends ShopSummary {
  chats: Map<string, ChatMessage[]>;
  sales: TryItSale[];
  rows: LedgerRow[];
  listeners: Set<(change: Change) => void>;
  faults: Fault[];
}

/** A product in memory: it answers at once, gives five percent, and can be told to fail. */
export class FakeBackend implements TryItBackend {
  /** The next calls of `say` that fail, as an outage would. */
  failing = 0;
  /** Hears and never answers. */
  isSilent = false;
  readonly orders: TryItOrder[] = [];
  private seq = 0;
  private readonly known: FakeShop[] = [
    fakeShop('1', 'Padaria Central', 'active'),
    fakeShop('2', 'Moda Ipê', 'setup'),
  ];

  async shops(): Promise<ShopSummary[]> {
    return this.known.map(({ id, name, state }) => ({ id, name, state }));
  }

  async phones(shop: string): Promise<Phone[]> {
    this.shop(shop);
    return [...PHONES];
  }

  async messages(shop: string, chat: string, after: number | null): Promise<ChatMessage[]> {
    const all = this.chat(shop, chat);
    return after === null ? all.slice(-100) : all.filter(({ seq }) => seq > after);
  }

  async sendReceipt(shop: string, chat: string, { id }: { id: string }): Promise<void> {
    const found = this.shop(shop);
    if (found.sales.length === 0) throw new TryItRefusal(409, 'Ainda não há nota: faça uma venda antes.');
    await this.say(shop, chat, { id, text: '' });
  }

  async say(shop: string, chat: string, { id, text }: { id: string; text: string }): Promise<void> {
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('an outage');
    }
    const messages = this.chat(shop, chat);
    if (messages.some((message) => message.id === id)) return;
    const said = this.add(shop, chat, { id, from: 'me', text, state: 'sent' });
    if (this.isSilent) return;
    setTimeout(() => {
      said.state = 'read';
      if (text.startsWith('resgatar')) this.hear(shop, chat, VOUCHER, true);
      else this.hear(shop, chat, ANSWERS[text] ?? `Você disse: ${text}`);
    }, 50);
  }

  async picture(shop: string, message: string): Promise<Buffer | null> {
    const found = [...this.shop(shop).chats.values()].flat().find(({ id }) => id === message);
    return found?.hasPicture === true ? QRCode.toBuffer('K7MQ-2X9R', { width: 480 }) : null;
  }

  async document(shop: string, message: string): Promise<TryItDocument | null> {
    const found = [...this.shop(shop).chats.values()].flat().find(({ id }) => id === message);
    const name = found?.document ?? null;
    return name === null ? null : { bytes: Buffer.from('{}'), name, mime: 'application/json' };
  }

  async machines(shop: string): Promise<TryItMachine[]> {
    this.shop(shop);
    return [...MACHINES];
  }

  async sales(shop: string): Promise<TryItSale[]> {
    return this.shop(shop).sales.map((sale) => ({ ...sale }));
  }

  async sell(shop: string, order: TryItOrder): Promise<TryItSale> {
    const { sales, rows } = this.shop(shop);
    const machine = MACHINES.find(({ id }) => id === order.terminal);
    if (machine === undefined) throw new TryItRefusal(404, 'Esta máquina não existe');
    this.orders.push(order);
    const holder = PHONES.find(({ phone }) => phone === order.buyer?.phone);
    const sale: TryItSale = {
      id: randomUUID(),
      at: Date.now(),
      terminal: machine.id,
      acquirer: machine.acquirer,
      amountCents: order.amountCents,
      refundedCents: 0,
      cancelled: false,
      method: order.method,
      buyer: holder?.name ?? order.buyer?.cpf ?? null,
      nsu: String(sales.length + 731).padStart(6, '0'),
    };
    sales.unshift(sale);
    this.change(shop, { kind: 'sale' });
    if (holder !== undefined) {
      const quantity = Math.round(order.amountCents / 20);
      rows.unshift(row('award', holder.name, 'program', 'customer', quantity));
      this.hear(shop, holder.chatId, `Você ganhou *${reais(quantity)}* de cashback em Padaria Central.`);
      this.change(shop, { kind: 'ledger' });
    }
    return sale;
  }

  async cancel(shop: string, sale: string): Promise<TryItSale> {
    return this.changeSale(shop, sale, (found) => {
      found.cancelled = true;
    });
  }

  async refund(shop: string, sale: string, cents: number): Promise<TryItSale> {
    return this.changeSale(shop, sale, (found) => {
      if (found.refundedCents + cents > found.amountCents)
        throw new TryItRefusal(422, 'O valor passa do que foi pago');
      found.refundedCents += cents;
    });
  }

  async faults(shop: string): Promise<Fault[]> {
    return [...this.shop(shop).faults];
  }

  async setFaults(shop: string, faults: readonly Fault[]): Promise<void> {
    this.shop(shop).faults = [...faults];
  }

  async ledger(shop: string): Promise<Ledger> {
    const { rows } = this.shop(shop);
    const quantity = rows.reduce((sum, each) => sum + each.quantity, 0);
    return { rows: [...rows], balances: [{ account: 'customer', asset: 'cashback', quantity }] };
  }

  subscribe(shop: string, listener: (change: Change) => void): () => void {
    const { listeners } = this.shop(shop);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** How many pages listen. */
  listening(shop: string): number {
    return this.shop(shop).listeners.size;
  }

  /** A message of the shop to that phone. */
  hear(
    shop: string,
    chat: string,
    text: string,
    hasPicture = false,
    document: string | null = null,
  ): ChatMessage {
    return this.add(shop, chat, { id: randomUUID(), from: 'shop', text, hasPicture, document });
  }

  private changeSale(shop: string, id: string, apply: (sale: TryItSale) => void): TryItSale {
    const sale = this.shop(shop).sales.find((each) => each.id === id);
    if (sale === undefined) throw new TryItRefusal(404, 'Esta venda não existe');
    apply(sale);
    this.change(shop, { kind: 'sale' });
    return { ...sale };
  }

  private add(
    shop: string,
    chat: string,
    message: Pick<ChatMessage, 'id' | 'from' | 'text'> & Partial<ChatMessage>,
  ): ChatMessage {
    this.seq += 1;
    const added = {
      seq: this.seq,
      at: Date.now(),
      hasPicture: false,
      document: null,
      state: null,
      ...message,
    };
    this.chat(shop, chat).push(added);
    this.change(shop, { kind: 'message', chatId: chat });
    return added;
  }

  private change(shop: string, change: Change): void {
    for (const listener of this.shop(shop).listeners) listener(change);
  }

  private shop(id: string): FakeShop {
    const shop = this.known.find((each) => each.id === id);
    if (shop === undefined) throw new TryItRefusal(404, 'Esta loja não existe');
    return shop;
  }

  private chat(shop: string, chat: string): ChatMessage[] {
    const messages = this.shop(shop).chats.get(chat);
    if (messages === undefined) throw new TryItRefusal(404, 'Este telefone não existe');
    return messages;
  }
}

function fakeShop(id: string, name: string, state: ShopSummary['state']): FakeShop {
  const chats = new Map(PHONES.map(({ chatId }) => [chatId, [] as ChatMessage[]]));
  return { id, name, state, chats, sales: [], rows: [], faults: [], listeners: new Set() };
}

function row(
  kind: string,
  customer: string,
  source: string,
  destination: string,
  quantity: number,
): LedgerRow {
  return {
    at: Date.now(),
    transaction: randomUUID(),
    kind,
    customer,
    source,
    destination,
    asset: 'cashback',
    quantity,
  };
}
