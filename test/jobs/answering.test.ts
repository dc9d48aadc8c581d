import { Answering, LATER_MS } from '../../src/jobs/answering';
import { moment, until, untilSeen } from '../support/until';

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

/** Answers each key in that many turns; records the order of the turns. */
function inTurns(turns: Readonly<Record<string, number>>, during: () => void = () => undefined) {
  const left = new Map(Object.entries(turns));
  const log: string[] = [];
  const one = new Answering(
    1,
    async (key) => {
      log.push(key);
      during();
      left.set(key, (left.get(key) ?? 1) - 1);
      await new Promise((resolve) => setImmediate(resolve));
      return (left.get(key) ?? 0) > 0 ? 'more' : undefined;
    },
    () => undefined,
  );
  return { one, log };
}

it('lets others have their turns before it goes on with what is unfinished', async () => {
  const { one, log } = inTurns({ a: 3, b: 3, c: 1 });
  for (const key of ['a', 'b', 'c']) one.ring(key);
  await one.idle();
  expect(log).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'b']);
});

it('of many that ring three are answered for each turn of what is unfinished', async () => {
  const many = Array.from({ length: 6 }, (_, i) => `new${i}`);
  const { one, log } = inTurns({ big: 4 });
  for (const key of ['big', ...many]) one.ring(key);
  await one.idle();
  const expected = ['big', 'new0', 'new1', 'new2', 'big', 'new3', 'new4', 'new5', 'big', 'big'];
  expect(log).toEqual(expected);
});

it('a key that rings in the midst of its turns has no second place in the line', async () => {
  const { one, log } = inTurns({ a: 3, b: 2 }, () => {
    if (log.filter((key) => key === 'a').length <= 3) one.ring('a');
  });
  one.ring('a');
  one.ring('b');
  await one.idle();
  // Its three turns, and one for what may have come during the last.
  expect(log.filter((key) => key === 'a')).toHaveLength(4);
  expect(log.filter((key) => key === 'b')).toHaveLength(2);
});

it('leaves alone what others are at, whatever rings meanwhile, and comes back to it', async () => {
  const log: string[] = [];
  let others = 3;
  const one = new Answering(
    1,
    async (key) => {
      log.push(key);
      await new Promise((resolve) => setImmediate(resolve));
      return key === 'a' && others-- > 0 ? 'later' : undefined;
    },
    () => undefined,
  );
  one.ring('a');
  await one.idle();
  for (let i = 0; i < 5; i++) one.ring('a');
  one.ring('b');
  await one.idle();
  expect(log).toEqual(['a', 'b']);
  await until('it to be answered', () => others < 0);
  await one.idle();
  expect(log).toEqual(['a', 'b', 'a', 'a', 'a']);
  others = 1;
  one.ring('a');
  await one.idle();
  await one.close();
  await moment(2 * LATER_MS);
  expect(log).toHaveLength(6);
});

it('does not go on with what is unfinished once it is closed', async () => {
  const { one, log } = inTurns({ a: 5 });
  one.ring('a');
  await one.close();
  await one.idle();
  expect(log).toEqual(['a']);
});
