import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Clock } from '../../clock';
import type { Logger } from '../../telemetry';
import type { Fault } from '../faults';
import { createApi, type Throttle } from './api';
import { Books, type Account } from './books';
import type { Company, CompanySetup, Machine, WebhookEndpoint } from './company';
import { Deliveries } from './deliveries';
import { Faults } from './faults';
import { makeSale, type SandboxSale, type SaleOrder } from './sale';
import type { EventType } from './wire';

export type { Company, CompanySetup, Machine, WebhookEndpoint } from './company';
export type { Method, SandboxSale, SaleBuyer } from './sale';

const HIGHEST_CENTS = 100_000_000;
const FIRST_WAIT_MS = 1_000;
const SLOW_MS = 8_000;
const DAY_MS = 86_400_000;
/** A sale that is cancelled late was made so long ago, and is cancelled so soon after it was told of. */
const LATE_DAYS = 2;
const LATE_MS = 5_000;

export interface SandboxOptions {
  /** JSON lines; made where it is not there. One process at a time. */
  dataFile: string;
  clock: Clock;
  logger: Logger;
  host: '127.0.0.1';
  /** 0 or none: one that is free. */
  port?: number;
  /** Before the second try of a delivery; doubled for each further one. */
  firstWaitMs?: number;
  /** How long a slow answer takes. */
  slowMs?: number;
  /** How soon a sale is cancelled that is to be cancelled late. */
  lateMs?: number;
}

export interface SellRequest extends SaleOrder {
  company: string;
  /** The machine's id. */
  terminal: string;
  /** When it was made, if not now; an older sale is told of by no event. */
  at?: number;
}

/** What a machine would decline. */
export class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal';

  constructor(readonly reason: 'company' | 'terminal' | 'sale' | 'amount' | 'cancelled') {
    super(`The sandbox refuses it: ${reason}`);
  }
}

/** A SmartPOS with companies and card machines of several acquirers: its HTTP API, its events, and its machines' buttons. */
export interface SandboxSmartPos {
  /** Listens and delivers what is undelivered. `url` is the API's base, with `/v1`. Rejects where the port is taken. */
  start(): Promise<{ url: string }>;
  /** May be called twice. */
  stop(): Promise<void>;
  /** The company of that id, made where there is none yet; its keys stay the same. */
  company(setup: CompanySetup): Company;
  /** Where events go from now on, those that are still undelivered too; null: nowhere. */
  setWebhook(company: string, endpoint: WebhookEndpoint | null): void;
  machines(company: string): readonly Machine[];
  /** Newest first. */
  sales(company: string, limit?: number): SandboxSale[];
  /** These three throw a SandboxRefusal. A sale is named by its `uniqueIdentifier`. */
  sell(request: SellRequest): SandboxSale;
  cancel(sale: string): SandboxSale;
  refund(sale: string, cents: number): SandboxSale;
  /** The company's next calls are answered by 429. */
  throttle(company: string, calls: number, retryAfterSeconds?: number): void;
  /** How the company's SmartPOS misbehaves from now on; none: it behaves. */
  setFaults(company: string, faults: readonly Fault[]): void;
  faults(company: string): Fault[];
}

export function createSandboxSmartPos(options: SandboxOptions): SandboxSmartPos {
  return new Sandbox(options);
}

class Sandbox implements SandboxSmartPos {
  private readonly books: Books;
  private readonly deliveries: Deliveries;
  private readonly throttled: Throttle = new Map();
  private readonly misbehaving = new Faults();
  private readonly cancellations = new Set<NodeJS.Timeout>();
  private server: Server | null = null;
  private stopping: Promise<void> | null = null;

  constructor(private readonly options: SandboxOptions) {
    const { dataFile, clock, logger, firstWaitMs = FIRST_WAIT_MS } = options;
    this.books = new Books(dataFile);
    this.deliveries = new Deliveries({
      books: this.books,
      clock,
      logger,
      faults: this.misbehaving,
      firstWaitMs,
    });
  }

