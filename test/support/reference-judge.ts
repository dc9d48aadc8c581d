import { DateTime, IANAZone } from 'luxon';
import type { Asset } from '../../src/loyalty/core/money';
import { NO_COUNTERS, type Past } from '../../src/loyalty/core/rules/past';
import type { Conditions, Rule, Settings, VoucherBenefit } from '../../src/loyalty/core/rules/rule';
import type { Sale, SaleItem } from '../../src/loyalty/core/sales/sale';

/** luxon's zone, which asks the system once for every quarter of an hour: offsets change at no other moment. */
class RememberingZone extends IANAZone {
  private readonly offsets = new Map<number, number>();

  override offset(at: number): number {
    const quarter = Math.floor(at / 900_000);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const asked = super.offset(at);
    this.offsets.set(quarter, asked);
    return asked;
  }
}

const zones = new Map<string, RememberingZone>();

/** On the shop's clock. */
export function momentIn(name: string, at: number): DateTime {
  const zone = zones.get(name) ?? new RememberingZone(name);
  zones.set(name, zone);
  return DateTime.fromMillis(at, { zone });
}

/** An exact fraction. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

const of = (n: number | bigint, d: number | bigint = 1n): Fraction => [BigInt(n), BigInt(d)];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const isLess = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
const least = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a);
export const floor = ([a, b]: Fraction): number => Number(a / b);
export const halfUp = ([a, b]: Fraction): number => Number((2n * a + b) / (2n * b));

export interface Expected {
  /** What each rule comes to before rounding; a rule that gives nothing of an asset is missing. */
  values: Map<number, Fraction>;
  totals: Record<Asset, number>;
  /** What each rule grants: together, exactly the totals. */
  parts: Map<number, number>;
  /** Rules that give a voucher. */
  vouchers: number[];
  fired: number[];
}

/**
 * The verdict by the product's description alone, as slow and as plain as it can be: fractions for all numbers, luxon
 * for all times, one rule after the other.
 */
export function expectedOf(
  all: readonly Rule[],
  settings: Settings,
  { sale, past, zone }: { sale: Sale; past: Past; zone: string },
): Expected {
  const base = Math.max(0, sale.totalCents - sale.refundedCents - sale.voucherCents);
  const ordered = all
    .map((rule, index) => ({ rule, index, base: ownBase(rule.conditions ?? {}, base, sale.items) }))
    .sort((a, b) => (a.rule.order ?? 0) - (b.rule.order ?? 0) || a.index - b.index);
  const at = momentIn(zone, sale.occurredAt);
  const firing = ordered.filter(
    (one) => one.base > 0 && holds(one.rule.conditions ?? {}, one.base, sale, past, at) && !wasNth(one, past),
  );
  const values = new Map<number, Fraction>();
  const parts = new Map<number, number>();
  const totals = { cashback: 0, points: 0 };
  for (const asset of ['cashback', 'points'] as const) {
    const given = valuesOf(firing, asset, sale, past);
    if (asset === 'cashback') cutTo(of(base), given);
    let sum = of(0);
    for (const [index, value] of given) {
      values.set(index, value);
      sum = plus(sum, value);
    }
    totals[asset] = asset === 'points' && settings.points_rounding === 'down' ? floor(sum) : halfUp(sum);
    for (const [index, part] of partsOf(given, totals[asset])) parts.set(index, part);
  }
  return {
    values,
    totals,
    parts,
    vouchers: vouchersOf(firing, past),
    fired: firing.map(({ index }) => index),
  };
}

/** Each whole, and a unit more for those with the largest fractions, as many as the sum lacks. */
function partsOf(values: ReadonlyMap<number, Fraction>, total: number): Map<number, number> {
  const parts = new Map([...values].map(([index, value]) => [index, floor(value)]));
  const rest = (index: number): Fraction => minus(values.get(index)!, of(parts.get(index)!));
  const byRest = [...parts.keys()].sort((a, b) =>
    isLess(rest(b), rest(a)) ? -1 : isLess(rest(a), rest(b)) ? 1 : 0,
  );
  const lacking = total - [...parts.values()].reduce((sum, part) => sum + part, 0);
  for (const index of byRest.slice(0, lacking)) parts.set(index, parts.get(index)! + 1);
  return parts;
}

/** From when to when what a rule gives for a sale of that moment can be used; null for ever. */
export function usableFrom(
  { benefit, validity = {} }: Rule,
  settings: Settings,
  at: number,
  zone: string,
): { availableAt: number; expiresAt: number | null } {
  const { available_after_days: wait, rolling_days: rolling } = validity;
  const made = momentIn(zone, at);
  const from = wait === undefined ? made : made.startOf('day').plus({ days: wait });
  if (rolling !== undefined) return { availableAt: from.toMillis(), expiresAt: endOfDay(made, rolling) };
  const days = validity.valid_days ?? (voucherOf(benefit) === null ? null : settings.voucher_valid_days);
  return { availableAt: from.toMillis(), expiresAt: days === null ? null : endOfDay(from, days) };
}

