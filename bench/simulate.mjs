// The whole product on simulated time: three hundred weeks of a shop, as CI has them, and one shop's year.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requiredUrl, ROOT } from './lib/support.mjs';

/** What it prints, and in how many seconds. Throws where something does not hold. */
async function simulated(...args) {
  const env = { ...process.env, DATABASE_URL: requiredUrl('TEST_DATABASE_URL') };
  const began = performance.now();
  const file = join(ROOT, 'dist', 'cli', 'simulate.js');
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], {
    env,
    maxBuffer: 2 ** 28,
  });
  return { stdout, seconds: (performance.now() - began) / 1000 };
}

export async function benchSimulate() {
  const weeks = await simulated('--seeds', '300');
  const year = await simulated('--seed', '1', '--days', '365');
  const [, sales, messages] = /^(\d+) sales, (\d+) messages/m.exec(year.stdout);
  return [
    ['300 weeks of a shop, s', weeks.seconds, 'asked: at most 180'],
    [`a year of one shop (${sales} sales, ${messages} messages), s`, year.seconds, null],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchSimulate());
