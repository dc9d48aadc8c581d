import { Answering } from '../../src/jobs/answering';
import { until, untilSeen } from '../support/until';

/** Records when each key begins and ends; each answer lasts until it is let end. */
function recorder(fail: string[] = []): {
  log: string[];
  failed: string[];
  answering: (concurrency: number) => Answering;
  /** Ends the answer that has lasted longest, as soon as there is one. */
  endOne: () => Promise<void>;
} {
  const log: string[] = [];
  const failed: string[] = [];
  const lasting: (() => void)[] = [];
  const handler = async (key: string): Promise<void> => {
    log.push(`+${key}`);
    await new Promise<void>((resolve) => lasting.push(resolve));
    log.push(`-${key}`);
    if (fail.includes(key)) throw new Error(key);
  };
  return {
    log,
    failed,
    answering: (concurrency) => new Answering(concurrency, handler, (key) => failed.push(key)),
    endOne: async () => {
      await untilSeen(
        'an answer under way',
        () => lasting.length,
        (count) => count > 0,
      );
      lasting.shift()?.();
    },
  };
}

it('answers a key once more after a ring that came meanwhile, never beside itself', async () => {
  const { log, answering, endOne } = recorder();
  const one = answering(4);
  for (let i = 0; i < 4; i++) one.ring('a');
  expect(log).toEqual(['+a']);
  await endOne();
  await endOne();
  await one.idle();
  expect(log).toEqual(['+a', '-a', '+a', '-a']);
});

it('answers no more at once than it may', async () => {
  const { log, answering, endOne } = recorder();
  const one = answering(2);
  for (const key of ['a', 'b', 'c']) one.ring(key);
  expect(log).toEqual(['+a', '+b']);
  await endOne();
  await until('the third to begin', () => log.includes('+c'));
  expect(log).toEqual(['+a', '+b', '-a', '+c']);
  for (let i = 0; i < 2; i++) await endOne();
  await one.idle();
  expect(log.slice(4)).toEqual(['-b', '-c']);
});

it('goes on after a failure', async () => {
  const { failed, log, answering, endOne } = recorder(['a']);
  const one = answering(1);
  one.ring('a');
  one.ring('b');
  for (let i = 0; i < 2; i++) await endOne();
  await one.idle();
  expect(failed).toEqual(['a']);
  expect(log).toContain('-b');
});

it('closes after what is being answered, and answers nothing new', async () => {
  const { log, answering, endOne } = recorder();
  const one = answering(1);
  one.ring('a');
  one.ring('b');
  const closed = one.close();
  one.ring('c');
  await endOne();
  await closed;
  await one.idle();
  expect(log).toEqual(['+a', '-a']);
});

it('tells who answers that it is to end after its step', async () => {
  const steps: string[] = [];
  const one = new Answering(
    1,
    async (key, stopping) => {
      for (;;) {
        if (stopping?.aborted === true) return;
        steps.push(key);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    () => undefined,
  );
  one.ring('a');
  await until('some steps', () => steps.length > 2);
  await one.close();
  await one.idle();
});
