import type { InboundMedia } from '../bot/channel';
import { SimulatorChannel, simulatorChat } from '../bot/channels/simulator';
import { receive } from '../bot/receiving/receive';
import { loadShop, type Language } from '../loyalty';
import type { Product } from '../product';
import { query } from '../db/rows';
import { SandboxRefusal, type SandboxSale, type SandboxSmartPos } from '../sandbox/smartpos';
import {
  TryItRefusal,
  type Phone,
  type TryItBackend,
  type TryItOrder,
  type TryItSale,
} from '../sandbox/tryit';
import { eventText, type EventType } from '../sandbox/smartpos/wire';
import type { Diary } from './diary';
import { receiptPhoto } from './receipt-photo';
import { chatMessages, documentOf, ledgerOf, pictureOf } from './rows';
import { accountOf, CUSTOMERS, PLANS, STAFF, type DemoShop } from './shops';
import { ShopWatch } from './watch';

const LATEST_SALES = 50;

const REFUSALS: Record<SandboxRefusal['reason'], [404 | 422 | 409, string]> = {
  company: [404, 'Essa loja não existe.'],
  terminal: [404, 'Essa maquininha não existe.'],
  sale: [404, 'Essa venda não existe.'],
  amount: [422, 'Esse valor não serve: use de R$ 0,01 até o que resta da venda.'],
  cancelled: [409, 'Essa venda já foi cancelada.'],
};

/** The try-it page over the real product: it says what a phone would, and presses what a machine's buttons do. */
export class DemoBackend implements TryItBackend {
  private readonly watches = new Map<number, ShopWatch>();

  constructor(
    private readonly product: Pick<Product, 'db' | 'clock' | 'logger'>,
    private readonly sandbox: SandboxSmartPos,
    private readonly demo: readonly DemoShop[],
    private readonly burstMs: number,
    private readonly diary: Diary,
  ) {}

  async shops() {
    const shops = await Promise.all(this.demo.map(({ id }) => this.product.db.asMerchant(id, loadShop)));
    return shops.map(({ id, name, state }) => ({ id: String(id), name, state }));
  }

  async phones(shop: string): Promise<Phone[]> {
    const { id, company } = this.find(shop);
    const plan = PLANS.find((one) => one.company === company);
    if (plan === undefined) throw new TryItRefusal(404, REFUSALS.company[1]);
    const people = [
      ...CUSTOMERS.map((customer) => ({ ...customer, role: 'customer' as const })),
      { name: STAFF.cashier, phone: plan.cashier, role: 'cashier' as const },
      { name: STAFF.owner, phone: plan.owner, role: 'owner' as const },
    ];
    const spoken = await this.product.db.asMerchant(id, (work) =>
      query<{ phone: string; language: Language }>(
        work,
        `SELECT i.value AS phone, c.language FROM customer_identities i
         JOIN customers c ON c.merchant_id = i.merchant_id AND c.id = i.customer_id
         WHERE i.kind = 'phone' AND i.value = ANY(?::text[]) AND c.language IS NOT NULL`,
        [people.map(({ phone }) => phone)],
      ),
    );
    const langOf = new Map(spoken.map(({ phone, language }) => [phone, language]));
    return people.map((one) => ({
      ...one,
      chatId: simulatorChat(one.phone),
      lang: langOf.get(one.phone) ?? 'pt',
    }));
  }

  messages(shop: string, chat: string, after: number | null) {
    return this.product.db.asMerchant(this.find(shop).id, (work) => chatMessages(work, chat, after));
  }

  async say(shop: string, chat: string, message: { id: string; text: string }): Promise<void> {
    const { name, at } = await this.send(shop, chat, message);
    this.diary.note(this.find(shop).id, { what: 'messages', chat, name, ids: [message.id] }, at);
  }

  async sendReceipt(shop: string, chat: string, { id }: { id: string }): Promise<void> {
    const sales = this.sandbox.sales(this.find(shop).company, LATEST_SALES);
    const sale = sales.find(({ buyer, canceled }) => buyer === null && !canceled) ?? sales[0];
    if (sale === undefined) throw new TryItRefusal(409, 'Ainda não há nota: faça uma venda antes.');
    const bytes = await receiptPhoto(sale.fiscalKey);
    const { name, at } = await this.send(shop, chat, { id, text: '' }, { mimeType: 'image/png', bytes });
    const { fiscalKey } = sale;
    this.diary.note(this.find(shop).id, { what: 'receipt', chat, name, id, fiscalKey }, at);
  }

  private async send(
    shop: string,
    chat: string,
    { id: messageId, text }: { id: string; text: string },
    picture?: InboundMedia,
  ): Promise<{ name: string | null; at: number }> {
    const phone = (await this.phones(shop)).find((one) => one.chatId === chat);
    if (phone === undefined) throw new TryItRefusal(404, 'Esse telefone não existe.');
    const { db, clock } = this.product;
    const { id } = this.find(shop);
    const said = await new SimulatorChannel(db, clock, id).say(phone.phone, messageId, text, picture);
    const name = phone.role === 'customer' ? phone.name : null;
    await receive(db, id, { ...said, name }, this.burstMs);
    return { name, at: said.at };
  }

