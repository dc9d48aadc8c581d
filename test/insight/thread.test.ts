import { InsightThread, MAX_ENTRIES, MAX_WAITING } from '../../src/loyalty/insight/thread';
import { JOBS } from '../../src/loyalty/insight/jobs';
import { drawShop } from './shops';
import { moment, untilSeen } from '../support/until';

const flat = (customers: number) => {
  const { starts, days } = drawShop({ kind: 'mbg-nbd', r: 0.6, alpha: 30, a: 0.5, b: 1.5 }, customers, 7);
  const numbers = new Int32Array(days.length);
  for (let i = 0; i + 1 < starts.length; i++) numbers.fill(i, starts[i], starts[i + 1]);
  return { customers: numbers, days };
};
/** Takes minutes anywhere: it is still running whenever something is done to it. */
const long = { treated: new Float64Array(3_000_000), control: new Float64Array(3_000_000), seed: 1 };
const small = { purchases: Int32Array.of(1, 2, 3), mean: Float64Array.of(10, 20, 30) };

describe('the thread for fits', () => {
  let thread: InsightThread;
  beforeEach(() => {
    thread = new InsightThread();
  });
  afterEach(() => thread.close());

  it('gives what the functions themselves give', async () => {
    const input = { ...flat(3_000), lastDay: 365 };
    expect(await thread.run('timing', input)).toEqual({ ok: true, value: JOBS.timing(input) });
    const { timing } = JOBS.timing(input);
    if (timing.tier !== 'customer') throw new Error('a model was expected');
    const scores = { ...input, model: timing.model, day: 200 };
    expect(await thread.run('scores', scores)).toEqual({ ok: true, value: JOBS.scores(scores) });
    expect(await thread.run('spend', small)).toEqual({ ok: true, value: JOBS.spend(small) });
    const arms = { treated: Float64Array.of(1, 2), control: Float64Array.of(3), seed: 1 };
    expect(await thread.run('revenue', arms)).toEqual({ ok: true, value: JOBS.revenue(arms) });
  });

  it('leaves the event loop free meanwhile, and the input as it was', async () => {
    const running = new AbortController();
    const end = thread.run('revenue', long, running.signal);
    let turns = 0;
    await untilSeen(
      'the event loop to turn',
      () => (turns += 1),
      (seen) => seen > 5,
    );
    running.abort();
    expect(await end).toEqual({ ok: false, because: 'cancelled' });
    expect(long.treated).toHaveLength(3_000_000);
  });

  it('a job is cancelled while it runs, while it waits, and before; the next one runs', async () => {
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = thread.run('revenue', long, running.signal);
    const second = thread.run('revenue', long, waiting.signal);
    const third = thread.run('spend', small);
    waiting.abort();
    await moment(20);
    running.abort();
    expect(await first).toEqual({ ok: false, because: 'cancelled' });
    expect(await second).toEqual({ ok: false, because: 'cancelled' });
    expect(await thread.run('spend', small, AbortSignal.abort())).toEqual({
      ok: false,
      because: 'cancelled',
    });
    expect((await third).ok).toBe(true);
  });

  it('closing ends what runs and what waits', async () => {
    const jobs = [1, 2].map(() => thread.run('revenue', long));
    await moment(20);
    await thread.close();
    expect(await Promise.all(jobs)).toEqual([1, 2].map(() => ({ ok: false, because: 'cancelled' })));
    expect(await thread.run('spend', small)).toEqual({ ok: false, because: 'cancelled' });
  });

  it('takes no more than it can hold', async () => {
    const days = new Int32Array(MAX_ENTRIES + 1);
    const tooLarge = await thread.run('timing', { customers: days, days, lastDay: 1 });
    expect(tooLarge).toEqual({ ok: false, because: 'too-large' });
    const ends = await Promise.all(Array.from({ length: MAX_WAITING + 3 }, () => thread.run('spend', small)));
    expect(ends.filter(({ ok }) => ok)).toHaveLength(MAX_WAITING);
    expect(ends.slice(MAX_WAITING)).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, because: 'busy' })),
    );
  });

  it('a job that throws rejects, and the next one runs', async () => {
    const broken = { customers: Int32Array.of(0), days: Int32Array.of(-5), lastDay: 1 };
    await expect(thread.run('timing', broken)).rejects.toThrow('-5 is no day of a sale');
    expect((await thread.run('spend', small)).ok).toBe(true);
  });
});
