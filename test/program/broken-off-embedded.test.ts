import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../support/program';
import { until } from '../support/until';

const BACKUP = join(__dirname, '..', '..', 'dist', 'cli/backup.js');
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
});
afterEach(() => Program.endAll());
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const envOf = (dataDir: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LOG_LEVEL: 'silent',
  DATA_DIR: dataDir,
});

function run(dataDir: string, ...args: string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [BACKUP, ...args], { env: envOf(dataDir) }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

/** The command, killed once there is a file or folder of that name. */
async function killedAt(sign: string, dataDir: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [BACKUP, ...args], { env: envOf(dataDir), stdio: 'ignore' });
  const ended = once(child, 'exit');
  await until(sign, () => existsSync(sign), { seconds: 120, everyMs: 2 });
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

it('embedded, a backup and a restore that are killed are none, nothing starts over them, and the next ones are whole', async () => {
  const [from, to, file] = [join(directory, 'from'), join(directory, 'to'), join(directory, 'shops.backup')];
  const first = Program.run({ DATA_DIR: from });
  await first.works();
  expect(await first.stop()).toBe(0);
  await killedAt(`${file}.part`, from, 'backup', file);
  expect(existsSync(file)).toBe(false);
  expect(await run(to, 'restore', `${file}.part`)).toMatchObject({ status: 2 });
  expect(await run(from, 'backup', file)).toMatchObject({ status: 0 });
  expect(existsSync(`${file}.part`)).toBe(false);
  await killedAt(join(to, 'database.restored'), to, 'restore', file);
  expect(existsSync(join(to, 'database'))).toBe(false);
  const early = Program.run({ DATA_DIR: to });
  expect([await early.ended, early.output]).toEqual([1, expect.stringContaining('was broken off')]);
  const restored = await run(to, 'restore', file);
  expect(restored).toMatchObject({ status: 0, text: expect.stringContaining('0 with faults') as string });
  const next = Program.run({ DATA_DIR: to });
  await next.works();
  expect(await next.stop()).toBe(0);
});
