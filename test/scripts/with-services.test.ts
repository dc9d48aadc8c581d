import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'with-services.mjs');
/** Everything is named already, so that nothing is started. */
const GIVEN = {
  PATH: process.env.PATH,
  TEST_DATABASE_URL: 'postgres://given.example/db',
  TEST_REDIS_URL: 'redis://given.example',
  CHROME_PATH: process.execPath,
};

function run(command: readonly string[], env: Record<string, string | undefined>) {
  return spawnSync(process.execPath, [SCRIPT, ...command], {
    env: env,
    encoding: 'utf8',
  });
}

const node = (script: string) => [process.execPath, '-e', script];

describe('scripts/with-services.mjs', () => {
  it('uses the services that the environment names', () => {
    const names = ['TEST_DATABASE_URL', 'TEST_REDIS_URL', 'CHROME_PATH'] as const;
    const ended = run(node(`process.stdout.write(JSON.stringify(process.env))`), GIVEN);
    const seen = JSON.parse(ended.stdout) as Record<string, string>;
    for (const name of names) expect(seen[name]).toBe(GIVEN[name]);
  });

  it("passes the command's exit status on", () => {
    expect(run(node('process.exit(7)'), GIVEN).status).toBe(7);
    expect(run(node('process.exit(0)'), GIVEN).status).toBe(0);
    expect(run(['/no/such/program'], GIVEN).status).toBe(127);
  });

  it('asks for a command', () => {
    const ended = run([], GIVEN);
    expect([ended.status, ended.stderr]).toEqual([2, expect.stringContaining('usage:')]);
  });

  it('names everything that is missing and what to install, and runs nothing', () => {
    const env = { ...GIVEN, PATH: '/nowhere', TEST_REDIS_URL: '', CHROME_PATH: '/no/such/browser' };
    const ended = run(node(`process.stdout.write('ran')`), env);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toBe(
      'Redis is not installed: apt-get install --no-install-recommends redis-server\n' +
        'CHROME_PATH names /no/such/browser, which is no program that can be run\n',
    );
  });

  it('passes a signal on, waits for the command, and says by which signal it ended', async () => {
    const script = `process.on('SIGTERM', () => { process.stdout.write('bye'); process.exit(0); });
      process.stdout.write('up'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, [SCRIPT, ...node(script)], { env: GIVEN });
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      if (said.join('') === 'up') child.kill('SIGTERM');
    });
    const [status] = (await once(child, 'close')) as [number];
    expect([status, said.join('')]).toEqual([143, 'upbye']);
  });
});
