import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requiredService } from '../support/services';

const CLI = join(__dirname, '..', '..', 'dist', 'simulate-cli.js');
const LIMIT_SECONDS = 180;

it(`300 seeds of a shop-week hold, within ${LIMIT_SECONDS} s`, async () => {
  const env = { ...process.env, DATABASE_URL: requiredService('TEST_DATABASE_URL') };
  const started = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, '--seeds', '300'], { env });
  expect(stdout).toMatch(/^300 seeds of 7 days in .* 0 seeds with faults$/m);
  expect((performance.now() - started) / 1000).toBeLessThan(LIMIT_SECONDS);
}, 600_000);