/** Of the day so many days after that moment’s. */
export const endOfDay = (moment: DateTime, days: number): number =>
  moment
    .startOf('day')
    .plus({ days: days + 1 })
    .toMillis();

interface Firing {
  rule: Rule;
  index: number;
  base: number;
}

function takes(conditions: Conditions, item: SaleItem): boolean {
  const has = (skus: string[] = [], categories: string[] = []): boolean =>
    skus.includes(item.sku ?? '') || categories.includes(item.category ?? '');
  const { include_skus, include_categories, exclude_skus, exclude_categories } = conditions;
  const narrowed = include_skus !== undefined || include_categories !== undefined;
  return (!narrowed || has(include_skus, include_categories)) && !has(exclude_skus, exclude_categories);
}

const sumOf = (items: readonly SaleItem[]): number => items.reduce((sum, { cents }) => sum + cents, 0);

export function ownBase(conditions: Conditions, base: number, items: readonly SaleItem[] | null): number {
  if (items === null || sumOf(items) === 0)
    return conditions.include_skus || conditions.include_categories ? 0 : base;
  const taken = sumOf(items.filter((item) => takes(conditions, item)));
  return halfUp(times(of(base), of(taken, sumOf(items))));
}

/** A purchase that stands was the customer's Nth already. */
const wasNth = ({ rule, index }: Firing, past: Past): boolean =>
  rule.conditions?.nth_purchase !== undefined && (past.counters[index]?.fired ?? 0) > 0;

function holds(c: Conditions, base: number, sale: Sale, past: Past, at: DateTime): boolean {
  const clock = at.toFormat('HH:mm');
  const [opens, closes] = c.hours ?? ['00:00', '24:00'];
  const isAfterMidnight = opens > closes && clock < closes;
  const evening = isAfterMidnight ? at.minus({ days: 1 }) : at;
  const day = evening.toFormat('yyyy-MM-dd');
  return (
    (c.min_cents === undefined || base > c.min_cents || (c.min_inclusive === true && base === c.min_cents)) &&
    (c.max_cents === undefined || base <= c.max_cents) &&
    (c.dates === undefined || (day >= c.dates[0] && day <= c.dates[1])) &&
    (c.weekdays === undefined || c.weekdays.includes(evening.weekday)) &&
    (isAfterMidnight || (clock >= opens && (clock < closes || opens > closes))) &&
    (c.payment_methods === undefined || (sale.method !== null && c.payment_methods.includes(sale.method))) &&
    (c.brands === undefined || c.brands.includes(sale.brand ?? '')) &&
    (c.terminals === undefined || c.terminals.includes(sale.terminal ?? '')) &&
    (c.acquirers === undefined || c.acquirers.includes(sale.acquirer ?? '')) &&
    (c.stores === undefined || c.stores.some((one) => one === sale.store || one === sale.storeName)) &&
    (c.first_purchase === undefined || past.purchases === 0) &&
    (c.nth_purchase === undefined || past.purchases === c.nth_purchase - 1) &&
    (c.tier === undefined || past.tier === c.tier) &&
    (c.labels === undefined || c.labels.some((label) => past.labels.includes(label))) &&
    (c.inactive_days === undefined || daysAway(past.lastPurchaseAt, at) >= c.inactive_days) &&
    (c.birthday === undefined || (past.birthday !== null && isBirthday(c.birthday, past.birthday, evening)))
  );
}

function daysAway(last: number | null, at: DateTime): number {
  if (last === null) return -1;
  const before = DateTime.fromMillis(last, { zone: at.zone }).startOf('day');
  return Math.round(at.startOf('day').diff(before, 'days').days);
}

function isBirthday(span: 'day' | 'week' | 'month', birthday: string, at: DateTime): boolean {
  const [month = 0, day = 0] = birthday.split('-').map(Number);
  if (span === 'month') return at.month === month;
  return [at.year - 1, at.year, at.year + 1].some((year) => {
    const kept = DateTime.fromObject({ year, month, day }, { zone: at.zone });
    const date = kept.isValid ? kept : DateTime.fromObject({ year, month: 2, day: 28 }, { zone: at.zone });
    return at.hasSame(date, span);
  });
}

const best = <T extends { rule: Rule }>(
  firing: readonly T[],
  isMore: (a: T, b: T) => boolean,
): T | undefined =>
  firing
    .filter(({ rule }) => rule.stack === 'best')
    .reduce<T | undefined>((a, b) => (a === undefined || isMore(b, a) ? b : a), undefined);

