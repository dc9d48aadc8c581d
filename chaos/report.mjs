// What came of a run, in words and figures.
import { deserved } from './plan/index.mjs';
import { named } from './checks/index.mjs';
import { checkOperation } from './checks/operation.mjs';

/** Asked of the whole of it, on two cores that nobody else uses. */
const LONGEST_DRAIN_AFTER_REDIS_S = 30;
const LONGEST_S = 300;

/** By which the same plan is run again. */
export const argumentsOf = ({ json: _json, ...size }) =>
  Object.entries(size)
    .map(([name, value]) => `--${name} ${value}`)
    .join(' ');

export function resultOf({ size, world, drain, ends, checks, phases }) {
  const { smartpos, cloud, people, poster, accidents, fleet, shops } = world;
  const outcomes = smartpos.outcomes();
  const excused = fleet.ends.filter(({ isExcused }) => isExcused);
  const all = [...checks, ...checkOperation({ fleet, ends })];
  return {
    size,
    checks: all.map(({ what, faults }) => ({ what, faults: named(faults) })),
    faults: all.flatMap(({ faults }) => faults),
    figures: {
      sales: outcomes.length,
      acknowledged: smartpos.acknowledged.reduce((sum, { size: count }) => sum + count, 0),
      granted: outcomes.reduce((sum, { shop, leftCents }) => sum + deserved(shops[shop].asset, leftCents), 0),
      said: cloud.said.length,
      vouchers: people.shown.size,
      redeemed: people.redeemed.size,
      refusals: people.refusals,
      sentOverCloud: cloud.taken.size,
      sentTwiceOverCloud: [...cloud.taken.values()].filter((count) => count > 1).length,
      channelFaults: cloud.faults,
      answers: poster.answers,
      accidents: accidents.happened,
      starts: fleet.starts,
      endedForWant: excused.length,
      drainedAfterRedisSeconds: accidents.drainedAfterRedis,
      lastAfterRedis: accidents.lastAfterRedis,
      drainSeconds: drain,
      phases,
      longestStopSeconds: Math.max(...ends.map(({ seconds }) => seconds)),
    },
  };
}

export function report({ checks, figures, faults }, seconds, write) {
  for (const [name, value] of Object.entries(figures))
    write(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  for (const { what, faults: found } of checks) {
    write(`${found.length === 0 ? 'holds' : 'DOES NOT HOLD'}: ${what}`);
    for (const fault of found) write(`  ${fault}`);
  }
  for (const slow of slowness(figures, seconds)) write(`SLOWER THAN ASKED: ${slow}`);
  write(
    `${faults.length === 0 ? '0 lost, 0 doubled' : `${faults.length} faults`} in ${seconds.toFixed(0)} s`,
  );
}

/** What took longer than is asked. */
export function slowness({ drainedAfterRedisSeconds }, seconds) {
  const waited = Math.max(0, ...drainedAfterRedisSeconds);
  return [
    ...(waited > LONGEST_DRAIN_AFTER_REDIS_S ? [`${waited.toFixed(0)} s after Redis was back`] : []),
    ...(seconds > LONGEST_S ? [`${seconds.toFixed(0)} s in all`] : []),
  ];
}
