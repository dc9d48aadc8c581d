import type {
  AssetBalance,
  Balance,
  IssuedVoucher,
  ProgramVersion,
  Refusal,
  Result,
  RuleExample,
  Settings,
  SetupStatus,
  StatementEntry,
  VoucherView,
} from '../../../src/loyalty';
import type * as loyalty from '../../../src/loyalty';

/** Noon of a Tuesday in São Paulo. */
export const NOW = Date.parse('2026-11-24T12:00:00-03:00');
const CODE = 'ABCD1234';

/** What the loyalty door would answer and what it was asked to write: only the words of the bot are tried over it. */
export interface Books {
  balance: Balance;
  entries: StatementEntry[];
  vouchers: VoucherView[];
  program: ProgramVersion | null;
  setup: SetupStatus;
  example: RuleExample;
  holder: string | null;
  /** Refuses the next call that can be refused. */
  refusal: Refusal | null;
  minimumPurchaseCents: number | null;
  returnedCents: number;
  already: boolean;
  written: { did: string; with: unknown }[];
}

const nothing = (): AssetBalance => ({ available: 0, pending: null, expiring: null, held: 0, debt: 0 });

export const settings: Settings = {
  redeem_min_cents: 100,
  redeem_max_bps: 10_000,
  voucher_valid_days: 30,
  refund_policy: 'debt',
  points_rounding: 'half-up',
  tiers: [],
  claim_days: 7,
};

export const books = {} as Books;

export function openBooks(): void {
  Object.assign(books, {
    balance: { cashback: nothing(), points: nothing() },
    entries: [],
    vouchers: [],
    program: null,
    setup: {
      steps: (['machines', 'connection', 'rules', 'reference-sale', 'activation'] as const).map((step) => ({
        step,
        done: false,
      })),
      next: 'machines',
      machines: { total: 0, acquirers: [] },
      rules: 0,
      reference: null,
      activatedAt: null,
      dry: { sales: 0, cashbackCents: 0, points: 0 },
    },
    example: { saleCents: 10_000, real: false, occurredAt: NOW, cashbackCents: 500, points: 0, others: 0 },
    holder: 'Ana *Lúcia* Prado',
    refusal: null,
    minimumPurchaseCents: null,
    returnedCents: 0,
    already: false,
    written: [],
  } satisfies Books);
}

const EXPIRES_AT = Date.parse('2026-12-25T00:00:00-03:00');

function answer<T>(value: () => T): Result<T> {
  if (books.refusal === null) return { ok: true, value: value() };
  const { refusal } = books;
  books.refusal = null;
  return { ok: false, refusal };
}

function write(did: string, details: unknown): void {
  books.written.push({ did, with: details });
}

export const door = {
  balanceOf: async () => books.balance,
  statementOf: async (_work, _customer, { limit, before }) => {
    const start = before ?? 0;
    const end = start + limit;
    return {
      entries: books.entries.slice(start, end),
      more: end < books.entries.length ? end : null,
    };
  },
  setMarketingConsent: async (_work, wish) => write('consent', wish),
  setLanguage: async (_work, customerId, language) => write('language', { customerId, language }),
  checkRedeem: async () =>
    answer(() => ({ expiresAt: EXPIRES_AT, minimumPurchaseCents: books.minimumPurchaseCents })),
  issueVoucher: async (_work, wish) =>
    answer((): IssuedVoucher => {
      write('issue', wish);
      books.balance.cashback.available -= wish.cents;
      return {
        code: CODE,
        valueCents: wish.cents,
        minimumPurchaseCents: books.minimumPurchaseCents,
        expiresAt: EXPIRES_AT,
        balance: books.balance,
      };
    }),
  vouchersOf: async () => books.vouchers,
  currentProgram: async () =>
    books.program && {
      ...books.program,
      ruleIds: books.program.rules.map((_, i) => i + 1),
      listed: books.program.rules.map((rule, i) => ({ id: i + 1, rule, paused: false })),
    },
  setupStatus: async () => books.setup,
  activate: async (_work, { by, override }) =>
    answer(() => {
      write('activate', { by: by?.id, override });
      return { already: books.already };
    }),
  pause: async (_work, { what, by }) => write('pause', { what, by: by?.id }),
  exampleOf: async () => books.example,
  addRule: async (_work, { rule, key }) =>
    answer(() => {
      write('add-rule', { rule, key });
      return { number: (books.program?.rules.length ?? 0) + 1 };
    }),
  inspectVoucher: async (_work, { code }) =>
    answer(() => ({
      code,
      valueCents: 500,
      minimumPurchaseCents: books.minimumPurchaseCents,
      expiresAt: EXPIRES_AT,
      holder: books.holder,
    })),
  redeemVoucher: async (_work, { code, purchaseCents, key }) =>
    answer(() => {
      write('redeem', { code, purchaseCents, key });
      const { returnedCents, holder } = books;
      return { valueCents: 500 - returnedCents, returnedCents, holder };
    }),
} satisfies Partial<typeof loyalty>;
