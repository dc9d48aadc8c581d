import type { Work } from '../../db';
import { compileProgram } from '../core/rules/judge';
import { NO_PAST, type Past } from '../core/rules/past';
import { settingsSchema, type Conditions, type Rule, type VoucherBenefit } from '../core/rules/rule';
import type { Instant, Sale } from '../core/sales/sale';
import type { Verdict } from '../core/rules/verdict';
import { Zone } from '../core/time/zone';
import { currentProgram } from './program';
import { latestSales } from '../sales/sale-rows';
import { loadShop } from '../shops/shops';

export interface RuleExample {
  rule: Rule;
  saleCents: number;
  /** False: an invented sale, since none of the shop's own shows the rule at work. */
  real: boolean;
  occurredAt: Instant;
  /** With the other rules that are in force. */
  cashbackCents: number;
  points: number;
  vouchers: VoucherBenefit[];
  /** How many those are. */
  others: number;
  /** A multiplier of what no rule in force gives. */
  multipliesNothing: boolean;
}

/**
 * What the program would give with this rule beside those in force, or in the place of the one of that number, on the
 * latest sale that the rule itself would reward, else on an invented one that it would.
 */
export async function exampleOf(work: Work, rule: Rule, id?: number): Promise<RuleExample> {
  const inForce = ((await currentProgram(work))?.listed ?? []).filter((one) => !one.paused || one.id === id);
  const at = inForce.findIndex((one) => one.id === id);
  const rules = inForce.map((one) => one.rule);
  const place = at === -1 ? rules.length : at;
  const [example] = await examplesOf(work, rules.toSpliced(place, 1, rule), [place]);
  return example!;
}

/** What these rules would give together, on an example of each of those at these places. */
export async function examplesOf(
  work: Work,
  rules: readonly Rule[],
  places: readonly number[],
): Promise<RuleExample[]> {
  if (places.length === 0) return [];
  const zone = Zone.of((await loadShop(work)).zone);
  const latest = (await latestSales(work, 200)).filter(hasBuyer);
  return places.map((at) => exampleAt(at, rules, { zone, latest, now: work.now }));
}

interface Ground {
  zone: Zone;
  /** Sales with a buyer, the latest first. */
  latest: readonly Sale[];
  now: Instant;
}

function exampleAt(at: number, all: readonly Rule[], { zone, latest, now }: Ground): RuleExample {
  const rule = all[at]!;
  const others = all.toSpliced(at, 1);
  const judgeOf = (rules: readonly Rule[]): ((candidate: Candidate) => Verdict) => {
    const judge = compileProgram(
      { number: 0, rules: [...rules], settings: settingsSchema.parse({}), validFrom: 0 },
      zone,
    );
    return ({ sale, real }) => judge(sale, real ? NO_PAST : pastFor(rule, rules.indexOf(rule), sale, zone));
  };
  const together = judgeOf(all);
  const before = judgeOf(others);
  const alone = judgeOf([rule]);
  const rewards = ({ grants, vouchers }: Verdict): boolean => grants.length + vouchers.length > 0;
  // A multiplier gives nothing alone.
  const isShownBy = (one: Candidate): boolean =>
    rule.benefit.kind === 'multiplier' ? given(together(one)) > given(before(one)) : rewards(alone(one));
  // What hangs on the buyer is shown on a sale of such a one.
  const past = dependsOnBuyer(rule) ? [] : latest;
  const candidates = [...past.map((sale) => ({ sale, real: true })), ...inventedSales(now, rule)];
  const shown = candidates.find(isShownBy) ?? candidates.at(-1);
  if (shown === undefined) throw new Error('an example needs a sale');
  return {
    rule,
    ...describe(together(shown), shown.sale, shown.real),
    others: others.length,
    multipliesNothing: multipliesNothing(rule, others),
  };
}

interface Candidate {
  sale: Sale;
  real: boolean;
}

const DAY_MS = 86_400_000;

/** Conditions of who buys, and of what they bought before. */
export const OF_THE_BUYER = [
  'first_purchase',
  'nth_purchase',
  'birthday',
  'tier',
  'inactive_days',
  'labels',
] as const satisfies readonly (keyof Conditions)[];

