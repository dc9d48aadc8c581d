import { compileProgram } from '../../src/loyalty/core/judge';
import { NO_PAST, type Past } from '../../src/loyalty/core/past';
import { ruleSchema, settingsSchema, type Rule } from '../../src/loyalty/core/rule';
import type { Sale } from '../../src/loyalty/core/sale';
import type { Verdict } from '../../src/loyalty/core/verdict';
import { Zone } from '../../src/loyalty/core/zone';

export const SAO_PAULO = 'America/Sao_Paulo';

/** Reais as they are written here, `1000.00`, in cents. */
export const cents = (reais: string): number => Math.round(Number(reais) * 100);

type Token = [form: RegExp, read: (rule: Draft, first: string, second: string) => void];
interface Draft {
  benefit?: Rule['benefit'];
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
  [/^max:R\$([\d.]+)$/, ({ limits }, reais) => (limits['max_cents_per_sale'] = cents(reais))],
  [/^max:(\d+)pt$/, ({ limits }, points) => (limits['max_points_per_sale'] = Number(points))],
  [/^for:(\d+)d$/, ({ validity }, days) => (validity['valid_days'] = Number(days))],
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
  const groups = Object.entries(draft).filter(([, group]) => JSON.stringify(group) !== '{}');
  return ruleSchema.parse(Object.fromEntries(groups));
}

function readWord(draft: Draft, word: string): void {
  for (const [form, read] of TOKENS) {
    const [found, first = '', second = ''] = form.exec(word) ?? [];
    if (found !== undefined) return read(draft, first, second);
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
    nsu: null,
    authorizationCode: null,
    fiscalKey: null,
    buyer: { name: null, phone: null, cpf: null, email: null, cardFingerprint: null },
    items: null,
    ...change,
  };
}

/** Of a customer nobody knows yet, but for what is given. */
export function judgeOf(rules: readonly Rule[], zone = SAO_PAULO): (sale: Sale, past?: Past) => Verdict {
  const version = { number: 1, rules: [...rules], settings: settingsSchema.parse({}), validFrom: 0 };
  const judge = compileProgram(version, Zone.of(zone));
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
