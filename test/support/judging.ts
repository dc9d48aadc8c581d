import { compileProgram } from '../../src/loyalty/core/rules/judge';
import { NO_PAST, type Past } from '../../src/loyalty/core/rules/past';
import {
  ruleSchema,
  settingsSchema,
  type ProgramVersion,
  type Rule,
  type Settings,
  type VoucherBenefit,
} from '../../src/loyalty/core/rules/rule';
import type { Sale, SaleItem } from '../../src/loyalty/core/sales/sale';
import type { Verdict } from '../../src/loyalty/core/rules/verdict';
import { Zone } from '../../src/loyalty/core/time/zone';

export const SAO_PAULO = 'America/Sao_Paulo';

/** Reais as they are written here, `1000.00`, in cents. */
export const cents = (reais: string): number => Math.round(Number(reais) * 100);

type Token = [form: RegExp, read: (rule: Draft, ...found: [string, string, string]) => void];
interface Draft {
  benefit?: Rule['benefit'];
  every?: number;
  conditions: Record<string, unknown>;
  limits: Record<string, unknown>;
  validity: Record<string, unknown>;
  stack?: Rule['stack'];
  order?: number;
}

/** One word of the tables' short notation each; first the benefits, then what narrows them. */
const TOKENS: Token[] = [
  [/^([\d.]+)%$/, (rule, bps) => (rule.benefit = { kind: 'cashback-percent', bps: cents(bps) })],
  [/^R\$([\d.]+)$/, (rule, reais) => (rule.benefit = { kind: 'cashback-fixed', cents: cents(reais) })],
  [
    /^(\d+)pt\/R\$([\d.]+)$/,
    (rule, points, per) =>
      (rule.benefit = { kind: 'points-per-amount', points: Number(points), per_cents: cents(per) }),
  ],
  [/^(\d+)pt$/, (rule, points) => (rule.benefit = { kind: 'points-fixed', points: Number(points) })],
  [
    /^(cashback|points)\*([\d.]+)$/,
    (rule, asset, times) =>
      (rule.benefit = { kind: 'multiplier', asset: asset as 'points', times_x100: cents(times) }),
  ],
  [/^voucher:R\$([\d.]+)$/, (rule, reais) => (rule.benefit = { kind: 'voucher-fixed', cents: cents(reais) })],
  [
    /^voucher:([\d.]+)%(?:<=([\d.]+))?$/,
    (rule, percent, most) =>
      (rule.benefit = {
        kind: 'voucher-percent',
        bps: cents(percent),
        ...(most === '' ? {} : { max_cents: cents(most) }),
      }),
  ],
  [/^voucher:(\p{L}+)$/u, (rule, name) => (rule.benefit = { kind: 'voucher-item', name })],
  [/^every:(\d+)$/, (rule, every) => (rule.every = Number(every))],
  [/^>([\d.]+)$/, ({ conditions }, reais) => minimum(conditions, reais, false)],
  [/^>=([\d.]+)$/, ({ conditions }, reais) => minimum(conditions, reais, true)],
  [/^<=([\d.]+)$/, ({ conditions }, reais) => (conditions['max_cents'] = cents(reais))],
  [/^on:([\d,]+)$/, ({ conditions }, days) => (conditions['weekdays'] = days.split(',').map(Number))],
  [/^(\d\d:\d\d)-(\d\d:\d\d)$/, ({ conditions }, start, end) => (conditions['hours'] = [start, end])],
  [/^([\d-]{10})\.\.([\d-]{10})$/, ({ conditions }, first, last) => (conditions['dates'] = [first, last])],
  [
    /^(payment_methods|brands|terminals|acquirers|stores):(\S+)$/,
    ({ conditions }, name, names) => (conditions[name] = names.split(',')),
  ],
  [
    /^(only|except)(-sku)?:(\S+)$/,
    ({ conditions }, verb, sku, names) =>
      (conditions[`${verb === 'only' ? 'include' : 'exclude'}_${sku === '' ? 'categories' : 'skus'}`] =
        names.split(',')),
  ],
  [/^first$/, ({ conditions }) => (conditions['first_purchase'] = true)],
  [/^nth:(\d+)$/, ({ conditions }, nth) => (conditions['nth_purchase'] = Number(nth))],
  [/^birthday:(day|week|month)$/, ({ conditions }, span) => (conditions['birthday'] = span)],
  [/^tier:(\S+)$/, ({ conditions }, tier) => (conditions['tier'] = tier)],
  [/^away:(\d+)d$/, ({ conditions }, days) => (conditions['inactive_days'] = Number(days))],
  [/^labels:(\S+)$/, ({ conditions }, labels) => (conditions['labels'] = labels.split(','))],
  [
    /^(day|week|month):R\$([\d.]+)$/,
    ({ limits }, period, reais) => (limits[`max_cents_per_customer_${period}`] = cents(reais)),
  ],
  [
    /^(day|week|month):(\d+)pt$/,
    ({ limits }, period, points) => (limits[`max_points_per_customer_${period}`] = Number(points)),
  ],
  [/^budget:R\$([\d.]+)$/, ({ limits }, reais) => (limits['budget_cents'] = cents(reais))],
  [/^max:R\$([\d.]+)$/, ({ limits }, reais) => (limits['max_cents_per_sale'] = cents(reais))],
  [/^max:(\d+)pt$/, ({ limits }, points) => (limits['max_points_per_sale'] = Number(points))],
  [/^for:(\d+)d$/, ({ validity }, days) => (validity['valid_days'] = Number(days))],
  [/^rolling:(\d+)d$/, ({ validity }, days) => (validity['rolling_days'] = Number(days))],
  [/^use:R\$([\d.]+)$/, ({ validity }, reais) => (validity['use_min_cents'] = cents(reais))],
  [/^after:(\d+)d$/, ({ validity }, days) => (validity['available_after_days'] = Number(days))],
  [/^(add|best)$/, (rule, stack) => (rule.stack = stack as 'best')],
  [/^#(\d+)$/, (rule, order) => (rule.order = Number(order))],
];

function minimum(conditions: Record<string, unknown>, reais: string, inclusive: boolean): void {
  conditions['min_cents'] = cents(reais);
  conditions['min_inclusive'] = inclusive;
}

/** `5% >50 max:R$20` → a rule; throws for a word that is not in the notation. */
export function ruleOf(notation: string): Rule {
  const draft: Draft = { conditions: {}, limits: {}, validity: {} };
  for (const word of notation.trim().split(/\s+/)) readWord(draft, word);
  const { every, ...rule } = draft;
  if (every !== undefined) rule.benefit = { kind: 'stamp-card', every, then: rule.benefit as VoucherBenefit };
  const groups = Object.entries(rule).filter(([, group]) => JSON.stringify(group) !== '{}');
  return ruleSchema.parse(Object.fromEntries(groups));
}

function readWord(draft: Draft, word: string): void {
  for (const [form, read] of TOKENS) {
    const [found, first = '', second = '', third = ''] = form.exec(word) ?? [];
    if (found !== undefined) return read(draft, first, second, third);
  }
  throw new Error(`"${word}" is not in the notation`);
}

export const rulesOf = (notation: string): Rule[] => notation.split(';').map(ruleOf);

/** A sale of R$ 100,00 by Pix on a Tuesday at two in the afternoon in São Paulo, but for what is given. */
export function saleMade(change: Partial<Sale> = {}): Sale {
  return {
    externalId: 'sale-1',
    occurredAt: Date.parse('2026-11-24T14:00:00-03:00'),
    updatedAt: null,
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
    buyer: { name: null, phone: null, cpf: null, email: null, cardFingerprint: null },
    items: null,
    ...change,
  };
}

/** `100.00`, `100.00 voucher:30.00 refunded:20.00 brand:visa items:padaria=80,bebidas=20`: items of categories, in reais. */
export function saleWritten(notation: string, occurredAt: string): Sale {
  const [total = '', ...rest] = notation.split(' ');
  const sale = saleMade({ totalCents: cents(total), occurredAt: Date.parse(occurredAt) });
  for (const word of rest) {
    const [name = '', value = ''] = word.split(':');
    if (name === 'voucher') sale.voucherCents = cents(value);
    else if (name === 'refunded') sale.refundedCents = cents(value);
    else if (name === 'items') sale.items = itemsWritten(value);
    else Object.assign(sale, { [name]: value });
  }
  return sale;
}

/** `5.00`, `66pt`, `5.00 66pt`, `nothing`. */
export function awardWritten(notation: string): { cashback: number; points: number } {
  const award = { cashback: 0, points: 0 };
  if (notation === 'nothing') return award;
  for (const word of notation.split(' '))
    if (word.endsWith('pt')) award.points = Number(word.slice(0, -2));
    else award.cashback = cents(word);
  return award;
}

/** Each named after its category, `Padaria A` of `padaria`, the SKU `padaria-1`. */
function itemsWritten(notation: string): SaleItem[] {
  return notation.split(',').map((item) => {
    const [category = '', reais = ''] = item.split('=');
    const name = `${category.slice(0, 1).toUpperCase()}${category.slice(1)} A`;
    return { sku: `${category}-1`, category, name, quantity: 1, cents: cents(reais) };
  });
}

/** `purchases:3 last:2026-10-10 tier:Ouro birthday:05-03 labels:vip,novo`; the counters are those of the first rule. */
export function pastWritten(notation: string): Past {
  const past = { ...NO_PAST };
  const counters = { stamps: 0, day: 0, week: 0, month: 0, budget: 0 };
  for (const word of notation === 'nothing' ? [] : notation.split(' ')) {
    const [name = '', value = ''] = word.split(/:(.*)/);
    if (name === 'purchases') past.purchases = Number(value);
    else if (name === 'last') past.lastPurchaseAt = Date.parse(value);
    else if (name === 'labels') past.labels = value.split(',');
    else if (name === 'stamps') counters.stamps = Number(value);
    else if (Object.hasOwn(counters, name))
      Object.assign(counters, { [name]: value.endsWith('pt') ? Number(value.slice(0, -2)) : cents(value) });
    else Object.assign(past, { [name]: value });
  }
  return { ...past, counters: { 0: counters } };
}

export function versionOf(rules: readonly Rule[], settings: Partial<Settings> = {}): ProgramVersion {
  return { number: 1, rules: [...rules], settings: settingsSchema.parse(settings), validFrom: 0 };
}

/** Of a customer nobody knows yet, but for what is given. */
export function judgeOf(
  rules: readonly Rule[],
  zone = SAO_PAULO,
  settings: Partial<Settings> = {},
): (sale: Sale, past?: Past) => Verdict {
  const judge = compileProgram(versionOf(rules, settings), Zone.of(zone));
  return (sale, past = NO_PAST) => judge(sale, past);
}

export function totals({ grants }: Verdict): { cashback: number; points: number } {
  const total = { cashback: 0, points: 0 };
  for (const { asset, quantity } of grants) total[asset] += quantity;
  return total;
}

/** The cells of a text table: a line each, columns parted by `|`, the heading left out. */
export function tableOf(text: string): string[][] {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return lines.slice(1);
}