const dependsOnBuyer = ({ benefit, conditions = {} }: Rule): boolean =>
  benefit.kind === 'stamp-card' || OF_THE_BUYER.some((name) => conditions[name] !== undefined);

/** Of a customer to whom the rule gives; `index`: its place in the program. */
function pastFor({ benefit, conditions = {} }: Rule, index: number, sale: Sale, zone: Zone): Past {
  const { nth_purchase: nth, inactive_days: days, tier = null, labels = [], birthday } = conditions;
  const stamps = benefit.kind === 'stamp-card' ? benefit.every - 1 : 0;
  return {
    purchases: (nth ?? (days === undefined ? 1 : 2)) - 1,
    lastPurchaseAt: days === undefined ? null : sale.occurredAt - days * DAY_MS,
    tier,
    birthday: birthday === undefined ? null : zone.local(sale.occurredAt).date.slice('YYYY-'.length),
    labels,
    counters: stamps === 0 ? {} : { [index]: { stamps, day: 0, week: 0, month: 0, budget: 0 } },
  };
}

const given = ({ grants }: Verdict): number => grants.reduce((total, { quantity }) => total + quantity, 0);

const multipliesNothing = ({ benefit }: Rule, others: readonly Rule[]): boolean =>
  benefit.kind === 'multiplier' &&
  !others.some((other) => other.benefit.kind.startsWith(`${benefit.asset}-`));

/** What nobody is known to have bought gives nothing yet. */
const hasBuyer = ({ buyer }: Sale): boolean => Object.values(buyer).some((known) => known !== null);

function describe(
  verdict: Verdict,
  sale: Sale,
  real: boolean,
): Omit<RuleExample, 'rule' | 'others' | 'multipliesNothing'> {
  const sum = (asset: 'cashback' | 'points'): number =>
    verdict.grants
      .filter((grant) => grant.asset === asset)
      .reduce((total, grant) => total + grant.quantity, 0);
  return {
    saleCents: sale.totalCents,
    real,
    occurredAt: sale.occurredAt,
    cashbackCents: sum('cashback'),
    points: sum('points'),
    vouchers: verdict.vouchers.map(({ benefit }) => benefit),
  };
}

/** A round sale above the rule's minimum, at each hour of the coming week: one of them meets any weekday and hour. */
function* inventedSales(now: Instant, rule: Rule): Generator<{ sale: Sale; real: false }> {
  const conditions = rule.conditions ?? {};
  const minimum = conditions.min_cents ?? 0;
  const round = Math.max(10_000, Math.ceil((minimum * 2) / 1000) * 1000);
  const totalCents = Math.min(round, conditions.max_cents ?? round);
  const start = conditions.dates === undefined ? now : Math.max(now, Date.parse(conditions.dates[0]));
  for (let hour = 0; hour < 24 * 8; hour++) {
    const sale: Sale = {
      externalId: 'example',
      occurredAt: start + hour * 3_600_000,
      updatedAt: null,
      totalCents,
      voucherCents: 0,
      refundedCents: 0,
      voucherCode: null,
      method: conditions.payment_methods?.[0] ?? 'pix',
      brand: conditions.brands?.[0] ?? null,
      terminal: conditions.terminals?.[0] ?? null,
      acquirer: conditions.acquirers?.[0] ?? null,
      store: conditions.stores?.[0] ?? null,
      storeName: null,
      nsu: null,
      authorizationCode: null,
      fiscalKey: null,
      buyer: { name: null, phone: null, cpf: null, email: null, cardFingerprint: null },
      items: itemsFor(conditions, totalCents),
    };
    yield { sale, real: false };
  }
}

/** All of the sale, where the rule is of certain things. */
function itemsFor(conditions: Conditions, cents: number): Sale['items'] {
  const { include_skus: [sku] = [], include_categories: [category] = [] } = conditions;
  if (sku === undefined && category === undefined) return null;
  return [{ sku: sku ?? null, category: category ?? null, name: sku ?? category ?? '', quantity: 1, cents }];
}
