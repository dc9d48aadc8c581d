import { randomUUID } from 'node:crypto';
import type { Logger } from '../telemetry';
import type { Leases } from './leases';
import { connectRedis } from './redis-client';

/** All in milliseconds. */
export interface LeaseTimes {
  /** Of what two processes must never hold at once. */
  long: {
    /** How long a lease lasts that is not renewed. */
    lasts: number;
    /** What its holder needs to stop what it holds it for: so long before the end it counts as lost. */
    stopping: number;
    /** What its holder needs at most to take it again after Redis was wiped: a little more than between two renewals. */
    wiped: number;
  };
  /** Of what two may hold for a moment, and should nobody let rest: while Redis cannot be reached its holder keeps it. */
  short: {
    lasts: number;
    wiped: number;
    /** In the place of `wiped` where Redis was begun anew, since its holder then hears at once that it is back. */
    begun: number;
  };
  /** For Redis to answer; a connection that is cut may say nothing at all. */
  answer: number;
}

const DEFAULT_TIMES: LeaseTimes = {
  long: { lasts: 60_000, stopping: 30_000, wiped: 9_000 },
  short: { lasts: 12_000, wiped: 6_000, begun: 2_000 },
  answer: 3_000,
};
/** How long a process counts that said that it is there; it says so several times within that. */
const PRESENT_MS = 12_000;

/** Renews only what is still held by the same process. */
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;
/**
 * Counts the processes that said lately that they are there, by Redis's own clock; and for how long it was not wiped, in
 * milliseconds: whoever finds nothing of that notes the beginning. So does whoever finds what another run of Redis noted,
 * in whose absence leases ended under living holders; and where its clock was put back.
 */
const JOIN = `local time = redis.call('time') local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('zadd', KEYS[1], now + ARGV[2], ARGV[1]) redis.call('zremrangebyscore', KEYS[1], '-inf', now)
  local run, since = string.match(redis.call('get', KEYS[2]) or '', '^(%S*) (%d+)$')
  if run ~= ARGV[3] or tonumber(since) > now then
    since = now redis.call('set', KEYS[2], ARGV[3] .. ' ' .. now)
  end
  return {redis.call('zcard', KEYS[1]), now - since, ARGV[3] .. ' ' .. since}`;
const PROCESSES = 'smartbis:hosts';
/** In the slot of `PROCESSES`, should Redis be a cluster. */
const UNWIPED_SINCE = `{${PROCESSES}}:unwiped-since`;

/**
 * Leases in Redis, to be renewed several times within their duration. INVARIANT: a holder that is cut off from Redis is told
 * that its long lease is lost early enough to stop before another process can take it. Nothing new is taken meanwhile.
 */
class RedisLeases implements Leases {
  private readonly me = randomUUID();
  /** Until when each lease surely lasts, by this process's own monotonic clock. */
  private readonly held = new Map<string, number>();
  private readonly redis: ReturnType<typeof connectRedis>;
  private processes = 1;
  /** Since when Redis was not wiped, by this process's clock, as it was reckoned when it first heard of that beginning. */
  private unwiped = { beginning: '', since: Infinity };
  /** Whether Redis had just been begun then: whoever held something was cut off from it, and knows. */
  private begunAnew = false;

  constructor(
    url: string,
    logger: Logger,
    private readonly times: LeaseTimes,
  ) {
    this.redis = connectRedis(url, logger, { keeps: false });
    void this.redis.connected.then(() => this.warnIfEvicting(logger)).catch(() => undefined);
  }

  wipedMs(isShort: boolean): number {
    const { long, short } = this.times;
    const ms = isShort ? (this.begunAnew ? short.begun : short.wiped) : long.wiped;
    return performance.now() - this.unwiped.since > ms ? 0 : ms;
  }

  whenBack(listener: () => void): void {
    this.redis.client.on('ready', listener);
  }

