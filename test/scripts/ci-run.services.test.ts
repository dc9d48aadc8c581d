import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Stands in for npm: notes what it was asked, fails where FAIL says so, and writes the report that jest would. */
const NPM = `#!/bin/sh
echo "$* CI=$CI" >>"$CALLS"
for argument in "$@"; do
  case $argument in --outputFile=*) [ -n "$NO_REPORT" ] || echo "$REPORT" >"\${argument#--outputFile=}" ;; esac
done
case " $* " in *" $FAIL "*) exit 3 ;; esac
`;
const GREEN = { numPassedTests: 21, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const STEPS = [
  'ci',
  'audit --omit=dev --json',
  'run typecheck',
  'run lint',
  'run format:check',
  'test',
  'run test:services',
];

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'smartbis-ci-'));
  for (const part of ['.ci', 'scripts']) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  mkdirSync(join(project, 'bin'));
  const programs = { npm: NPM, 'apt-get': '#!/bin/sh\necho "apt-get $*" >>"$CALLS"\n' };
  for (const name of ['initdb', 'redis-server', 'chromium', 'openssl', 'curl', 'python3', 'promtool'])
    Object.assign(programs, { [name]: '#!/bin/sh\n' });
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(project, 'bin', name), text);
    chmodSync(join(project, 'bin', name), 0o755);
  }
});
afterEach(() => rmSync(project, { recursive: true }));

/** Runs it from elsewhere. */
function ci(env: Record<string, string> = {}) {
  const calls = join(project, 'calls');
  const { status, stdout } = spawnSync(join(project, '.ci', 'run'), {
    cwd: '/',
    encoding: 'utf8',
    env: {
      PATH: `${join(project, 'bin')}:${process.env.PATH}`,
      CALLS: calls,
      REPORT: JSON.stringify(GREEN),
      ...env,
    },
  });
  return {
    status,
    lines: stdout.trimEnd().split('\n'),
    calls: readFileSync(calls, 'utf8').trim().split('\n'),
  };
}

describe('.ci/run', () => {
  it('takes every step and ends with the sum of both runs', () => {
    const { status, lines, calls } = ci();
    expect(lines.at(-1)).toBe('42 passed, 0 failed');
    expect(status).toBe(0);
    expect(calls.map((call) => call.replace(/ -- --forceExit --json.*(?= CI)/, ''))).toEqual(
      STEPS.map((step) => `${step} CI=true`),
    );
  });

  it.each(['typecheck', 'lint', 'format:check', 'test', 'test:services'])(
    'fails, and says so, when only %s fails',
    (name) => {
      const { status, lines, calls } = ci({ FAIL: name });
      expect(status).not.toBe(0);
      expect(lines.at(-1)).toBe('42 passed, 0 failed');
      expect(lines.some((line) => line.startsWith('failed: '))).toBe(true);
      expect(calls).toHaveLength(STEPS.length);
    },
  );

  it('fails when a test failed, and when a run left no report', () => {
    const red = ci({ REPORT: JSON.stringify({ ...GREEN, numFailedTests: 1 }) });
    expect([red.status, red.lines.at(-1)]).toEqual([1, '42 passed, 2 failed']);
    const silent = ci({ NO_REPORT: 'yes' });
    expect([silent.status, silent.lines.at(-1)]).toEqual([1, '0 passed, 2 failed']);
  });

  it('goes no further when the packages cannot be installed', () => {
    const { status, lines, calls } = ci({ FAIL: 'ci' });
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 2 failed']);
    expect(calls).toEqual(['ci CI=true']);
  });
});
