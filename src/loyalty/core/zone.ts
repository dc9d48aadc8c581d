import { DateTime, IANAZone } from 'luxon';
import type { Instant } from './sale';

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
 * A shop's time zone. Offsets change only at quarter hours, so each quarter's is asked of luxon once and kept:
 * a conversion in a hot path costs a look-up.
 */
export class Zone {
  private readonly offsets = new Map<number, number>();

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
    const shifted = new Date(at + this.offsetMs(at));
    return {
      date: shifted.toISOString().slice(0, 10),
      weekday: shifted.getUTCDay() || 7,
      minuteOfDay: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
    };
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
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      if (this.offsets.size >= CACHED_OFFSETS) this.offsets.clear();
      offset = IANAZone.create(this.name).offset(quarter * QUARTER_HOUR_MS) * 60_000;
      this.offsets.set(quarter, offset);
    }
    return offset;
  }
}
