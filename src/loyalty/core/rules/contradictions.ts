import { dayNumberOf, minuteOf, weekdayOf } from '../time/calendar';
import { folded } from '../people/names';
import type { Benefit, Conditions, Limits, Rule } from './rule';

/** What a rule of the right form says that cannot be: where, and what to change. */
export interface Contradiction {
  message: string;
  path: string[];
}

/** What of a rule contradicts itself, could never fire, or could cost more than its owner can mean. */
export function contradictionsOf(rule: Rule): Contradiction[] {
  const { benefit, conditions = {}, limits = {} } = rule;
  return [
    ...ofAmounts(conditions),
    ...ofTimes(conditions),
    ...ofItems(conditions),
    ...ofPurchases(conditions, benefit),
    ...ofValidity(rule),
    ...ofLimits(benefit, limits),
    ...ofBudget(benefit, limits),
    ...ofSize(benefit, conditions),
  ];
}

const found = (message: string, ...path: string[]): Contradiction[] => [{ message, path }];

function ofAmounts({
  min_cents: min,
  min_inclusive: inclusive,
  max_cents: max,
}: Conditions): Contradiction[] {
  if ((min === undefined) !== (inclusive === undefined))
    return found('min_cents and min_inclusive come together', 'conditions', 'min_inclusive');
  if (min === undefined || max === undefined || min < max || (min === max && inclusive === true)) return [];
  return found('the minimum is over the maximum', 'conditions', 'max_cents');
}

function ofTimes({ hours, dates, weekdays }: Conditions): Contradiction[] {
  const all = hours === undefined ? [] : ofHours(hours);
  if (dates === undefined) return all;
  if (dates[0] > dates[1])
    return [...all, ...found('the dates end before they begin', 'conditions', 'dates')];
  if (weekdays !== undefined && !haveOneOf(dates, weekdays))
    all.push(...found('no day of the dates is one of the weekdays', 'conditions', 'weekdays'));
  return all;
}

/** Longer nights are hours that were mistaken: 18h to 10h. */
const LONGEST_NIGHT = 12 * 60;

function ofHours([start, end]: readonly [string, string]): Contradiction[] {
  const refuse = (message: string): Contradiction[] => found(message, 'conditions', 'hours');
  if (start === '24:00') return refuse('hours begin before midnight, or with it at 00:00');
  if (start === end) return refuse('the hours end as they begin: a whole day is from 00:00 to 24:00');
  if (start < end) return [];
  if (end === '00:00') return refuse('hours that end with midnight end at 24:00');
  return 24 * 60 - minuteOf(start) + minuteOf(end) <= LONGEST_NIGHT
    ? []
    : refuse('the hours end before they begin: beyond midnight they may last twelve hours');
}

function haveOneOf([first, last]: readonly [string, string], weekdays: readonly number[]): boolean {
  const from = dayNumberOf(first);
  const until = Math.min(dayNumberOf(last), from + 6);
  for (let day = from; day <= until; day++) if (weekdays.includes(weekdayOf(day))) return true;
  return false;
}

function ofItems(conditions: Conditions): Contradiction[] {
  return (['skus', 'categories'] as const).flatMap((kind) => {
    const included = new Set(conditions[`include_${kind}`]?.map(folded));
    const both = conditions[`exclude_${kind}`]?.find((name) => included.has(folded(name)));
    return both === undefined
      ? []
      : found(`"${both}" is both included and excluded`, 'conditions', `exclude_${kind}`);
  });
}

function ofPurchases(conditions: Conditions, benefit: Benefit): Contradiction[] {
  const { first_purchase: first, nth_purchase: nth, inactive_days: away } = conditions;
  if (first && nth !== undefined)
    return found('a first purchase is no later one', 'conditions', 'nth_purchase');
  if (first && away !== undefined)
    return found('a first purchase has none before it to count days from', 'conditions', 'inactive_days');
  if (benefit.kind === 'stamp-card' && (first || nth !== undefined))
    return found(
      'a stamp card fills with many purchases, not with one',
      'conditions',
      first ? 'first_purchase' : 'nth_purchase',
    );
  return [];
}

function ofValidity({ benefit, validity }: Rule): Contradiction[] {
  if (validity === undefined) return [];
  if (benefit.kind === 'multiplier') return found('a multiplier has no validity of its own', 'validity');
  const { valid_days: valid, rolling_days: rolling, available_after_days: wait } = validity;
  if (valid !== undefined && rolling !== undefined)
    return found(
      'days are counted from the benefit or from the last purchase, not both',
      'validity',
      'rolling_days',
    );
  if (rolling !== undefined && wait !== undefined && wait >= rolling)
    return found('it would expire before it is available', 'validity', 'available_after_days');
  return [];
}

function ofLimits({ kind }: Benefit, limits: Limits): Contradiction[] {
  const names = Object.keys(limits);
  if (kind === 'multiplier')
    return names.length === 0
      ? []
      : found('a multiplier has no limit of its own: limit what it multiplies', 'limits');
  const [own, fault] = kind.startsWith('cashback')
    ? ['max_cents', 'cashback is limited in cents']
    : kind.startsWith('points')
      ? ['max_points', 'points are limited in points']
      : ['budget_cents', 'a voucher can only have a budget'];
  return names
    .filter((name) => !name.startsWith(own) && name !== 'budget_cents')
    .flatMap((name) => found(fault, 'limits', name));
}

/** A budget is never exceeded, so what is taken out of it must be known in cents beforehand. */
function ofBudget(benefit: Benefit, { budget_cents: budget }: Limits): Contradiction[] {
  if (budget === undefined || benefit.kind === 'multiplier') return [];
  const refuse = (message: string): Contradiction[] => found(message, 'limits', 'budget_cents');
  if (benefit.kind.startsWith('points')) return refuse('points cost no cents that a budget could count');
  const voucher = benefit.kind === 'stamp-card' ? benefit.then : benefit;
  if (voucher.kind === 'voucher-item')
    return refuse('the cost of a thing is not known: it cannot have a budget');
  if (voucher.kind === 'voucher-percent' && voucher.max_cents === undefined)
    return refuse('a percentage needs max_cents to have a budget');
  if (voucher.kind === 'voucher-fixed' && voucher.cents > budget)
    return refuse('the budget is less than one voucher');
  if (voucher.kind === 'voucher-percent' && (voucher.max_cents ?? 0) > budget)
    return refuse('the budget is less than one voucher');
  return [];
}

/** Where the largest sale that the rule allows is too small for what it gives. */
function ofSize(benefit: Benefit, { max_cents: max }: Conditions): Contradiction[] {
  if (max === undefined) return [];
  if (benefit.kind === 'cashback-fixed' && benefit.cents > max)
    return found('it gives more than the largest sale that it is for', 'benefit', 'cents');
  if (benefit.kind === 'points-per-amount' && benefit.per_cents > max)
    return found('the largest sale that it is for never reaches per_cents', 'benefit', 'per_cents');
  return [];
}
