import { DateTime, IANAZone } from 'luxon';
import { dateOf, weekdayOf, type DayNumber } from './calendar';
import type { Instant } from '../sales/sale';

const MINUTE_MS = 60_000;
const QUARTER_HOUR_MS = 900_000;
const DAY_MS = 86_400_000;
const CACHED_OFFSETS = 20_000;

/** A moment as the clock on the shop's wall shows it. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  date: string;
  /** ISO, 1 is Monday. */
  weekday: number;
  /** Since the shop's midnight. */
  minuteOfDay: number;
}

/**
 * A shop's time zone. Nearly every day has one offset from end to end, so it is asked of luxon once a day and kept: a
 * conversion in a hot path costs a look-up. On a day on which the offset changes it is asked once a quarter hour, the
 * only moments at which it can.
 */
export class Zone {
  /** By day of UTC; NaN where the offset changes within it. */
  private readonly ofDays = new Map<number, number>();
  private readonly ofQuarters = new Map<number, number>();

  private constructor(readonly name: string) {}

  private static readonly known = new Map<string, Zone>();

  /** Throws a RangeError for a name that is no IANA zone. */
  static of(name: string): Zone {
    let zone = Zone.known.get(name);
    if (zone === undefined) {
      if (!IANAZone.isValidZone(name)) throw new RangeError(`${name} is no time zone`);
      zone = new Zone(name);
      Zone.known.set(name, zone);
    }
    return zone;
  }

  local(at: Instant): LocalTime {
    const day = this.dayOf(at);
    return { date: dateOf(day), weekday: weekdayOf(day), minuteOfDay: this.minuteOfDay(at) };
  }

  /** The day on the shop's calendar. */
  dayOf(at: Instant): DayNumber {
    return Math.floor((at + this.offsetMs(at)) / DAY_MS);
  }

  /** Since the shop's midnight. */
  minuteOfDay(at: Instant): number {
    const shifted = at + this.offsetMs(at);
    return Math.floor((shifted - Math.floor(shifted / DAY_MS) * DAY_MS) / MINUTE_MS);
  }

  /** The first instant of the day that is `days` after the day of `at`. */
  startOfDay(at: Instant, days = 0): Instant {
    const midnight = Math.floor((at + this.offsetMs(at)) / DAY_MS) * DAY_MS + days * DAY_MS;
    const guess = midnight - this.offsetMs(midnight - this.offsetMs(midnight));
    if (guess + this.offsetMs(guess) === midnight) return guess;
    return DateTime.fromMillis(midnight, { zone: 'utc' })
      .setZone(this.name, { keepLocalTime: true })
      .startOf('day')
      .toMillis();
  }

  private offsetMs(at: Instant): number {
    const day = Math.floor(at / DAY_MS);
    let offset = this.ofDays.get(day);
    if (offset === undefined) {
      if (this.ofDays.size >= CACHED_OFFSETS) this.ofDays.clear();
      const [first, last] = [this.ask(day * DAY_MS), this.ask((day + 1) * DAY_MS - 1)];
      offset = first === last ? first : NaN;
      this.ofDays.set(day, offset);
    }
    return Number.isNaN(offset) ? this.offsetOfQuarter(at) : offset;
  }

  private offsetOfQuarter(at: Instant): number {
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    let offset = this.ofQuarters.get(quarter);
    if (offset === undefined) {
      if (this.ofQuarters.size >= CACHED_OFFSETS) this.ofQuarters.clear();
      offset = this.ask(quarter * QUARTER_HOUR_MS);
      this.ofQuarters.set(quarter, offset);
    }
    return offset;
  }

  private ask(at: Instant): number {
    return IANAZone.create(this.name).offset(at) * MINUTE_MS;
  }
}