  picture(shop: string, message: string): Promise<Buffer | null> {
    return this.product.db.asMerchant(this.find(shop).id, (work) => pictureOf(work, message));
  }

  document(shop: string, message: string) {
    return this.product.db.asMerchant(this.find(shop).id, (work) => documentOf(work, message));
  }

  machines(shop: string) {
    const machines = this.sandbox.machines(this.find(shop).company);
    return Promise.resolve(machines.map((machine) => ({ ...machine, store: 'loja-1' })));
  }

  sales(shop: string): Promise<TryItSale[]> {
    return Promise.resolve(this.sandbox.sales(this.find(shop).company, LATEST_SALES).map(saleForPage));
  }

  sell(shop: string, { terminal, amountCents, method, buyer, voucherCode }: TryItOrder): Promise<TryItSale> {
    const { company } = this.find(shop);
    return this.press(shop, 'sale.approved', () =>
      this.sandbox.sell({ company, terminal, amountCents, method, voucherCode, buyer: known(buyer) }),
    );
  }

  cancel(shop: string, sale: string): Promise<TryItSale> {
    return this.press(shop, 'sale.cancelled', () => this.sandbox.cancel(sale));
  }

  refund(shop: string, sale: string, cents: number): Promise<TryItSale> {
    return this.press(shop, 'sale.refunded', () => this.sandbox.refund(sale, cents));
  }

  faults(shop: string) {
    return Promise.resolve(this.sandbox.faults(this.find(shop).company));
  }

  setFaults(shop: string, faults: Parameters<TryItBackend['setFaults']>[1]): Promise<void> {
    return Promise.resolve(this.sandbox.setFaults(this.find(shop).company, faults));
  }

  ledger(shop: string) {
    return this.product.db.asMerchant(this.find(shop).id, ledgerOf);
  }

  subscribe(shop: string, listener: Parameters<TryItBackend['subscribe']>[1]): () => void {
    return this.watch(this.find(shop)).listen(listener);
  }

  /** Nothing is asked of the database any more by itself. */
  async stop(): Promise<void> {
    await Promise.all([...this.watches.values()].map((watch) => watch.stop()));
  }

  private async press(shop: string, type: EventType, button: () => SandboxSale): Promise<TryItSale> {
    try {
      const made = button();
      const at = this.product.clock.now();
      this.noteEvent(shop, made, type, at);
      const sale = saleForPage(made);
      this.watch(this.find(shop)).tell({ kind: 'sale' });
      return await Promise.resolve(sale);
    } catch (error) {
      if (error instanceof SandboxRefusal) throw new TryItRefusal(...REFUSALS[error.reason]);
      throw error;
    }
  }

  private noteEvent(shop: string, sale: SandboxSale, type: EventType, at: number): void {
    const { id, company } = this.find(shop);
    const plan = PLANS.find((one) => one.company === company);
    if (plan === undefined) return;
    const body = eventText(this.sandbox.company(accountOf(plan)), sale, type, at);
    this.diary.note(id, { what: 'event', body }, at);
  }

  private watch({ id, company }: DemoShop): ShopWatch {
    let watch = this.watches.get(id);
    if (watch === undefined) {
      const plan = PLANS.find((one) => one.company === company);
      const phones = [...CUSTOMERS.map(({ phone }) => phone), plan?.cashier ?? '', plan?.owner ?? ''];
      watch = new ShopWatch(this.product.db, this.product.logger, id, phones.map(simulatorChat));
      this.watches.set(id, watch);
    }
    return watch;
  }

  private find(shop: string): DemoShop {
    const found = this.demo.find(({ id }) => String(id) === shop);
    if (found === undefined) throw new TryItRefusal(404, REFUSALS.company[1]);
    return found;
  }
}

/** The till knows the name of whom it knows the phone. */
function known(buyer: TryItOrder['buyer']) {
  if (buyer === null) return null;
  const name = buyer.name ?? CUSTOMERS.find(({ phone }) => phone === buyer.phone)?.name ?? null;
  return { name, phone: buyer.phone ?? null, cpf: buyer.cpf ?? null };
}

function saleForPage(sale: SandboxSale): TryItSale {
  return {
    id: sale.uniqueIdentifier,
    at: sale.createdAt,
    terminal: sale.terminal.id,
    acquirer: sale.terminal.acquirer,
    amountCents: sale.totalCents,
    refundedCents: sale.refundedCents,
    cancelled: sale.canceled,
    method: sale.payment.method,
    buyer: sale.buyer?.name ?? sale.buyer?.phone ?? sale.buyer?.cpf ?? null,
    nsu: sale.payment.nsu,
  };
}
