import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { createClient } from 'redis';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'with-services.mjs');
const REPORT = `process.stdout.write(process.env.TEST_DATABASE_URL + ' ' + process.env.TEST_REDIS_URL + '\\n');`;

interface Run {
  child: ChildProcess;
  databaseUrl: string;
  redisUrl: string;
  directory: string;
}

const started: Run[] = [];

/** Starts servers of its own, whatever this suite itself runs on, in a temporary directory of its own. */
async function start(then: string, ...options: string[]): Promise<Run> {
  const directory = mkdtempSync('/tmp/smartbis-test-');
  // PostgreSQL may have to run as another user, who must get through to its own directory below.
  chmodSync(directory, 0o711);
  const { TEST_DATABASE_URL: _database, TEST_REDIS_URL: _redis, ...rest } = process.env;
  const child = spawn(process.execPath, [SCRIPT, ...options, process.execPath, '-e', `${REPORT}${then}`], {
    env: { ...rest, TMPDIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const run: Run = { child, directory, databaseUrl: '', redisUrl: '' };
  started.push(run);
  const output = child.stdout as NodeJS.ReadableStream;
  const line = await Promise.race([once(output, 'data'), once(output, 'end').then(() => [''])]);
  [run.databaseUrl = '', run.redisUrl = ''] = String(line[0]).trim().split(' ');
  return run;
}

async function ended(run: Run): Promise<number> {
  const { child } = run;
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode ?? -1;
}

async function isListening(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function expectNothingLeft(run: Run): Promise<void> {
  expect([await isListening(run.databaseUrl), await isListening(run.redisUrl)]).toEqual([false, false]);
  expect(readdirSync(run.directory)).toEqual([]);
}

afterEach(async () => {
  for (const run of started.splice(0)) {
    run.child.kill('SIGTERM');
    await ended(run);
    rmSync(run.directory, { recursive: true, force: true });
  }
});

const WAIT = 'setInterval(() => {}, 1000);';

async function settingsOf(run: Run): Promise<object[]> {
  const postgres = new Client({ connectionString: run.databaseUrl });
  await postgres.connect();
  const settings = await postgres.query<{ fsync: string; pages: string; commit: string; encoding: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
            current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  );
  await postgres.end();
  return settings.rows;
}

describe('servers started for one run', () => {
  it('are as durable as in production', async () => {
    const run = await start(WAIT);
    expect(await settingsOf(run)).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', encoding: 'UTF8' }]);

    const redis = createClient({ url: run.redisUrl });
    await redis.connect();
    expect(await redis.configGet(['maxmemory-policy', 'appendonly'])).toEqual({
      'maxmemory-policy': 'noeviction',
      appendonly: 'yes',
    });
    await redis.close();
  });

  it('lose nothing but by a failure of the machine where they are thrown away', async () => {
    const run = await start(WAIT, '--throwaway');
    expect(await settingsOf(run)).toEqual([{ fsync: 'off', pages: 'off', commit: 'on', encoding: 'UTF8' }]);
  });

  it('do not collide with those of another run', async () => {
    const [one, other] = await Promise.all([start(WAIT), start(WAIT)]);
    expect(new Set([one, other].flatMap((run) => [run.databaseUrl, run.redisUrl])).size).toBe(4);
    one.child.kill('SIGTERM');
    await ended(one);
    await expectNothingLeft(one);
    expect([await isListening(other.databaseUrl), await isListening(other.redisUrl)]).toEqual([true, true]);
  });

  it.each([
    ['succeeds', 'process.exit(0)', 0],
    ['fails', 'process.exit(5)', 5],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`, 137],
  ])('are gone when the command %s', async (_how, then, status) => {
    const run = await start(then);
    expect(await ended(run)).toBe(status);
    await expectNothingLeft(run);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('are gone after %s', async (signal, status) => {
    const run = await start(WAIT);
    run.child.kill(signal);
    expect(await ended(run)).toBe(status);
    await expectNothingLeft(run);
  });
});
