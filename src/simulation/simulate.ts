import { drawFrom } from '../chance';
import { readConfig } from '../config';
import type { Instant } from '../loyalty';
import { faultsOf } from './checks';
import { digestOf } from './digest';
import { Draws } from './draws';
import type { Ground } from './ground';
import { Life, WEEK, YEAR } from './life';
import { programOf, type SimulatedProgram } from './programs';
import { World } from './world';

const DAY_MS = 86_400_000;
/** A Monday. */
const FIRST_DAY = Date.parse('2026-03-02T00:00:00Z');
/** Over this many days there is less to do on each. */
const BUSY_DAYS = 31;

export interface SimulationResult {
  seed: number;
  /** Empty where everything held. */
  faults: string[];
  /** Of all that happened and all that stands. */
  digest: string;
  /** What happened, a line each. */
  story: string[];
  sales: number;
  messages: number;
}

/** One seed: a new shop lives for these days, everything comes to rest, and what must hold is checked. */
export async function simulate(ground: Ground, seed: number, days: number): Promise<SimulationResult> {
  const { world, program, broken } = await lived(ground, seed, days);
  const faults = [...broken, ...(await faultsOf(world, program))];
  const { story, smartpos, channel } = world;
  const counts = { sales: smartpos.sales.length, messages: channel.truth.size };
  return { seed, faults, digest: await digestOf(world), story, ...counts };
}

export interface Lived {
  world: World;
  program: SimulatedProgram;
  /** Why the story broke off; empty where it did not. */
  broken: string[];
}

/** A seed's world after these days. */
export async function lived(ground: Ground, seed: number, days: number): Promise<Lived> {
  const draws = new Draws(seed, 'shop');
  const start = FIRST_DAY + draws.between(0, 300) * DAY_MS;
  const world = new World(ground, seed, start, draws.happens(0.15) ? readConfig({}).pace : null);
  const program = programOf(draws);
  const life = new Life(world, program, days > BUSY_DAYS ? YEAR : WEEK);
  try {
    await live(life, world, { start, days });
    return { world, program, broken: [] };
  } catch (error) {
    await world.rest();
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { world, program, broken: [`it broke off: ${why}`] };
  } finally {
    drawFrom(null);
  }
}

async function live(
  life: Life,
  world: World,
  { start, days }: { start: Instant; days: number },
): Promise<void> {
  await life.begin();
  for (let day = 0; day < days; day++) {
    life.planDay(start + day * DAY_MS);
    await world.agenda.until(start + (day + 1) * DAY_MS, () => world.rest());
  }
  await life.end();
}
