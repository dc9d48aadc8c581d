import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(__dirname, '..', '..', 'dist', 'cli/simulate.js');

/** The simulation on the embedded database, with a fault planted in it. */
const runWith =
  (planted: string) =>
  (...args: string[]): { status: number | null; stdout: string } => {
    const path = join(__dirname, '..', 'support', planted);
    const env = { PATH: process.env['PATH'] ?? '', NODE_OPTIONS: `--require ${JSON.stringify(path)}` };
    return spawnSync(process.execPath, [CLI, ...args], { env, encoding: 'utf8', maxBuffer: 100_000_000 });
  };
const run = runWith('lying-channel.cjs');

/** Of each seed that did not hold, what is wrong. */
function faultsIn(stdout: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, seed = '', faults = ''] of stdout.matchAll(/^seed (\d+):\n((?: {2}.*\n)+)/gm))
    found.set(
      seed,
      faults
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(2)),
    );
  return found;
}

it('a fault that is planted is found in some seeds, and each of them alone fails again exactly as it did', () => {
  const all = run('--seeds', '8', '--days', '3');
  const faults = faultsIn(all.stdout);
  expect(all.status).toBe(1);
  expect(faults.size).toBeGreaterThan(0);
  expect(faults.size).toBeLessThan(8);
  const hints = [...all.stdout.matchAll(/^to see it again: npm run simulate -- (.+)$/gm)].map(
    ([, how = '']) => how,
  );
  expect(hints.map((how) => how.split(' ')[1])).toEqual([...faults.keys()]);
  for (const how of hints.slice(0, 2)) {
    const [once, twice] = [run(...how.split(' ')), run(...how.split(' '))];
    expect(twice).toMatchObject({ status: 1, stdout: once.stdout });
    const seed = how.split(' ')[1] ?? '';
    expect(once.stdout.trimEnd().split('\n')).toEqual(expect.arrayContaining(faults.get(seed) ?? []));
  }
});

it('a process that dies is told of with the seed it died in', () => {
  const { status, stdout } = runWith('dying-process.cjs')('--seeds', '4', '--days', '1', '--processes', '2');
  expect(status).toBe(1);
  expect(stdout).toContain('a process ended with SIGKILL in seed 3');
  expect(stdout).toContain('a process ended with SIGKILL in seed 4');
  expect(stdout).toContain('to see it again: npm run simulate -- --seed 3 --days 1');
});
