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
  const draws = new Draws(seed, 'shop');
  const start = FIRST_DAY + draws.between(0, 300) * DAY_MS;
  const world = new World(ground, seed, start, draws.happens(0.15) ? readConfig({}).pace : null);
  const program = programOf(draws);
  try {
    const broken = await live(world, program, { start, days });
    const [faults, digest] = [await faultsOf(world, program), await digestOf(world)];
    const { story, smartpos, channel } = world;
    return {
      seed,
      faults: [...broken, ...faults],
      digest,
      story,
      sales: smartpos.sales.length,
      messages: channel.truth.size,
    };
  } finally {
    drawFrom(null);
  }
}

/** What happens in these days; a story that breaks off is a fault, told with all that went before. */
async function live(
  world: World,
  program: SimulatedProgram,
  { start, days }: { start: Instant; days: number },
): Promise<string[]> {
  try {
    const life = new Life(world, program, days > BUSY_DAYS ? YEAR : WEEK);
    await life.begin();
    for (let day = 0; day < days; day++) {
      life.planDay(start + day * DAY_MS);
      await world.agenda.until(start + (day + 1) * DAY_MS, () => world.rest());
    }
    await life.end();
    return [];
  } catch (error) {
    await world.rest();
    return [`it broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
