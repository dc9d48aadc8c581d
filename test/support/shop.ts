import type { Database } from '../../src/db';
import {
  activate,
  addRule,
  addStaff,
  applySales,
  createShop,
  findOrCreateCustomers,
  identityKey,
  type Identity,
  type Rule,
  type Sale,
  type Work,
} from '../../src/loyalty';
import { START } from './database';
import { moment } from './until';

export const ANA = '+5511988880001';
export const BIA = '+5511988880002';
export const CASHIER = '+5511988880003';
export const OWNER = '+5511988880004';

/** An active shop with a cashier, an owner and these rules. */
export async function openShop(
  db: Database,
  rules: readonly Rule[] = [],
  name = 'Padaria Central',
): Promise<number> {
  const id = await createShop(db, {
    name,
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  await db.asMerchant(id, async (work) => {
    await addStaff(work, { phone: CASHIER, name: 'Caixa', role: 'cashier' });
    await addStaff(work, { phone: OWNER, name: 'Dona', role: 'owner' });
    for (const [i, rule] of rules.entries()) await addRule(work, { rule, by: null, key: `rule ${i}` });
    await activate(work, { by: null, override: true });
  });
  return id;
}

let made = 0;

/** A sale of Ana's, of R$ 100,00 a minute after the shop opened, but for what is given. */
export function saleOf(change: Partial<Sale> & { phone?: string | null } = {}): Sale {
  const { phone = ANA, ...sale } = change;
  made += 1;
  return {
    externalId: `sale-${made}`,
    occurredAt: START + 60_000,
    updatedAt: START + 60_000,
    totalCents: 10_000,
    voucherCents: 0,
    refundedCents: 0,
    voucherCode: null,
    method: 'pix',
    brand: null,
    terminal: 'T1',
    acquirer: 'stone',
    store: 'loja-1',
    storeName: null,
    nsu: null,
    authorizationCode: null,
    fiscalKey: null,
    buyer: { name: null, phone, cpf: null, email: null, cardFingerprint: null },
    items: null,
    ...sale,
  };
}

export const percent = (bps: number, more: Partial<Rule> = {}): Rule => ({
  benefit: { kind: 'cashback-percent', bps },
  ...more,
});

/** Takes in these sales, of buyers who all want offers. */
export async function sellToWilling(work: Work, sales: readonly Sale[]): Promise<void> {
  await applySales(work, sales);
  await work.trx('customers').whereNull('marketing_consent').update({ marketing_consent: true });
}

/** Whose an identifier is; made where it is nobody's. */
export async function customerKnownBy(
  work: Work,
  identity: Identity,
  name: string | null = null,
): Promise<string> {
  const key = identityKey(identity);
  const found = await findOrCreateCustomers(work, new Map([[key, { identity, name }]]));
  return found.get(key) ?? '';
}

/** A sale's time has whole seconds: after this, one that is made now is later than all that was there before. */
export const nextSecond = (): Promise<void> => moment(1_100);
