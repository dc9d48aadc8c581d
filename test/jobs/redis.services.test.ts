import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createClient } from 'redis';
import { BullDoorbell } from '../../src/jobs/bull';
import { redisLeases, type LeaseTimes } from '../../src/jobs/redis-leases';
import { Secrets } from '../../src/secrets';
import { CuttableWay } from '../support/cuttable';
import { requiredService } from '../support/services';
import { until, untilSeen } from '../support/until';

const url = requiredService('TEST_REDIS_URL');
const logger = pino({ level: 'silent' });
const secrets = new Secrets(randomBytes(32));

/** Leases that outlast a test, but for what is said otherwise. */
const times = ({
  long,
  short,
}: { [kind in 'long' | 'short']?: Partial<LeaseTimes[kind]> } = {}): LeaseTimes => ({
  long: { lasts: 60_000, stopping: 1_000, wiped: 60_000, ...long },
  short: { lasts: 60_000, wiped: 60_000, begun: 60_000, ...short },
  answer: 3_000,
});

async function wipe(): Promise<void> {
  const client = createClient({ url });
  await client.connect();
  await client.flushDb();
  await client.close();
}

it('rings in one process are answered in another, each key once for a crowd of rings', async () => {
  const prefix = `test-${process.pid}-a`;
  const [web, worker] = [
    new BullDoorbell(url, logger, secrets, prefix),
    new BullDoorbell(url, logger, secrets, prefix),
  ];
  const answered: string[] = [];
  worker.answer('sales', 2, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  for (let i = 0; i < 50; i++) web.ring('sales', '7');
  web.ring('sales', '8');
  await untilSeen(
    'both keys',
    () => answered,
    ({ length }) => length >= 2,
  );
  expect(answered.sort()).toEqual(['7', '8']);
  await web.close();
  await worker.close();
});

it('a ring for a channel is heard by every process, each key once for a crowd of rings', async () => {
  const prefix = `test-${process.pid}-c`;
  const [worker, one, two] = [1, 2, 3].map(() => new BullDoorbell(url, logger, secrets, prefix));
  const heard: string[] = [];
  for (const [name, bell] of Object.entries({ one, two }))
    bell?.answer('outbound', 2, (key) => {
      heard.push(`${name} ${key}`);
      return Promise.resolve();
    });
  const ringUntilBothHear = (key: string): Promise<string[]> =>
    untilSeen(
      `both to hear ${key}`,
      () => {
        worker?.ring('outbound', key);
        return heard;
      },
      () => heard.includes(`one ${key}`) && heard.includes(`two ${key}`),
    );
  await ringUntilBothHear('first');
  for (let i = 0; i < 50; i++) worker?.ring('outbound', '7');
  // Rings keep their order: whoever hears the next has heard all of these.
  await ringUntilBothHear('next');
  expect(heard.filter((ring) => ring.endsWith(' 7')).sort()).toEqual(['one 7', 'two 7']);
  await Promise.all([worker, one, two].map((bell) => bell?.close()));
});

it('tells Redis of nobody, hears what an earlier version rings, and takes nothing sealed by others', async () => {
  const prefix = `test-${process.pid}-f`;
  const ringing = new BullDoorbell(url, logger, secrets, prefix);
  const client = createClient({ url });
  await client.connect();
  const waiting = (): Promise<string[]> => client.lRange(`${prefix}:turns:wait`, 0, -1);
  ringing.ring('turns', '7:5511988880001@c.us');
  const [job] = await untilSeen('the ring', waiting, ({ length }) => length === 1);
  const kept = JSON.stringify(await client.hGetAll(`${prefix}:turns:${job}`));
  expect(kept).toContain('sealed');
  expect(kept).not.toContain('988880001');
  const others = new BullDoorbell(url, logger, new Secrets(randomBytes(32)), prefix);
  others.ring('turns', '7:of another key');
  await untilSeen('the ring of others', waiting, ({ length }) => length === 2);
  await client.hSet(`${prefix}:turns:old`, {
    name: '__default__',
    data: '{"key":"7:old"}',
    opts: '{"attempts":1}',
  });
  await client.lPush(`${prefix}:turns:wait`, 'old');
  await client.close();

  const hearing = new BullDoorbell(url, logger, secrets, prefix);
  const answered: string[] = [];
  hearing.answer('turns', 1, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  await until('the last of them', () => answered.includes('7:old'));
  expect(answered).toEqual(['7:5511988880001@c.us', '7:old']);
  await Promise.all([ringing, others, hearing].map((bell) => bell.close()));
});

it('survives Redis being wiped: the next ring is answered', async () => {
  const bell = new BullDoorbell(url, logger, secrets, `test-${process.pid}-b`);
  const answered: string[] = [];
  bell.answer('turns', 1, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  bell.ring('turns', '1:a');
  await untilSeen(
    'the ring',
    () => answered,
    ({ length }) => length === 1,
  );
  const client = createClient({ url });
  await client.connect();
  await client.flushDb();
  await client.close();
  bell.ring('turns', '1:b');
  await untilSeen(
    'the ring after it',
    () => answered,
    ({ length }) => length === 2,
  );
  expect(answered).toEqual(['1:a', '1:b']);
  await bell.close();
});

it('takes for no ring what a wipe left of one: the number of a job without what it said', async () => {
  const prefix = `test-${process.pid}-d`;
  const bell = new BullDoorbell(url, logger, secrets, prefix);
  const answered: unknown[] = [];
  bell.answer('turns', 1, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  const client = createClient({ url });
  await client.connect();
  await client.lPush(`${prefix}:turns:wait`, 'of before the wipe');
  await until('it to be taken', async () => (await client.lLen(`${prefix}:turns:wait`)) === 0);
  await client.close();
  bell.ring('turns', '1:a');
  await untilSeen(
    'the ring after it',
    () => answered,
    () => answered.includes('1:a'),
  );
  expect(answered).toEqual(['1:a']);
  await bell.close();
});

it('goes on after what is no ring at all, of another version or of whoever else reaches Redis', async () => {
  const prefix = `test-${process.pid}-e`;
  const bell = new BullDoorbell(url, logger, secrets, prefix);
  const heard: unknown[] = [];
  const hear = (key: string): Promise<void> => {
    heard.push(key);
    return Promise.resolve();
  };
  bell.answer('outbound', 2, hear);
  bell.answer('turns', 2, hear);
  const client = createClient({ url });
  await client.connect();
  const isThere = async (): Promise<boolean> =>
    (await client.pubSubNumSub([`${prefix}:outbound`]))[`${prefix}:outbound`] === 1;
  await until('it to listen', isThere);
  for (const said of ['not JSON', '{}', 'null', '[null, 7]'])
    await client.publish(`${prefix}:outbound`, said);
  for (const [job, data] of Object.entries({ a: '7', b: '{"key":7}', c: 'null' })) {
    await client.hSet(`${prefix}:turns:${job}`, { name: '__default__', data, opts: '{"attempts":1}' });
    await client.lPush(`${prefix}:turns:wait`, job);
  }
  await until('the jobs to be taken', async () => (await client.lLen(`${prefix}:turns:wait`)) === 0);
  bell.ring('outbound', '7');
  bell.ring('turns', '1:a');
  await until('the rings', () => heard.includes('7') && heard.includes('1:a'));
  expect(new Set(heard)).toEqual(new Set(['1:a', '7']));
  await client.close();
  await bell.close();
});

it('a lease is held by one process, renewed by it alone, and free once released', async () => {
  const [one, two] = [redisLeases(url, logger), redisLeases(url, logger)];
  const name = `channel:${process.pid}`;
  await until('the first to be connected', () => one.hold('first is connected'));
  await until('the second to be connected', () => two.hold('second is connected'));
  expect([await one.hold(name), await two.hold(name), await one.hold(name)]).toEqual([true, false, true]);
  await two.release(name);
  expect(await two.hold(name)).toBe(false);
  await one.release(name);
  expect([await two.hold(name), await one.hold(name)]).toEqual([true, false]);
  await two.release(name);
  await one.close();
  await two.close();
});

it('tells a holder that is cut off from Redis that its lease is lost, before another can take it', async () => {
  const way = await CuttableWay.to(new URL(url));
  // Seconds between what must come one after the other, so that no busy machine swaps them.
  const of = { ...times({ long: { lasts: 16_000, stopping: 8_000 } }), answer: 200 };
  const through = new URL(url);
  through.port = String(way.port);
  const [cutOff, other] = [redisLeases(through.href, logger, of), redisLeases(url, logger, of)];
  const name = `channel:cut-${process.pid}`;
  await until('the lease', () => cutOff.hold(name));
  await until('the other to be connected', () => other.hold('other is connected'));
  way.cut();
  expect([await cutOff.hold(name), await other.hold(name)]).toEqual([true, false]);
  const ends: string[] = [];
  await untilSeen(
    'the lease to be lost and taken',
    async () => {
      if (!ends.includes('lost') && !(await cutOff.hold(name))) ends.push('lost');
      if (!ends.includes('taken') && (await other.hold(name))) ends.push('taken');
      return ends;
    },
    ({ length }) => length === 2,
  );
  expect(ends).toEqual(['lost', 'taken']);
  await cutOff.close();
  await other.close();
  await way.close();
});

it('what Redis lost in a wipe is not free until its holders had time to say so again', async () => {
  const name = `channel:free-${process.pid}`;
  const of = times({ long: { wiped: 3_000 } });
  const [holder, looker] = [redisLeases(url, logger, of), redisLeases(url, logger, of)];
  await until('the lease', () => holder.hold(name));
  await looker.join();
  await until('it to be sure', () => looker.wipedMs(false) === 0);
  expect(await looker.free([name, 'channel:nobody'])).toEqual(['channel:nobody']);
  await wipe();
  // It does not know yet that Redis was wiped, and must not take for nobody's what is held.
  expect(await looker.free([name])).toEqual([name]);
  expect(looker.wipedMs(false)).toBe(3_000);
  await holder.close();
  await looker.close();
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('of a Redis that was just begun anew, what is short is free sooner: who held it was told at once', async () => {
  const port = await unusedPort();
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1']);
  const looker = redisLeases(`redis://127.0.0.1:${port}`, logger, times({ short: { begun: 50 } }));
  await until('it to be joined', async () => {
    await looker.join();
    return (await looker.free(['channel:nobody'])).length > 0;
  });
  await until('the short time to pass', () => looker.wipedMs(true) === 0);
  expect(looker.wipedMs(false)).toBe(60_000);
  await looker.close();
  server.kill();
  await once(server, 'exit');
});

it('a Redis that kept its data and was away is as one that was wiped: leases ended meanwhile', async () => {
  const port = await unusedPort();
  const dir = mkdtempSync(join(tmpdir(), 'redis-'));
  const begin = () =>
    spawn('redis-server', [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      dir,
      '--appendonly',
      'yes',
    ]);
  const ended = async (server: ReturnType<typeof begin>): Promise<void> => {
    server.kill();
    await once(server, 'exit');
  };
  const looker = redisLeases(`redis://127.0.0.1:${port}`, logger, times({ long: { wiped: 5_000 } }));
  const isThere = async (): Promise<boolean> => {
    await looker.join();
    return (await looker.free(['channel:nobody'])).length > 0;
  };
  const first = begin();
  await until('it to be joined', isThere);
  await until('it to be sure', () => looker.wipedMs(false) === 0);
  await ended(first);
  const second = begin();
  await until('it to be joined again', isThere);
  expect(looker.wipedMs(false)).toBe(5_000);
  await looker.close();
  await ended(second);
  rmSync(dir, { recursive: true });
});

it('a Redis that throws keys away once it is full is warned of', async () => {
  const port = await unusedPort();
  const evicting = ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];
  const server = spawn('redis-server', [
    '--port',
    String(port),
    '--save',
    '',
    '--bind',
    '127.0.0.1',
    ...evicting,
  ]);
  const logged: string[] = [];
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      logged.push(line.toString());
      done();
    },
  });
  const warned = redisLeases(`redis://127.0.0.1:${port}`, pino(sink), times());
  await until('the warning', () =>
    logged.some((line) => /allkeys-lru.*maxmemory-policy noeviction/.test(line)),
  );
  await warned.close();
  server.kill();
  await once(server, 'exit');
});

it('where Redis was not wiped for long enough, what is free is nobody’s', async () => {
  await wipe();
  const of = times({ long: { wiped: 1_000 } });
  const looker = redisLeases(url, logger, of);
  expect(looker.wipedMs(false)).toBe(1_000);
  await looker.join();
  await until('the time to pass', () => looker.wipedMs(false) === 0);
  const later = redisLeases(url, logger, of);
  await later.join();
  expect([later.wipedMs(false), later.wipedMs(true)]).toEqual([0, 60_000]);
  await looker.close();
  await later.close();
});

it('what is short is kept while Redis cannot be reached, and let go where another has it by then', async () => {
  const way = await CuttableWay.to(new URL(url));
  const through = new URL(url);
  through.port = String(way.port);
  const of = { ...times({ short: { lasts: 1_000 } }), answer: 200 };
  const [cutOff, other] = [redisLeases(through.href, logger, of), redisLeases(url, logger, of)];
  const [mine, nobodys] = [`channel:kept-${process.pid}`, `channel:new-${process.pid}`];
  await until('the lease', () => cutOff.hold(mine, true));
  await until('the other to be connected', () => other.hold('other is connected'));
  way.cut();
  expect([await cutOff.hold(mine, true), await cutOff.hold(nobodys, true)]).toEqual([true, false]);
  await until('the other to take it', () => other.hold(mine, true));
  expect(await cutOff.hold(mine, true)).toBe(true);
  way.mend();
  await until('it to be let go', async () => {
    await other.hold(mine, true);
    return !(await cutOff.hold(mine, true));
  });
  await cutOff.close();
  await other.close();
  await way.close();
});

it('after a wipe there are as many processes as before, until the others had time to say so again', async () => {
  const of = times({ long: { wiped: 4_000 } });
  await wipe();
  const [one, two] = [redisLeases(url, logger, of), redisLeases(url, logger, of)];
  await one.join();
  await two.join();
  expect(await one.join()).toBe(2);
  await wipe();
  expect(await one.join()).toBe(2);
  await until('the time of the others to be over', async () => (await one.join()) === 1);
  await one.close();
  await two.close();
});

it('says when Redis is back, so that nothing free waits for the next look', async () => {
  const way = await CuttableWay.to(new URL(url));
  const through = new URL(url);
  through.port = String(way.port);
  const leases = redisLeases(through.href, logger);
  await leases.join();
  let isBack = false;
  leases.whenBack(() => {
    isBack = true;
  });
  way.drop();
  await until('it to be told', () => isBack);
  await until('it to be so', () => leases.hold(`channel:back-${process.pid}`));
  await leases.close();
  await way.close();
});
