import type { Channel, ChannelEvents } from '../../src/bot/channel';
import { keepEvent } from '../../src/bot/channels/cloud-api/events';
import { statusOf } from '../../src/bot/hosting/channel-states';
import { Hosts } from '../../src/bot/hosting/hosts';
import { sendDue } from '../../src/bot/sending/outbound';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';
import { until } from '../support/until';

/** One process's view of leases that a test gives and takes. */
class Leases {
  readonly wipedMs = (): number => 0;
  readonly taken = new Set<string>();
  readonly log: string[] = [];

  async hold(name: string): Promise<boolean> {
    return !this.taken.has(name);
  }

  async free(names: readonly string[]): Promise<string[]> {
    return names.filter((name) => !this.taken.has(name));
  }

  async join(): Promise<number> {
    return 1;
  }

  whenBack(): void {
    // They are never away.
  }

  async isElsewhere(name: string): Promise<boolean> {
    return this.taken.has(name);
  }

  async release(name: string): Promise<void> {
    this.log.push(`released ${name}`);
  }

  async close(): Promise<void> {
    this.log.push('closed');
  }
}

let test: TestDatabase;
let shop: number;
let leases: Leases;
let opened: ChannelEvents[];
let hosts: Hosts;
let failsToStart: boolean;
let woken: number;

beforeAll(async () => {
  test = await openTestDatabase();
  shop = await openShop(test.db);
});
afterAll(() => test.close());

beforeEach(() => {
  leases = new Leases();
  opened = [];
  failsToStart = false;
  woken = 0;
  const { db, clock, logger } = test;
  hosts = new Hosts({
    db,
    clock,
    logger,
    leases,
    burstMs: 0,
    publicUrl: '',
    byEmail: false,
    open: () => fakeChannel(),
    isAtHome: () => true,
    paceOf: () => null,
  });
});
afterEach(() => hosts.close());

function fakeChannel(): Channel {
  return {
    kind: 'simulator',
    start: async (events) => {
      if (failsToStart) throw new Error('no browser');
      opened.push(events);
      events.status({ state: 'ready' });
    },
    stop: async () => void leases.log.push('stopped'),
    send: async () => ({ state: 'held', reason: 'never', waitMs: 1 }),
    chatOf: async () => null,
    wasSent: async () => null,
    typing: async () => undefined,
    wake: async () => void (woken += 1),
  };
}

it('hosts a channel once, and stops it before it gives the lease back', async () => {
  await hosts.refresh();
  await hosts.refresh();
  expect(opened).toHaveLength(1);
  await hosts.keep();
  expect(leases.log).toEqual([]);
  await hosts.close();
  expect(leases.log).toEqual(['stopped', `released channel:${shop}`]);
  const status = await test.db.asMerchant(shop, statusOf);
  expect(status).toEqual({ state: 'down', problem: 'not-hosted' });
});

it('stops hosting when the lease is lost, and hosts again once it has it', async () => {
  await hosts.refresh();
  leases.taken.add(`channel:${shop}`);
  await hosts.keep();
  await until('it to be let go', () => leases.log.length === 2);
  expect(leases.log).toEqual(['stopped', `released channel:${shop}`]);
  // How it is, the other host has said.
  expect(await test.db.asMerchant(shop, statusOf)).toEqual({ state: 'ready' });
  await hosts.refresh();
  expect(opened).toHaveLength(1);
  leases.taken.clear();
  await hosts.refresh();
  expect(opened).toHaveLength(2);
});

it('wakes a channel that was called back, though the ring for it was lost', async () => {
  await hosts.refresh();
  await hosts.readAll();
  expect(woken).toBe(0);
  await test.db.asMerchant(shop, (work) => keepEvent(work, '{}'));
  await hosts.readAll();
  expect(woken).toBe(1);
});

it('begins nothing more to send once the channel is let go of, however much waits', async () => {
  let sent = 0;
  const channel: Channel = {
    ...fakeChannel(),
    kind: 'whatsapp-web',
    send: async ({ id }) => {
      sent += 1;
      return { state: 'sent', providerId: id };
    },
  };
  await test.db.asMerchant(shop, async (work) => {
    for (let i = 0; i < 12; i++) enqueueReply(work, `chat-${i}`, `turn:${i}`, { text: 'oi' });
  });
  await sendDue(test.db, channel, shop, test.logger, { isOver: () => sent > 0 });
  expect(sent).toBe(5);
});

it('tries again to open a channel that failed to start', async () => {
  failsToStart = true;
  await hosts.refresh();
  failsToStart = false;
  await hosts.refresh();
  expect(opened).toHaveLength(1);
});

it('tells the owner, once a day, that the number stopped for what only a person can mend', async () => {
  await hosts.refresh();
  const [events] = opened;
  for (let i = 0; i < 2; i++) {
    events?.status({ state: 'down', problem: 'browser-fault' });
    events?.status({ state: 'logged-out', problem: 'logged-out' });
  }
  await hosts.close();
  const told = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'number-lost' }).select('params'),
  );
  expect(told).toEqual([{ params: expect.objectContaining({ problem: 'logged-out' }) }]);
});
