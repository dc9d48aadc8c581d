import type { Channel, ChannelKind } from '../../src/bot/channel';
import { Hosts } from '../../src/bot/hosting/hosts';
import type { Leases } from '../../src/jobs/leases';
import { setChannel } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';

/** Leases that processes share, as Redis has them. */
class Redis {
  readonly holders = new Map<string, string>();
  readonly processes = new Set<string>();

  of(me: string): Leases {
    const { holders, processes } = this;
    return {
      wipedMs: () => WIPED_MS,
      hold: async (name) => {
        if (!holders.has(name)) holders.set(name, me);
        return holders.get(name) === me;
      },
      release: async (name) => {
        if (holders.get(name) === me) holders.delete(name);
      },
      isElsewhere: async (name) => (holders.get(name) ?? me) !== me,
      free: async (names) => names.filter((name) => !holders.has(name)),
      join: async () => processes.add(me).size,
      whenBack: () => undefined,
      close: async () => undefined,
    };
  }

  /** How many each process holds. */
  loads(): number[] {
    return [...this.processes]
      .map((me) => [...this.holders.values()].filter((holder) => holder === me).length)
      .sort((a, b) => a - b);
  }
}

const WIPED_MS = 9_000;
const SHOPS = 6;
let test: TestDatabase;
let redis: Redis;
let started: Map<number, string[]>;
let running: Hosts[];
let home: string | null;
/** Channels start and say nothing of it. */
let isMute: boolean;
const shops: number[] = [];

beforeAll(async () => {
  test = await openTestDatabase();
  for (let i = 0; i < SHOPS; i++) shops.push(await openShop(test.db));
});
afterAll(() => test.close());
beforeEach(() => {
  redis = new Redis();
  started = new Map();
  running = [];
  home = null;
  isMute = false;
});
afterEach(async () => {
  for (const hosts of running) await hosts.close();
  jest.restoreAllMocks();
});

/** A process that hosts; `started` tells which processes have a shop's channel open. */
function hostsIn(me: string): Hosts {
  const { db, clock, logger } = test;
  const hosts = new Hosts({
    db,
    clock,
    logger,
    leases: redis.of(me),
    burstMs: 0,
    publicUrl: '',
    byEmail: false,
    open: (shop, kind) => channelOf(me, shop, kind),
    isAtHome: (_shop, kind) => kind !== 'whatsapp-web' || home === null || home === me,
    paceOf: () => null,
  });
  running.push(hosts);
  return hosts;
}

function channelOf(me: string, shop: number, kind: ChannelKind): Channel {
  const those = (): string[] => started.get(shop) ?? [];
  return {
    kind,
    start: async (events) => {
      started.set(shop, [...those(), me]);
      if (!isMute) events.status({ state: 'ready' });
    },
    stop: async () =>
      void started.set(
        shop,
        those().filter((one) => one !== me),
      ),
    send: async () => ({ state: 'held', reason: 'never', waitMs: 1 }),
    chatOf: async () => null,
    wasSent: async () => null,
    typing: async () => undefined,
  };
}

const hostsOf = (shop: number): string[] => started.get(shop) ?? [];
/** By the monotonic clock, which nothing here waits for. */
const wiped = (): void => {
  const ahead = performance.now() + WIPED_MS;
  jest.spyOn(performance, 'now').mockReturnValue(ahead);
};

it('channels spread over the processes, and a process that comes later has its share', async () => {
  const [one, two, three] = [hostsIn('one'), hostsIn('two'), hostsIn('three')];
  await one.refresh();
  expect(redis.loads()).toEqual([6]);
  await two.refresh();
  // Each gives up what is more than its share, and the others take it.
  for (let i = 0; i < 3; i++) for (const hosts of [one, two]) await hosts.refresh();
  expect(redis.loads()).toEqual([3, 3]);
  for (let i = 0; i < 3; i++) for (const hosts of [three, one, two]) await hosts.refresh();
  expect(redis.loads()).toEqual([2, 2, 2]);
  for (const shop of shops) expect(hostsOf(shop)).toHaveLength(1);
});

it('what a dead process held is taken by the others once its lease is over and it did not come back', async () => {
  const [one, two] = [hostsIn('one'), hostsIn('two')];
  for (let i = 0; i < 3; i++) for (const hosts of [one, two]) await hosts.refresh();
  const [dead] = running.splice(1, 1);
  expect(dead).toBe(two);
  redis.processes.delete('two');
  for (const [name, holder] of redis.holders) if (holder === 'two') redis.holders.delete(name);
  await one.refresh();
  expect(redis.loads()).toEqual([3]);
  wiped();
  await one.refresh();
  expect(redis.loads()).toEqual([6]);
});

it('Redis wiped under living processes gives no channel a second host', async () => {
  const [one, two] = [hostsIn('one'), hostsIn('two')];
  for (let i = 0; i < 3; i++) for (const hosts of [one, two]) await hosts.refresh();
  redis.holders.clear();
  redis.processes.clear();
  // The other looks for channels to host before they were kept.
  await two.refresh();
  for (const hosts of [one, two]) await hosts.keep();
  wiped();
  for (const hosts of [two, one, two]) await hosts.refresh();
  expect(redis.loads()).toEqual([3, 3]);
  for (const shop of shops) expect(hostsOf(shop)).toHaveLength(1);
});

it('a channel that is only starting has no second host either', async () => {
  isMute = true;
  const [one, two] = [hostsIn('one'), hostsIn('two')];
  await one.refresh();
  redis.holders.clear();
  redis.processes.clear();
  await two.refresh();
  for (const shop of shops) expect(hostsOf(shop)).toEqual(['one']);
});

it('a number whose link is on a disk stays there, and is taken elsewhere only after its process stayed away', async () => {
  const [first = 0] = shops;
  await test.db.asMerchant(first, (work) => setChannel(work, 'whatsapp-web', null));
  home = 'one';
  const [one, two] = [hostsIn('one'), hostsIn('two')];
  for (let i = 0; i < 3; i++) for (const hosts of [one, two]) await hosts.refresh();
  expect(redis.holders.get(`channel:${first}`)).toBe('one');
  // Asked to stop, it gives its channels up: the others are taken at once, this one waits for its own.
  await one.close();
  for (let i = 0; i < 2; i++) await two.refresh();
  expect([...redis.holders.values()]).toEqual(Array.from({ length: 3 }, () => 'two'));
  redis.processes.delete('one');
  wiped();
  await two.refresh();
  expect(redis.holders.size).toBe(SHOPS);
});
