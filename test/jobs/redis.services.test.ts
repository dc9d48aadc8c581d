import { pino } from 'pino';
import { createClient } from 'redis';
import { BullDoorbell } from '../../src/jobs/bull';
import { redisLeases } from '../../src/leases';
import { CuttableWay } from '../support/cuttable';
import { requiredService } from '../support/services';

const url = requiredService('TEST_REDIS_URL');
const logger = pino({ level: 'silent' });
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 200 && !(await condition()); i++)
    await new Promise((resolve) => setTimeout(resolve, 25));
};

it('rings in one process are answered in another, each key once for a crowd of rings', async () => {
  const prefix = `test-${process.pid}-a`;
  const [web, worker] = [new BullDoorbell(url, logger, prefix), new BullDoorbell(url, logger, prefix)];
  const answered: string[] = [];
  worker.answer('sales', 2, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  for (let i = 0; i < 50; i++) web.ring('sales', '7');
  web.ring('sales', '8');
  await until(() => answered.length >= 2);
  expect(answered.sort()).toEqual(['7', '8']);
  await web.close();
  await worker.close();
});

it('a ring for a channel is heard by every process, each key once for a crowd of rings', async () => {
  const prefix = `test-${process.pid}-c`;
  const [worker, one, two] = [1, 2, 3].map(() => new BullDoorbell(url, logger, prefix));
  const heard: string[] = [];
  for (const [name, bell] of Object.entries({ one, two }))
    bell?.answer('outbound', 2, (key) => {
      heard.push(`${name} ${key}`);
      return Promise.resolve();
    });
  await until(() => {
    worker?.ring('outbound', 'first');
    return heard.includes('one first') && heard.includes('two first');
  });
  heard.length = 0;
  await new Promise((resolve) => setTimeout(resolve, 100));
  heard.length = 0;
  for (let i = 0; i < 50; i++) worker?.ring('outbound', '7');
  await until(() => heard.length >= 2);
  expect(heard.sort()).toEqual(['one 7', 'two 7']);
  await Promise.all([worker, one, two].map((bell) => bell?.close()));
});

it('survives Redis being wiped: the next ring is answered', async () => {
  const bell = new BullDoorbell(url, logger, `test-${process.pid}-b`);
  const answered: string[] = [];
  bell.answer('turns', 1, (key) => {
    answered.push(key);
    return Promise.resolve();
  });
  bell.ring('turns', '1:a');
  await until(() => answered.length === 1);
  const client = createClient({ url });
  await client.connect();
  await client.flushAll();
  await client.close();
  bell.ring('turns', '1:b');
  await until(() => answered.length === 2);
  expect(answered).toEqual(['1:a', '1:b']);
  await bell.close();
});

it('a lease is held by one process, renewed by it alone, and free once released', async () => {
  const [one, two] = [redisLeases(url, logger), redisLeases(url, logger)];
  const name = `channel:${process.pid}`;
  await until(() => one.hold('first is connected'));
  await until(() => two.hold('second is connected'));
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
  const times = { lasts: 3_000, stopping: 1_200, answer: 200, wiped: 100 };
  const through = new URL(url);
  through.port = String(way.port);
  const [cutOff, other] = [redisLeases(through.href, logger, times), redisLeases(url, logger, times)];
  const name = `channel:cut-${process.pid}`;
  await until(() => cutOff.hold(name));
  await until(() => other.hold('other is connected'));
  way.cut();
  const began = performance.now();
  expect([await cutOff.hold(name), await other.hold(name)]).toEqual([true, false]);
  let lostAt: number | null = null;
  let takenAt: number | null = null;
  await until(async () => {
    if (lostAt === null && !(await cutOff.hold(name))) lostAt = performance.now() - began;
    if (takenAt === null && (await other.hold(name))) takenAt = performance.now() - began;
    return lostAt !== null && takenAt !== null;
  });
  expect(lostAt).toBeLessThan(2_200);
  expect(takenAt).toBeGreaterThan(2_500);
  await cutOff.close();
  await other.close();
  await way.close();
});
