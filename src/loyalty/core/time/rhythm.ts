import { weekdayOf } from './calendar';
import type { Instant } from '../sales/sale';
import type { Zone } from './zone';

const HOUR_MS = 3_600_000;
/** A shop's day ends in the night: a bar's sale at one belongs to the evening. */
const DAY_BEGINS_MS = 5 * HOUR_MS;
/** Below these nothing is known of a rhythm. */
const FEWEST_SALES = 20;
const FEWEST_DAYS = 3;
/** Of one weekday, for hours of its own. */
const FEWEST_OF_WEEKDAY = 5;
/** The first and the last hour are those within which all but these shares of the sales fall. */
const EARLY = 0.05;
const LATE = 0.95;
/** Nine in ten gaps are within the usual one. */
const USUAL = 0.9;
const SHORTEST_GAP_MS = 10 * 60_000;
const SILENT_GAPS = 3;
const LONGEST_LOOK_DAYS = 60;

/** How a machine sells, learnt from its own sales. */
export interface Rhythm {
  /** By ISO weekday (1 to 7), from when until when it sells, in milliseconds of a day that begins at five; null: not that day. */
  hours: readonly (readonly [number, number] | null)[];
  /** Of opening time: what nine in ten gaps between two sales stay within, ten minutes at least. */
  gapMs: number;
}

/** Of the sales of some weeks, oldest first; null while they are too few to tell. */
export function learnRhythm(sales: readonly Instant[], zone: Zone): Rhythm | null {
  const placed = sales.map((at) => placeOf(at, zone));
  const days = new Set(placed.map(({ day }) => day));
  if (sales.length < FEWEST_SALES || days.size < FEWEST_DAYS) return null;
  const overall = spanOf(placed.map(({ time }) => time));
  const hours = Array.from({ length: 8 }, (_, weekday) => {
    const ofDay = placed.filter(({ day }) => weekdayOf(day) === weekday);
    if (ofDay.length >= FEWEST_OF_WEEKDAY) return spanOf(ofDay.map(({ time }) => time));
    return new Set(ofDay.map(({ day }) => day)).size >= 2 ? overall : null;
  });
  const gaps = sales.slice(1).map((at, i) => openMs(hours, zone, sales[i] ?? at, at));
  return { hours, gapMs: Math.max(SHORTEST_GAP_MS, quantile(gaps, USUAL)) };
}

/**
 * The moment from which a machine that last sold then is silent: three times its usual gap of opening time later. Null
 * where its hours do not come to that within two months.
 */
export function silentFrom({ hours, gapMs }: Rhythm, zone: Zone, lastSaleAt: Instant): Instant | null {
  let left = SILENT_GAPS * gapMs;
  for (let days = 0; days < LONGEST_LOOK_DAYS; days++) {
    const [from, to] = openHours(hours, zone, lastSaleAt, days) ?? [0, 0];
    const start = Math.max(from, lastSaleAt);
    if (to <= start) continue;
    if (to - start >= left) return start + left;
    left -= to - start;
  }
  return null;
}

/** Whether the machine usually sells at that moment. */
export function isOpenAt({ hours }: Rhythm, zone: Zone, at: Instant): boolean {
  const [from, to] = openHours(hours, zone, at, 0) ?? [0, 0];
  return at >= from && at <= to;
}

/** Opening time between two moments. */
function openMs(hours: Rhythm['hours'], zone: Zone, from: Instant, to: Instant): number {
  let sum = 0;
  for (let days = 0; days < LONGEST_LOOK_DAYS; days++) {
    const [opens, closes] = openHours(hours, zone, from, days) ?? [0, 0];
    sum += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
    if (dayStart(zone, from, days + 1) > to) break;
  }
  return sum;
}

/** Of the day that is so many days after that of `at`; null where it is closed. */
function openHours(
  hours: Rhythm['hours'],
  zone: Zone,
  at: Instant,
  days: number,
): readonly [Instant, Instant] | null {
  const start = dayStart(zone, at, days);
  const span = hours[weekdayOf(zone.dayOf(start))];
  return span === undefined || span === null ? null : [start + span[0], start + span[1]];
}

const dayStart = (zone: Zone, at: Instant, days: number): Instant =>
  zone.startOfDay(at - DAY_BEGINS_MS, days) + DAY_BEGINS_MS;

function placeOf(at: Instant, zone: Zone): { day: number; time: number } {
  const start = dayStart(zone, at, 0);
  return { day: zone.dayOf(start), time: at - start };
}

const spanOf = (times: readonly number[]): readonly [number, number] => [
  quantile(times, EARLY),
  quantile(times, LATE),
];

/** The value below which that share lies, without anything between two values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
