import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxClock } from '../../src/sandbox/clock';

const DAY_MS = 86_400_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Between two looks at the machine's clock, however far they are apart. */
function expectAhead(clock: SandboxClock, ms: number): void {
  const before = Date.now();
  const now = clock.now();
  expect(now - ms).toBeGreaterThanOrEqual(before);
  expect(now - ms).toBeLessThanOrEqual(Date.now());
}

it('goes with the machine’s clock, on from where it was set, also after a restart', () => {
  const file = join(folder, 'clock.json');
  const clock = new SandboxClock(file);
  expectAhead(clock, 0);
  clock.jump(DAY_MS);
  clock.jump(DAY_MS);
  const again = new SandboxClock(file);
  expect(again.aheadMs).toBe(2 * DAY_MS);
  expectAhead(again, 2 * DAY_MS);
});

it.each([0, -1, 0.5, NaN])('never goes back: %p', (ms) => {
  expect(() => new SandboxClock(join(folder, 'clock.json')).jump(ms)).toThrow('time only goes on');
});

it.each(['', '{', '{"aheadMs": -5}', '{"aheadMs": "x"}'])(
  'takes a file that says nothing for none: %s',
  (text) => {
    const file = join(folder, 'clock.json');
    writeFileSync(file, text);
    expect(new SandboxClock(file).aheadMs).toBe(0);
  },
);