  start(): Promise<{ url: string }> {
    const server = createServer(
      createApi({
        books: this.books,
        throttle: this.throttled,
        faults: this.misbehaving,
        logger: this.options.logger,
        slowMs: this.options.slowMs ?? SLOW_MS,
      }),
    );
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.options.port ?? 0, this.options.host, () => {
        this.deliveries.send();
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve({ url: `http://${this.options.host}:${port}/v1` });
      });
    });
  }

  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  company(setup: CompanySetup): Company {
    return this.books.company(setup);
  }

  setWebhook(company: string, endpoint: WebhookEndpoint | null): void {
    this.account(company);
    this.books.setEndpoint(company, endpoint);
    this.deliveries.hasten(company);
  }

  machines(company: string): readonly Machine[] {
    return this.account(company).company.machines;
  }

  sales(company: string, limit = 50): SandboxSale[] {
    const all = [...this.account(company).sales.values()];
    return all.sort((a, b) => b.createdAt - a.createdAt || b.number - a.number).slice(0, limit);
  }

  sell(request: SellRequest): SandboxSale {
    const { company, sales } = this.account(request.company);
    const machine = company.machines.find(({ id }) => id === request.terminal);
    if (machine === undefined) throw new SandboxRefusal('terminal');
    if (!isAmount(request.amountCents)) throw new SandboxRefusal('amount');
    const isLate = request.at === undefined && this.misbehaving.has(company.id, 'sales-cancelled-late');
    const made = this.options.clock.now() - (isLate ? LATE_DAYS * DAY_MS : 0);
    const at = wholeSecond(request.at ?? made);
    const place = { id: this.books.nextSaleId(), number: sales.size + 1, at };
    const order = this.misbehaving.has(company.id, 'sales-without-buyer')
      ? { ...request, buyer: null }
      : request;
    const sale = makeSale(company, machine, order, place);
    if (isLate) this.cancelLater(sale);
    if (request.at === undefined) this.tell(company.id, sale, 'sale.approved');
    else this.books.record(company.id, sale, null);
    return sale;
  }

  cancel(id: string): SandboxSale {
    const { account, sale } = this.find(id);
    if (sale.canceled) return sale;
    return this.tell(account.company.id, { ...this.changed(sale), canceled: true }, 'sale.cancelled');
  }

  refund(id: string, cents: number): SandboxSale {
    const { account, sale } = this.find(id);
    if (sale.canceled) throw new SandboxRefusal('cancelled');
    if (!isAmount(cents) || cents > sale.totalCents - sale.refundedCents) throw new SandboxRefusal('amount');
    const refunded = { ...this.changed(sale), refundedCents: sale.refundedCents + cents };
    return this.tell(account.company.id, refunded, 'sale.refunded');
  }

  setFaults(company: string, faults: readonly Fault[]): void {
    this.account(company);
    this.misbehaving.set(company, faults);
    this.deliveries.hasten(company);
  }

  faults(company: string): Fault[] {
    return this.misbehaving.of(company);
  }

  private cancelLater({ uniqueIdentifier }: SandboxSale): void {
    const timer = setTimeout(() => {
      this.cancellations.delete(timer);
      this.cancel(uniqueIdentifier);
    }, this.options.lateMs ?? LATE_MS);
    this.cancellations.add(timer);
  }

  throttle(company: string, calls: number, retryAfterSeconds?: number): void {
    this.throttled.set(company, { calls, retryAfterSeconds: retryAfterSeconds ?? null });
  }

  /** Each change is later than the one before it by at least a second, the finest that the contract's times can tell. */
  private changed(sale: SandboxSale): SandboxSale {
    return { ...sale, updatedAt: Math.max(wholeSecond(this.options.clock.now()), sale.updatedAt + 1000) };
  }

  /** An event is made only where there is somewhere for it to go; whoever pulls finds the sale in any case. */
  private tell(company: string, sale: SandboxSale, type: EventType): SandboxSale {
    const { endpoint } = this.account(company);
    const event = { id: `msg_${randomUUID().replaceAll('-', '')}`, type, at: this.options.clock.now() };
    this.books.record(company, sale, endpoint === null ? null : event);
    if (endpoint !== null) this.deliveries.add({ ...event, company, sale });
    return sale;
  }

  private account(company: string): Account {
    const account = this.books.account(company);
    if (account === undefined) throw new SandboxRefusal('company');
    return account;
  }

  private find(id: string): { account: Account; sale: SandboxSale } {
    const found = this.books.saleAt(id);
    if (found === undefined) throw new SandboxRefusal('sale');
    return found;
  }

  private async close(): Promise<void> {
    for (const timer of this.cancellations) clearTimeout(timer);
    await this.deliveries.stop();
    const { server } = this;
    if (server?.listening === true)
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    this.books.close();
  }
}

const isAmount = (cents: number): boolean =>
  Number.isSafeInteger(cents) && cents > 0 && cents <= HIGHEST_CENTS;
const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;
