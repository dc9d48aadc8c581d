// When what breaks. Redis's return has some calm seconds after it, in which it is measured how long the backlog takes.
import { Dice } from './draws.mjs';

/** As long as the backlog may take: what is killed meanwhile would be measured, and not Redis's return. It begins with that, however late (accidents.mjs). */
const CALM_MS = 30_000;
/** So long shops of a dead host may wait for its lease to end, and for another host to look. */
const LEASE_MS = 35_000;
const SMARTPOS = [['api-429'], ['api-500'], ['api-slow'], ['api-truncated']];

export function planFaults(size, shops) {
  const { seed, seconds, goneSeconds, kills, hostKills, crashes, flushes, jumps } = size;
  const loadMs = seconds * 1000;
  const calmMs = Math.min(CALM_MS, loadMs * 0.15);
  const gone = { kind: 'redis-gone', at: loadMs * 0.45, ms: goneSeconds * 1000, calmMs };
  const calm = [gone.at + gone.ms, calmMs];
  const spread = (name, count, make) => {
    const dice = new Dice(seed, name);
    return moments(dice, count, loadMs, calm).map((at, i) => ({ at, kind: name, ...make(dice, i) }));
  };
  const afterCalm = (one) => ({ ...one, at: calm[0] + calm[1] + (one.at % 3_000) });
  const isThere = ({ at }) => at < gone.at || at >= gone.at + gone.ms;
  return [
    gone,
    ...spread('kill', kills, (dice) => ({ role: dice.of(['web', 'worker']), which: dice.below(8) })),
    // One that was killed before Redis went has nothing to do with how soon Redis's return is noticed.
    ...spread('kill-host', hostKills, (dice) => ({ role: 'whatsapp', which: dice.below(8) })).map((one) =>
      one.at > calm[0] - LEASE_MS && one.at < gone.at ? afterCalm(one) : one,
    ),
    ...spread('crash', crashes, (_dice, i) => ({ signal: i % 2 === 0 ? 'SIGKILL' : 'SIGQUIT' })),
    // What is not there cannot be flushed: then it is just after its return.
    ...spread('flush', flushes, () => ({})).map((one) => (isThere(one) ? one : afterCalm(one))),
    ...spread('clock', jumps, (dice, i) => ({
      byMs: [45_000, -30_000, 420_000, -420_000][i % 4] + dice.below(2_000),
    })),
    ...spread('smartpos', Math.ceil(seconds / 12), (dice) => ({
      shop: dice.below(shops.length),
      faults: dice.of(SMARTPOS),
      ms: dice.between(3_000, 9_000),
    })),
    ...shops.flatMap(({ channel }, shop) =>
      channel === 'cloud-api' ? [{ at: loadMs * (0.3 + 0.05 * shop), kind: 'campaign', shop }] : [],
    ),
  ].toSorted((a, b) => a.at - b.at);
}

/** One in each part of the load but its first twentieth, none in the calm. */
function moments(dice, count, loadMs, [calmAt, calmMs]) {
  const from = loadMs * 0.05;
  const part = (loadMs - from - calmMs) / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => {
    const at = from + part * i + dice.below(part);
    return at < calmAt ? at : at + calmMs;
  });
}
