// Queues on simulated time: what waits, and for how long. No clock and no chance of its own.

/** Draws from 0 to below 1, the same for the same seed (mulberry32). */
export function drawn(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Moments in seconds of a Poisson process whose rate a second changes: `[seconds, rate]` after each other. */
export function arrivals(phases, draw) {
  const moments = [];
  let began = 0;
  for (const [seconds, rate] of phases) {
    for (
      let at = began - Math.log(1 - draw()) / rate;
      at < began + seconds;
      at -= Math.log(1 - draw()) / rate
    )
      moments.push(at);
    began += seconds;
  }
  return moments;
}

/** First come, first served, by so many servers; when each is done. `moments` in order, `cost` in seconds. */
export function served(moments, cost, servers) {
  const free = new Float64Array(servers);
  return moments.map((at) => {
    let next = 0;
    for (let i = 1; i < servers; i++) if (free[i] < free[next]) next = i;
    free[next] = Math.max(free[next], at) + cost;
    return free[next];
  });
}

/**
 * Sets as the inbox makes them: what comes for a shop waits until a worker takes all of it, one worker a shop at a time, the
 * shop whose first has waited longest before others, `company` seconds after it came. `sales` are `[moment, shop]` in order.
 * When each is done, how many sets there were, and how long the workers were at it.
 */
export function judged(sales, { workers, setSeconds, saleSeconds, largest, company }) {
  const done = new Float64Array(sales.length);
  const waiting = new Map();
  const busyUntil = new Map();
  const free = new Float64Array(workers);
  let [next, sets, busy] = [0, 0, 0];
  const take = (until) => {
    for (; next < sales.length && sales[next][0] <= until; next++) {
      const shop = sales[next][1];
      const queue = waiting.get(shop);
      if (queue) queue.push(next);
      else waiting.set(shop, [next]);
    }
  };
  while (next < sales.length || waiting.size > 0) {
    let worker = 0;
    for (let i = 1; i < workers; i++) if (free[i] < free[worker]) worker = i;
    take(free[worker]);
    if (waiting.size === 0) take(sales[next][0]);
    // In the order in which they began to wait, which is that in which they become due.
    const [shop, queue] = waiting.entries().next().value;
    const due = Math.max(sales[queue[0]][0] + company, busyUntil.get(shop) ?? 0);
    const start = Math.max(free[worker], due);
    take(start);
    const set = queue.splice(0, largest);
    waiting.delete(shop);
    if (queue.length > 0) waiting.set(shop, queue);
    const cost = setSeconds + set.length * saleSeconds;
    for (const sale of set) done[sale] = start + cost;
    free[worker] = start + cost;
    busyUntil.set(shop, start + cost);
    sets += 1;
    busy += cost;
  }
  return { done, sets, busy };
}

export const quantile = (values, share) => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
