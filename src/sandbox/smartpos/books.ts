import { createCompany, type Company, type CompanySetup, type WebhookEndpoint } from './company';
import { Journal } from './journal';
import type { SandboxSale } from './sale';
import type { EventType } from './wire';

/** An event that was told of a sale, with the sale as it stood then. */
export interface SaleEvent {
  /** Its `webhook-id`, over all tries. */
  id: string;
  company: string;
  type: EventType;
  at: number;
  sale: SandboxSale;
}

/** A line of the file. What was written last of a company, an endpoint or a sale is what holds. */
type Entry =
  | { entry: 'company'; company: Company }
  | { entry: 'webhook'; company: string; endpoint: WebhookEndpoint | null }
  | { entry: 'sale'; company: string; sale: SandboxSale; event: Omit<SaleEvent, 'company' | 'sale'> | null }
  | { entry: 'ended'; event: string };

/** All that the sandbox knows: the entries of its file, brought together. */
export class Books {
  private readonly accounts = new Map<string, Account>();
  private readonly pending = new Map<string, SaleEvent>();
  private readonly journal: Journal<Entry>;
  private lastSaleId = 91_000;

  constructor(path: string) {
    const { journal, entries } = Journal.open<Entry>(path);
    this.journal = journal;
    for (const entry of entries) this.apply(entry);
  }

  /** The company of that id; made where there is none yet. */
  company(setup: CompanySetup): Company {
    const known = this.accounts.get(setup.id);
    if (known !== undefined) return known.company;
    const company = createCompany(setup);
    this.write({ entry: 'company', company });
    return company;
  }

  account(company: string): Account | undefined {
    return this.accounts.get(company);
  }

  withKeys(apiKeyId: string, apiKeySecret: string): Account | undefined {
    return [...this.accounts.values()].find(
      ({ company }) => company.apiKeyId === apiKeyId && company.apiKeySecret === apiKeySecret,
    );
  }

  saleAt(uniqueIdentifier: string): { account: Account; sale: SandboxSale } | undefined {
    for (const account of this.accounts.values()) {
      const sale = account.sales.get(uniqueIdentifier);
      if (sale !== undefined) return { account, sale };
    }
    return undefined;
  }

  nextSaleId(): number {
    return this.lastSaleId + 1;
  }

  setEndpoint(company: string, endpoint: WebhookEndpoint | null): void {
    const current = this.accounts.get(company)?.endpoint;
    if (current?.url === endpoint?.url && current?.secret === endpoint?.secret) return;
    this.write({ entry: 'webhook', company, endpoint });
  }

  /** The sale as it stands now, and the event that tells of it, in one line: never one without the other. */
  record(company: string, sale: SandboxSale, event: Omit<SaleEvent, 'company' | 'sale'> | null): void {
    this.write({ entry: 'sale', company, sale, event });
  }

  /** Events that were neither delivered nor given up. */
  undelivered(): SaleEvent[] {
    return [...this.pending.values()];
  }

  endEvent(event: string): void {
    this.write({ entry: 'ended', event });
  }

  close(): void {
    this.journal.close();
  }

  private write(entry: Entry): void {
    this.journal.append(entry);
    this.apply(entry);
  }

  private apply(entry: Entry): void {
    if (entry.entry === 'ended') this.pending.delete(entry.event);
    else if (entry.entry === 'company')
      this.accounts.set(entry.company.id, { company: entry.company, endpoint: null, sales: new Map() });
    else this.applyToAccount(entry);
  }

  private applyToAccount(entry: Extract<Entry, { entry: 'webhook' | 'sale' }>): void {
    const account = this.accounts.get(entry.company);
    if (account === undefined) throw new Error(`an entry of the unknown company ${entry.company}`);
    if (entry.entry === 'webhook') {
      account.endpoint = entry.endpoint;
      return;
    }
    const { sale, event } = entry;
    account.sales.set(sale.uniqueIdentifier, sale);
    this.lastSaleId = Math.max(this.lastSaleId, sale.id);
    if (event !== null) this.pending.set(event.id, { ...event, company: entry.company, sale });
  }
}

export interface Account {
  company: Company;
  endpoint: WebhookEndpoint | null;
  /** By their unique identifier, in the order in which they were made. */
  sales: Map<string, SandboxSale>;
}
