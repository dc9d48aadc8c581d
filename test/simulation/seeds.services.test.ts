import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requiredService } from '../support/services';

const CLI = join(__dirname, '..', '..', 'dist', 'cli/simulate.js');

it('300 seeds of a shop-week hold', async () => {
  const env = { ...process.env, DATABASE_URL: requiredService('TEST_DATABASE_URL') };
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, '--seeds', '300'], { env });
  expect(stdout).toMatch(/^300 seeds of 7 days in .* 0 seeds with faults$/m);
}, 1_200_000);
