import { Answering } from '../../src/jobs/answering';

const soon = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Records when each key begins and ends. */
function recorder(fail: string[] = []): {
  log: string[];
  failed: string[];
  answering: (concurrency: number) => Answering;
} {
  const log: string[] = [];
  const failed: string[] = [];
  const handler = async (key: string): Promise<void> => {
    log.push(`+${key}`);
    await soon();
    log.push(`-${key}`);
    if (fail.includes(key)) throw new Error(key);
  };
  return {
    log,
    failed,
    answering: (concurrency) => new Answering(concurrency, handler, (key) => failed.push(key)),
  };
}

it('answers a key once more after a ring that came meanwhile, never beside itself', async () => {
  const { log, answering } = recorder();
  const one = answering(4);
  one.ring('a');
  one.ring('a');
  await soon(2);
  one.ring('a');
  one.ring('a');
  await soon(40);
  expect(log).toEqual(['+a', '-a', '+a', '-a']);
});

it('answers no more at once than it may', async () => {
  const { log, answering } = recorder();
  const one = answering(2);
  for (const key of ['a', 'b', 'c']) one.ring(key);
  expect(log).toEqual(['+a', '+b']);
  await soon(40);
  expect(log.filter((entry) => entry.startsWith('-'))).toHaveLength(3);
});

it('goes on after a failure', async () => {
  const { failed, log, answering } = recorder(['a']);
  const one = answering(1);
  one.ring('a');
  one.ring('b');
  await soon(40);
  expect(failed).toEqual(['a']);
  expect(log).toContain('-b');
});

it('closes after what is being answered, and answers nothing new', async () => {
  const { log, answering } = recorder();
  const one = answering(1);
  one.ring('a');
  one.ring('b');
  await one.close();
  one.ring('c');
  await soon(20);
  expect(log).toEqual(['+a', '-a']);
});