  async hold(name: string, isShort = false): Promise<boolean> {
    const { held } = this;
    const { long, short, answer } = this.times;
    const { lasts } = isShort ? short : long;
    const asked = performance.now();
    try {
      const mine = await answered(this.take(name, lasts), answer);
      if (mine) held.set(name, asked + lasts);
      else held.delete(name);
      return mine;
    } catch {
      return isShort ? held.has(name) : (held.get(name) ?? 0) - long.stopping > performance.now();
    }
  }

  async release(name: string): Promise<void> {
    this.held.delete(name);
    const released = this.redis.client.eval(RELEASE, { keys: [keyOf(name)], arguments: [this.me] });
    await answered(released, this.times.answer).catch(() => undefined);
  }

  async isElsewhere(name: string): Promise<boolean> {
    const holder = await answered(this.redis.client.get(keyOf(name)), this.times.answer).catch(() => null);
    return holder !== null && holder !== this.me;
  }

  async free(names: readonly string[]): Promise<string[]> {
    if (names.length === 0) return [];
    try {
      const looking = this.redis.client.multi().zScore(PROCESSES, this.me).mGet(names.map(keyOf)).execTyped();
      const [presence, holders] = await answered(looking, this.times.answer);
      // Wiped since this process joined: from now on whoever holds something is waited for.
      if (presence === null) await this.join();
      return names.filter((_, i) => holders[i] === null);
    } catch {
      return [];
    }
  }

  async join(): Promise<number> {
    const { client, connected } = this.redis;
    const { answer } = this.times;
    try {
      // A process that has just begun is still connecting.
      await answered(connected, answer);
      const server = await answered(this.info('server'), answer);
      const run = server('run_id') ?? '-';
      const keys = [PROCESSES, UNWIPED_SINCE];
      const joined = client.eval(JOIN, { keys, arguments: [this.me, String(PRESENT_MS), run] });
      const [count, ms, beginning] = (await answered(joined, answer)) as [number, number, string];
      if (beginning !== this.unwiped.beginning) {
        this.unwiped = { beginning, since: performance.now() - ms };
        // To the second.
        const ageMs = Number(server('uptime_in_seconds') ?? Infinity) * 1_000;
        this.begunAnew = ageMs - ms < this.times.long.wiped;
      }
      // After a wipe the others say that they are there in their own time: until then there are as many as before.
      const least = this.wipedMs(false) > 0 ? this.processes : 1;
      this.processes = Math.max(least, count);
    } catch {
      // Nothing is taken meanwhile; how many there were before is the best guess.
      this.unwiped = { beginning: '', since: Infinity };
    }
    return this.processes;
  }

  async close(): Promise<void> {
    const { client } = this.redis;
    await answered(client.zRem(PROCESSES, this.me), this.times.answer).catch(() => undefined);
    client.destroy();
  }

  private async warnIfEvicting(logger: Logger): Promise<void> {
    const memory = await this.info('memory');
    const policy = memory('maxmemory_policy');
    if (memory('maxmemory') !== '0' && policy !== 'noeviction')
      logger.warn(
        { policy },
        'Redis throws keys away once it is full, leases too: set maxmemory-policy noeviction',
      );
  }

  /** What Redis says of itself. */
  private async info(section: string): Promise<(what: string) => string | undefined> {
    const said = await this.redis.client.info(section);
    return (what) => new RegExp(`^${what}:(\\S+)`, 'm').exec(said)?.[1];
  }

  private async take(name: string, lasts: number): Promise<boolean> {
    const { client } = this.redis;
    const key = keyOf(name);
    const renewed = await client.eval(RENEW, { keys: [key], arguments: [this.me, String(lasts)] });
    return renewed === 1 || (await client.set(key, this.me, { NX: true, PX: lasts })) === 'OK';
  }
}

const keyOf = (name: string): string => `smartbis:lease:${name}`;

export const redisLeases = (
  url: string,
  logger: Logger,
  times: LeaseTimes = DEFAULT_TIMES,
): Leases & { close(): Promise<void> } => new RedisLeases(url, logger, times);

/** What Redis answers, or a rejection after `ms`; an answer that comes later is ignored. */
async function answered<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer')), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
