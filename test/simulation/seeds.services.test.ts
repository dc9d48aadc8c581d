import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { requiredService } from '../support/services';
import { until } from '../support/until';

const CLI = join(__dirname, '..', '..', 'dist', 'cli/simulate.js');

it('300 seeds of a shop-week hold', async () => {
  const env = { ...process.env, DATABASE_URL: requiredService('TEST_DATABASE_URL') };
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, '--seeds', '300'], { env });
  expect(stdout).toMatch(/^300 seeds of 7 days in .* 0 seeds with faults$/m);
}, 1_200_000);

it('asked to end, it ends the seeds in hand, sums up, and leaves no database behind', async () => {
  const server = requiredService('TEST_DATABASE_URL');
  const watch = new Client(server);
  await watch.connect();
  const databases = async (): Promise<number | null> =>
    (await watch.query("SELECT FROM pg_database WHERE starts_with(datname, 'smartbis_simulation_')"))
      .rowCount;
  const child = spawn(process.execPath, [CLI, '--seeds', '10000', '--days', '1', '--processes', '2'], {
    env: { ...process.env, DATABASE_URL: server },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const ended = once(child, 'close');
  await until('both to be at it', async () => (await databases()) === 2, { seconds: 120 });
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(said).toMatch(/^\d+ seeds of 1 days in .* 0 seeds with faults$/m);
  expect(await databases()).toBe(0);
  await watch.end();
});
