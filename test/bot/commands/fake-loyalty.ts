import type {
  AssetBalance,
  Backtest,
  BacktestSide,
  Balance,
  IssuedVoucher,
  ProgramVersion,
  Refusal,
  Result,
  RewardOffer,
  RuleExample,
  Settings,
  SetupStatus,
  StampCard,
  StatementEntry,
  VoucherBenefit,
  VoucherTermsOfShop,
  VoucherToValidate,
  VoucherView,
} from '../../../src/loyalty';
import type * as loyalty from '../../../src/loyalty';

/** Noon of a Tuesday in São Paulo. */
export const NOW = Date.parse('2026-11-24T12:00:00-03:00');
/** Of a voucher its id is its code here. */
const CODE = 'ABCD1234';

/** What the loyalty door would answer and what it was asked to write: only the words of the bot are tried over it. */
export interface Books {
  balance: Balance;
  entries: StatementEntry[];
  vouchers: VoucherView[];
  program: ProgramVersion | null;
  pausedIds: number[];
  setup: SetupStatus;
  example: Omit<RuleExample, 'rule'>;
  holder: string | null;
  /** Refuses the next call that can be refused. */
  refusal: Refusal | null;
  minimumPurchaseCents: number | null;
  returnedCents: number;
  offers: RewardOffer[];
  stampCards: StampCard[];
  terms: VoucherTermsOfShop;
  benefit: VoucherBenefit;
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
    pausedIds: [],
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
    example: {
      saleCents: 10_000,
      real: false,
      occurredAt: NOW,
      cashbackCents: 500,
      points: 0,
      vouchers: [],
      others: 0,
      multipliesNothing: false,
    },
    holder: 'Ana *Lúcia* Prado',
    refusal: null,
    minimumPurchaseCents: null,
    returnedCents: 0,
    offers: [],
    stampCards: [],
    terms: { mode: 'counter', procedure: null, refund: 'back-to-balance' },
    benefit: { kind: 'voucher-fixed', cents: 500 },
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

const NOTHING: BacktestSide = {
  cashbackCents: 0,
  points: 0,
  vouchers: 0,
  voucherCents: 0,
  sales: 0,
  customers: 0,
  largest: { cashbackCents: null, points: null, vouchers: null, voucherCents: null },
  months: [],
};
const NO_PAST_SALES: Backtest = {
  sales: 0,
  salesCents: 0,
  unidentified: 0,
  from: null,
  to: null,
  proposed: NOTHING,
  today: null,
};

export const door = {
  balanceOf: async () => books.balance,
  statementOf: async (_work, _customer, { limit, before }) => {
    const start = Number(before ?? 0);
    const end = start + limit;
    return {
      entries: books.entries.slice(start, end),
      more: end < books.entries.length ? String(end) : null,
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
      return issued('cashback', { kind: 'voucher-fixed', cents: wish.cents }, wish.cents);
    }),
  offersFor: async () => ({ available: books.balance.points.available, offers: books.offers }),
  checkReward: async () =>
    answer(() => ({ name: '', expiresAt: EXPIRES_AT, minimumPurchaseCents: books.minimumPurchaseCents })),
  issueReward: async (_work, wish) =>
    answer((): IssuedVoucher => {
      write('issue-reward', wish);
      books.balance.points.available -= wish.points;
      const benefit = books.offers.find(({ id }) => id === wish.rewardId)?.benefit ?? books.benefit;
      return issued('points', benefit, wish.points);
    }),
  rewardsOf: async () => books.offers,
  stampCardsOf: async () => books.stampCards,
  customersNamed: async () => [],
  rewardNamed: async (_work, name) => books.offers.find((offer) => offer.name === name) ?? null,
  putReward: async (_work, { reward }) =>
    answer(() => {
      write('put-reward', reward);
      return { changed: books.offers.some(({ name }) => name === reward.name) };
    }),
  changeReward: async (_work, { id, what }) =>
    answer(() => {
      write('change-reward', { id, what });
      return books.offers.find((offer) => offer.id === id)!;
    }),
  loadVoucherTerms: async () => books.terms,
  setVoucherMode: async (_work, { by: _by, ...wish }) => write('voucher-mode', wish),
  setVoucherRefund: async (_work, { refund }) => write('voucher-refund', refund),
  openVoucherCount: async () => books.vouchers.length,
  inspectOwnVoucher: async (_work, { code }) =>
    answer(() => ({ ...issued('cashback', books.benefit, 500), id: code })),
  cancelVoucher: async (_work, { voucherId }) =>
    answer(() => {
      write('cancel', voucherId);
      return { returned: 500 - books.returnedCents, balance: books.balance, already: null };
    }),
  vouchersOf: async () => books.vouchers,
  currentProgram: async () =>
    books.program && {
      ...books.program,
      ruleIds: books.program.rules.map((_, i) => i + 1),
      listed: books.program.rules.map((rule, i) => ({
        id: i + 1,
        rule,
        paused: books.pausedIds.includes(i + 1),
      })),
    },
  currentSettings: async () => settings,
  changeSettings: async (_work, { settings: changed, key }) =>
    answer(() => {
      write('set-program', { settings: changed, key });
      return {
        number: 1,
        rules: [],
        ruleIds: [],
        listed: [],
        settings: { ...settings, ...changed },
        validFrom: 0,
      };
    }),
  editRule: async (_work, { seen, rule, key }) =>
    answer(() => {
      write('edit-rule', { id: seen.id, rule, key });
      return { number: seen.id };
    }),
  pauseRule: async (_work, { seen, paused, key }) =>
    answer(() => {
      write('pause-rule', { id: seen.id, paused, key });
      return { number: seen.id };
    }),
  deleteRule: async (_work, { seen, key }) =>
    answer(() => {
      write('delete-rule', { id: seen.id, key });
      return { number: seen.id };
    }),
  setupStatus: async () => books.setup,
  activate: async (_work, { by, override }) =>
    answer(() => {
      write('activate', { by: by?.id, override });
      return books.already ? { already: true } : { already: false, what: 'earning' };
    }),
  resumeMessages: async () => {
    write('resume-messages', null);
    return books.already ? { already: true } : { already: false, what: 'messages' };
  },
  pause: async (_work, { what, by }) => {
    if (books.already) return { already: true };
    write('pause', { what, by: by?.id });
    return { already: false, what };
  },
  exampleOf: async (_work, rule) => ({ rule, ...books.example }),
  backtest: async () => NO_PAST_SALES,
  addRule: async (_work, { rule, key }) =>
    answer(() => {
      write('add-rule', { rule, key });
      return { number: (books.program?.rules.length ?? 0) + 1 };
    }),
  inspectVoucher: async (_work, wish) =>
    answer((): VoucherToValidate => {
      const { benefit, minimumPurchaseCents, holder, returnedCents } = books;
      return {
        id: 'code' in wish ? wish.code : wish.id,
        benefit,
        minimumPurchaseCents,
        needsPurchase: benefit.kind !== 'voucher-item' || minimumPurchaseCents !== null,
        stores: null,
        expiresAt: EXPIRES_AT,
        holder,
        paysCents: wish.purchaseCents === undefined ? null : 500 - returnedCents,
      };
    }),
  redeemVoucher: async (_work, { voucherId, purchaseCents, key }) =>
    answer(() => {
      write('redeem', { voucherId, purchaseCents, key });
      const { benefit, returnedCents, holder } = books;
      const paidCents = benefit.kind === 'voucher-item' ? 0 : 500 - returnedCents;
      return { voucherId, benefit, paidCents, returnedCents, holder };
    }),
} satisfies Partial<typeof loyalty>;

function issued(source: VoucherView['source'], benefit: VoucherBenefit, held: number): IssuedVoucher {
  const { minimumPurchaseCents, balance } = books;
  const terms = { minimumPurchaseCents, stores: null, availableAt: NOW, expiresAt: EXPIRES_AT };
  return { id: CODE, code: CODE, source, benefit, held, ...terms, state: 'open', balance };
}
