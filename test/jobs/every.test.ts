import { pino } from 'pino';
import { every, hurryEachSecond } from '../../src/jobs/every';
import { until } from '../support/until';

const logger = pino({ level: 'silent' });
/** Longer than any test takes. */
const NEVER = 86_400;

it('hurried, it runs at once, but never beside itself; and the time between two is as before', async () => {
  let runs = 0;
  const ends: (() => void)[] = [];
  const run = (): Promise<void> => {
    runs += 1;
    return new Promise((resolve) => ends.push(resolve));
  };
  const loop = every({ what: 'it', everySeconds: NEVER, run }, logger);
  loop.hurry();
  await until('the first', () => runs === 1);
  loop.hurry();
  ends[0]?.();
  await until('the second', () => {
    loop.hurry();
    return runs === 2;
  });
  expect(ends).toHaveLength(2);
  const stopped = loop.stop();
  loop.hurry();
  ends[1]?.();
  await stopped;
  expect(runs).toBe(2);
});

it('one that fails, at once or later, comes again', async () => {
  let runs = 0;
  const loop = every(
    {
      what: 'it',
      everySeconds: 0.001,
      run: () => {
        runs += 1;
        if (runs === 1) throw new Error('at once');
        return runs === 2 ? Promise.reject(new Error('later')) : Promise.resolve();
      },
    },
    logger,
  );
  await until('the third', () => runs >= 3);
  await loop.stop();
});

it('stopped, it tells what runs, and waits for it', async () => {
  let steps = 0;
  const run = async (stopping?: AbortSignal): Promise<void> => {
    for (;;) {
      if (stopping?.aborted === true) return;
      steps += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const loop = every({ what: 'it', everySeconds: NEVER, run }, logger);
  loop.hurry();
  await until('some steps', () => steps > 2);
  await loop.stop();
});

it('hurried each second, it runs so many times in all', () => {
  jest.useFakeTimers();
  try {
    let hurried = 0;
    hurryEachSecond({ hurry: () => void hurried++, stop: () => Promise.resolve() }, 3);
    expect(hurried).toBe(1);
    jest.advanceTimersByTime(1_999);
    expect(hurried).toBe(2);
    jest.advanceTimersByTime(60_000);
    expect(hurried).toBe(3);
  } finally {
    jest.useRealTimers();
  }
});
