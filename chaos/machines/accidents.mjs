// Brings about what the plan breaks, each at its moment, and notes that it happened.
import { setTimeout as sleep } from 'node:timers/promises';
import { measureBacklog, untilDone } from '../checks/backlog.mjs';
import { crashPostgres, flushRedis, loseRedis } from './servers.mjs';
import { startCampaign } from '../world/shops.mjs';

export class Accidents {
  happened = {
    kill: 0,
    'kill-host': 0,
    crash: 0,
    flush: 0,
    'redis-gone': 0,
    clock: 0,
    smartpos: 0,
    campaign: 0,
  };
  /** Seconds from Redis's return until nothing waited that was due then. */
  drainedAfterRedis = [];
  /** What was the last of it. */
  lastAfterRedis = [];

  /** How many of PostgreSQL and Redis are away, and when one last came back. */
  #away = 0;
  #backAt = -Infinity;

  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Whether PostgreSQL or Redis was away at some moment since then. */
  wasAway(since) {
    return this.#away > 0 || this.#backAt > since;
  }

  /** Resolves when all of it is over. */
  async run() {
    const began = performance.now();
    await Promise.all(
      this.plan.faults.map(async (fault) => {
        await sleep(Math.max(0, began + fault.at - performance.now()));
        await this.#bringAbout(fault);
        this.happened[fault.kind] += 1;
      }),
    );
  }

  async #bringAbout(fault) {
    const { fleet, servers, clock, smartpos, db, shops } = this;
    if (fault.kind === 'kill' || fault.kind === 'kill-host') return fleet.kill(fault.role, fault.which);
    if (fault.kind === 'crash') return this.#while(() => crashPostgres(servers.postgres, fault.signal));
    if (fault.kind === 'flush') return untilDone(() => flushRedis(servers.redis));
    if (fault.kind === 'redis-gone') return this.#loseRedis(fault.ms);
    if (fault.kind === 'clock') return clock.jump(fault.byMs);
    if (fault.kind === 'campaign') return untilDone(() => startCampaign(db, shops[fault.shop]));
    smartpos.misbehave(fault.shop, fault.faults);
    await sleep(fault.ms);
    smartpos.misbehave(fault.shop, []);
    return undefined;
  }

  async #loseRedis(ms) {
    const { servers, clock, url } = this;
    await this.#while(() => loseRedis(servers.redis, ms));
    const { seconds, last } = await measureBacklog(url, clock.productNow());
    this.drainedAfterRedis.push(seconds);
    this.lastAfterRedis.push(last);
  }

  async #while(body) {
    this.#away += 1;
    try {
      return await body();
    } finally {
      this.#away -= 1;
      this.#backAt = performance.now();
    }
  }
}
