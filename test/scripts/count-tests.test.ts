import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'count-tests.mjs');
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-reports-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function report(name: string, passed: number, failed: number, notRun = 0): string {
  const path = join(directory, name);
  const counts = { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: notRun };
  writeFileSync(path, JSON.stringify(counts));
  return path;
}

function count(...reports: string[]): [string, number | null] {
  const ended = spawnSync(process.execPath, [SCRIPT, ...reports], { encoding: 'utf8' });
  return [ended.stdout, ended.status];
}

describe('scripts/count-tests.mjs', () => {
  it('sums the reports', () => {
    expect(count(report('a', 40, 0), report('b', 2, 0))).toEqual(['42 passed, 0 failed\n', 0]);
  });

  it('fails when a test failed', () => {
    expect(count(report('c', 40, 0), report('d', 2, 1))).toEqual(['42 passed, 1 failed\n', 1]);
  });

  it('counts a suite that could not run and a report that is not there as failures', () => {
    expect(count(report('e', 40, 0, 1))).toEqual(['40 passed, 1 failed\n', 1]);
    expect(count(report('f', 40, 0), join(directory, 'missing'))).toEqual(['40 passed, 1 failed\n', 1]);
  });

  it('fails when nothing ran', () => {
    expect(count(report('g', 0, 0))).toEqual(['0 passed, 0 failed\n', 1]);
  });
});
