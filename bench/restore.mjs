// A backup of a hundred thousand postings by PostgreSQL, and its restore into an empty database with every book checked.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onShopWithPast } from './engine.mjs';
import { createDatabase, median, ROOT } from './lib/support.mjs';

const ROUNDS = Math.min(3, Number(process.env.BENCH_ROUNDS ?? 3));
const POSTINGS = 100_000;

/** What the command printed, and how many seconds it took. */
async function run(command, file, url, key) {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli', 'backup.js'), command, file], {
    env: { ...process.env, DATABASE_URL: url, SECRET_KEY: key.toString('base64') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${text}`);
  return { text, seconds: (performance.now() - began) / 1000 };
}

export async function benchRestore() {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-bench-'));
  const times = { backup: [], restore: [] };
  try {
    await onShopWithPast({ sales: POSTINGS, customers: 20_000 }, async ({ url, key, shop }) => {
      for (let i = 0; i < ROUNDS; i++) {
        const file = join(directory, `${i}.backup`);
        const empty = await createDatabase();
        times.backup.push((await run('backup', file, url, key)).seconds);
        const { text, seconds } = await run('restore', file, empty.url, key);
        const checked = `shop ${shop.merchantId}: ${POSTINGS} sales, ${POSTINGS} postings`;
        if (!text.includes(checked) || !text.includes('0 with faults')) throw new Error(text);
        times.restore.push(seconds);
        await empty.drop();
      }
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return [
    ['100,000 postings backed up, s', median(times.backup), null],
    ['  restored and every book checked, s', median(times.restore), 'asked: at most 60'],
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await benchRestore());
