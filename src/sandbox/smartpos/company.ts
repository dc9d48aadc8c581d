import { randomBytes } from 'node:crypto';
import type { CatalogueName } from './catalogue';
import { Draws } from './draws';

/** A card machine. */
export interface Machine {
  id: string;
  serial: string;
  acquirer: string;
}

/** Where the events of a company go; the secret in the form `whsec_` and base64. */
export interface WebhookEndpoint {
  url: string;
  secret: string;
}

export interface CompanySetup {
  /** What the caller calls it; a company that is there already is left as it is. */
  id: string;
  name: string;
  /** 14 characters with valid check digits. */
  cnpj: string;
  storeId?: string;
  /** Of the shop's clock from UTC; São Paulo by default. */
  utcOffsetMinutes?: number;
  catalogue?: CatalogueName;
  /** How `GET /sales` answers: both are seen in the field. */
  listForm?: 'array' | 'items';
  /** Whether the company's plan has `GET /customers`; 403 where it does not. */
  customersInPlan?: boolean;
  /** Decides all that is drawn; random when left out. */
  seed?: string;
}

/** An account of SmartPOS with its key pair, its store and its machines. */
export interface Company extends Required<CompanySetup> {
  apiKeyId: string;
  apiKeySecret: string;
  machines: Machine[];
}

export function createCompany(setup: CompanySetup): Company {
  const seed = setup.seed ?? randomBytes(16).toString('hex');
  return {
    storeId: 'loja-1',
    utcOffsetMinutes: -180,
    catalogue: 'bakery',
    listForm: 'array',
    customersInPlan: true,
    ...setup,
    seed,
    apiKeyId: `key_${randomBytes(8).toString('hex')}`,
    apiKeySecret: randomBytes(32).toString('base64url'),
    machines: machinesOf(seed),
  };
}

/** Each acquirer names and numbers its machines in its own way. */
const ACQUIRERS: readonly {
  acquirer: string;
  id: (draws: Draws) => string;
  serial: (draws: Draws) => string;
}[] = [
  { acquirer: 'mercado-pago', id: (d) => `MP-${d.digits(5)}`, serial: (d) => `N950NCB${d.digits(6)}` },
  { acquirer: 'stone', id: (d) => `STN${d.digits(7)}`, serial: (d) => `6C${d.digits(6)}` },
  { acquirer: 'cielo', id: (d) => d.digits(8), serial: (d) => `LIO-${d.letters(8)}` },
  { acquirer: 'pagbank', id: (d) => `PB-${d.letters(6)}`, serial: (d) => `PAX${d.digits(9)}` },
  { acquirer: 'getnet', id: (d) => `GN${d.digits(6)}`, serial: (d) => `V${d.digits(10)}` },
];

function machinesOf(seed: string): Machine[] {
  return ACQUIRERS.map(({ acquirer, id, serial }) => {
    const draws = new Draws(seed, 'machine', acquirer);
    return { id: id(draws), serial: serial(draws), acquirer };
  });
}
