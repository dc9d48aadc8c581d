import type { Draws } from './draws';

/** A fault that the simulation made: that it is logged is no defect. */
export class MadeFault extends Error {
  override readonly name = 'MadeFault';
}

/** The shares of what goes wrong, of one seed. */
export interface Weather {
  database: number;
  rings: number;
  smartpos: number;
  events: number;
  channel: number;
}

const CALM: Weather = { database: 0, rings: 0, smartpos: 0, events: 0, channel: 0 };

/** One seed in ten is calm: what goes wrong there needs no fault. */
export function weatherOf(draws: Draws): Weather {
  if (draws.happens(0.1)) return CALM;
  const upTo = (most: number): number => draws.fraction() * most;
  return {
    database: draws.happens(0.7) ? upTo(0.04) : 0,
    rings: upTo(0.3),
    smartpos: upTo(0.5),
    events: upTo(0.4),
    channel: upTo(0.3),
  };
}

/** The weather now: calm before and after. */
export class Sky {
  isCalm = true;

  constructor(private readonly weather: Weather) {}

  share(of: keyof Weather): () => number {
    return () => (this.isCalm ? CALM : this.weather)[of];
  }
}
