// Prints the plan of a chaos run for each seed that it is given, a line each.
import { makePlan } from '../../chaos/plan/index.mjs';

const SIZE = {
  sales: 300,
  seconds: 60,
  kills: 10,
  hostKills: 3,
  crashes: 2,
  flushes: 3,
  goneSeconds: 5,
  jumps: 4,
  people: 5,
  wishes: 5,
};
for (const seed of process.argv.slice(2))
  process.stdout.write(`${JSON.stringify(makePlan({ ...SIZE, seed }))}\n`);
