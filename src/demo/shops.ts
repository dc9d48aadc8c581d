import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../db';
import { activate, addRule, addStaff, createShop, type Rule } from '../loyalty';
import type { Company, CompanySetup, SandboxSmartPos } from '../sandbox/smartpos';
import { createConnection, type ConnectionSecrets } from '../sync/connections';

/** A demo shop, its account at the sandbox, and the address at which it takes events. */
export interface DemoShop {
  id: number;
  company: string;
  connectionId: string;
  signingSecret: string;
}

export interface Plan {
  company: string;
  name: string;
  cnpj: string;
  catalogue: 'bakery' | 'fashion';
  listForm: 'array' | 'items';
  cashier: string;
  owner: string;
  /** In force from the start; null: the shop is at its beginning. */
  rule: Rule | null;
}

export const CUSTOMERS = [
  { name: 'Ana', phone: '+5511988880001' },
  { name: 'Bia', phone: '+5511988880002' },
] as const;

/** The same two people's names in both shops. */
export const STAFF = { cashier: 'Carla', owner: 'Dora' } as const;

export const PLANS: readonly Plan[] = [
  {
    company: 'padaria-central',
    name: 'Padaria Central',
    cnpj: '11222333000181',
    catalogue: 'bakery',
    listForm: 'array',
    cashier: '+5511988880003',
    owner: '+5511988880004',
    rule: { benefit: { kind: 'cashback-percent', bps: 500 }, validity: { valid_days: 60 } },
  },
  {
    company: 'loja-nova',
    name: 'Loja Nova',
    cnpj: '12ABC34501DE35',
    catalogue: 'fashion',
    listForm: 'items',
    cashier: '+5511988880005',
    owner: '+5511988880006',
    rule: null,
  },
];

/** The demo shops, made at the first start and found again at the next ones. */
export async function openDemoShops(
  db: Database,
  sandbox: SandboxSmartPos,
  sandboxUrl: string,
  dataDir: string,
): Promise<DemoShop[]> {
  const path = join(dataDir, 'demo-shops.json');
  const shops = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DemoShop[]) : [];
  for (const plan of PLANS) {
    if (shops.some(({ company }) => company === plan.company)) continue;
    shops.push(await openDemoShop(db, sandbox, sandboxUrl, plan));
    // Whole or not at all, and each shop as soon as it is there: a first start may be killed at any moment.
    writeFileSync(`${path}.new`, JSON.stringify(shops, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return shops;
}

async function openDemoShop(
  db: Database,
  sandbox: SandboxSmartPos,
  sandboxUrl: string,
  plan: Plan,
): Promise<DemoShop> {
  const company = sandbox.company(accountOf(plan));
  const rules = plan.rule === null ? [] : [plan.rule];
  const opened = await createDemoShop(db, { plan, rules, isActive: rules.length > 0, company, sandboxUrl });
  return { ...opened, company: plan.company };
}

/** The shop's account at the sandbox. */
export const accountOf = ({ company: id, name, cnpj, catalogue, listForm }: Plan): CompanySetup => ({
  id,
  name,
  cnpj,
  catalogue,
  listForm,
});

export interface Opening {
  plan: Plan;
  rules: readonly Rule[];
  isActive: boolean;
  company: Pick<Company, 'apiKeyId' | 'apiKeySecret'>;
  sandboxUrl: string;
}

export async function createDemoShop(
  db: Database,
  { plan, rules, isActive, company, sandboxUrl }: Opening,
): Promise<{ id: number; connectionId: string; signingSecret: string }> {
  const { name, cnpj } = plan;
  const id = await createShop(db, {
    name,
    cnpj,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  const { id: connectionId, signingSecret } = await db.asMerchant(
    id,
    async (work): Promise<ConnectionSecrets> => {
      await addStaff(work, { phone: plan.cashier, name: STAFF.cashier, role: 'cashier' });
      await addStaff(work, { phone: plan.owner, name: STAFF.owner, role: 'owner' });
      for (const [i, rule] of rules.entries())
        await addRule(work, { rule, by: null, key: i === 0 ? 'demo' : `demo ${i}` });
      if (isActive) await activate(work, { by: null, override: true });
      const { apiKeyId, apiKeySecret } = company;
      return createConnection(work, { baseUrl: sandboxUrl, company: name, apiKeyId, apiKeySecret });
    },
  );
  return { id, connectionId, signingSecret };
}