function valuesOf(firing: readonly Firing[], asset: Asset, sale: Sale, past: Past): Map<number, Fraction> {
  const multipliers = firing.flatMap((one) =>
    one.rule.benefit.kind === 'multiplier' && one.rule.benefit.asset === asset
      ? [{ ...one, x100: one.rule.benefit.times_x100 }]
      : [],
  );
  const top = best(multipliers, (a, b) => a.x100 > b.x100);
  const counting = multipliers.filter((one) => one.rule.stack !== 'best' || one === top);
  const valued = firing.flatMap((one) => {
    const value = valueOf(one, asset, counting, sale.items);
    return value === null ? [] : [{ ...one, value: limited(one, value, past) }];
  });
  const kept = best(valued, (a, b) => isLess(b.value, a.value));
  return new Map(
    valued.map((one) => [one.index, one.rule.stack === 'best' && one !== kept ? of(0) : one.value]),
  );
}

/** Each item's part of the value is multiplied by the multipliers that take this item. */
function valueOf(
  { rule, base }: Firing,
  asset: Asset,
  multipliers: readonly { rule: Rule; x100: number }[],
  items: readonly SaleItem[] | null,
): Fraction | null {
  const { benefit } = rule;
  if (benefit.kind === 'cashback-fixed') return asset === 'cashback' ? of(benefit.cents) : null;
  if (benefit.kind === 'points-fixed') return asset === 'points' ? of(benefit.points) : null;
  let value: Fraction;
  if (benefit.kind === 'cashback-percent' && asset === 'cashback') value = of(base * benefit.bps, 10_000);
  else if (benefit.kind === 'points-per-amount' && asset === 'points')
    value = of(Math.floor(base / benefit.per_cents) * benefit.points);
  else return null;
  const factor = (item: SaleItem | null): Fraction =>
    multipliers
      .filter((one) => item === null || takes(one.rule.conditions ?? {}, item))
      .reduce<Fraction>((product, { x100 }) => times(product, of(x100, 100)), of(1));
  if (items === null || sumOf(items) === 0) return times(value, factor(null));
  const own = items.filter((item) => takes(rule.conditions ?? {}, item));
  return own.reduce<Fraction>(
    (sum, item) => plus(sum, times(times(value, of(item.cents, sumOf(own))), factor(item))),
    of(0),
  );
}

function limited({ rule: { limits = {} }, index }: Firing, value: Fraction, past: Past): Fraction {
  const before = past.counters[index] ?? { day: 0, week: 0, month: 0, budget: 0 };
  const left = [
    1_000_000_000,
    limits.max_cents_per_sale ?? limits.max_points_per_sale,
    ...(['day', 'week', 'month'] as const).map((period) => {
      const most = limits[`max_cents_per_customer_${period}`] ?? limits[`max_points_per_customer_${period}`];
      return most === undefined ? undefined : most - before[period];
    }),
    limits.budget_cents === undefined ? undefined : limits.budget_cents - before.budget,
  ].filter((most) => most !== undefined);
  return left.reduce<Fraction>((a, most) => least(a, of(Math.max(0, most))), value);
}

function cutTo(most: Fraction, values: Map<number, Fraction>): void {
  let left = most;
  for (const [index, value] of values) {
    const given = least(value, left);
    values.set(index, given);
    left = minus(left, given);
  }
}

function vouchersOf(firing: readonly Firing[], past: Past): number[] {
  const earned = firing.flatMap((one) => {
    const { benefit, limits } = one.rule;
    const before = past.counters[one.index] ?? NO_COUNTERS;
    const open = before.stamps - (before.spent ?? 0);
    if (benefit.kind === 'stamp-card' && (open < 0 || (open + 1) % benefit.every !== 0)) return [];
    const voucher = voucherOf(benefit);
    if (voucher === null) return [];
    const worth = worthOf(voucher);
    return limits?.budget_cents !== undefined && worth + before.budget > limits.budget_cents
      ? []
      : [{ ...one, worth }];
  });
  const kept = best(earned, (a, b) => a.worth > b.worth);
  return earned
    .filter((one) => one.rule.stack !== 'best' || one === kept)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** The voucher that a rule gives, at once or for a full card; null of any other benefit. */
export function voucherOf(benefit: Rule['benefit']): VoucherBenefit | null {
  const given = benefit.kind === 'stamp-card' ? benefit.then : benefit;
  return given.kind === 'voucher-fixed' || given.kind === 'voucher-percent' || given.kind === 'voucher-item'
    ? given
    : null;
}

/** What a voucher can be worth at most, in cents. */
export function worthOf(voucher: VoucherBenefit): number {
  if (voucher.kind === 'voucher-item') return 0;
  return voucher.kind === 'voucher-fixed' ? voucher.cents : (voucher.max_cents ?? voucher.bps * 100_000);
}
