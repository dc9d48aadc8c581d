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
  /** What was the last of it, what was left every few seconds, and what else was broken meanwhile, in seconds from the return. */
  lastAfterRedis = [];
  /** What was broken, and when that was over. */
  #course = [];

  /** Resolves when Redis's return had its calm; so much later than planned, in milliseconds. */
  #calm;
  #endCalm;

  /** How many of PostgreSQL and Redis are away, and when one last came back. */
  #away = 0;
  #backAt = -Infinity;

  constructor(parts) {
    Object.assign(this, parts);
    this.#calm = new Promise((resolve) => (this.#endCalm = resolve));
  }

  /** Whether PostgreSQL or Redis was away at some moment since then. */
  wasAway(since) {
    return this.#away > 0 || this.#backAt > since;
  }

  /** Resolves when all of it is over. */
  async run() {
    const began = performance.now();
    const gone = this.plan.faults.find(({ kind }) => kind === 'redis-gone');
    const backAt = gone.at + gone.ms;
    await Promise.all(
      this.plan.faults.map(async (fault) => {
        await until(began + fault.at);
        if (fault.at >= backAt) await until(began + fault.at + (await this.#calm));
        await this.#bringAbout(fault, began);
        this.happened[fault.kind] += 1;
        this.#course.push({ ...fault, endedAt: performance.now() });
      }),
    );
  }

  async #bringAbout(fault, began) {
    const { fleet, servers, clock, smartpos, db, shops } = this;
    if (fault.kind === 'kill' || fault.kind === 'kill-host') return fleet.kill(fault.role, fault.which);
    if (fault.kind === 'crash') return this.#while(() => crashPostgres(servers.postgres, fault.signal));
    if (fault.kind === 'flush') return untilDone(() => flushRedis(servers.redis));
    if (fault.kind === 'redis-gone') return this.#loseRedis(fault, began);
    if (fault.kind === 'clock') return clock.jump(fault.byMs);
    if (fault.kind === 'campaign') return untilDone(() => startCampaign(db, shops[fault.shop]));
    smartpos.misbehave(fault.shop, fault.faults);
    await sleep(fault.ms);
    smartpos.misbehave(fault.shop, []);
    return undefined;
  }

  async #loseRedis({ at, ms, calmMs }, began) {
    const { servers, clock, url } = this;
    await this.#while(() => loseRedis(servers.redis, ms));
    const backAt = performance.now();
    const late = Math.max(0, backAt - (began + at + ms));
    const measuring = measureBacklog(url, clock.productNow());
    await Promise.race([measuring, sleep(calmMs)]);
    this.#endCalm(late);
    const { seconds, ...last } = await measuring;
    this.drainedAfterRedis.push(seconds);
    const meanwhile = this.#course.flatMap(({ kind, role, endedAt }) =>
      endedAt < backAt ? [] : [`${Math.round((endedAt - backAt) / 1000)} s ${kind} ${role ?? ''}`.trim()],
    );
    this.lastAfterRedis.push({ ...last, meanwhile });
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

/** @param {number} moment by the monotonic clock */
const until = (moment) => sleep(Math.max(0, moment - performance.now()));
