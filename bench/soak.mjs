// One process with web and worker under a steady load: a minute as fast as is asked, then as long as it takes to see whether
// its memory grows. What is left after collecting garbage is looked at again and again; its slope is by least squares.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile, sendEvents, within } from './delivery.mjs';
import { ROOT } from './lib/support.mjs';

const RUSH = { rate: 300, seconds: Number(process.env.SOAK_RUSH_SECONDS ?? 60) };
const STEADY = {
  rate: Number(process.env.SOAK_RATE ?? 100),
  seconds: Number(process.env.SOAK_MINUTES ?? 10) * 60,
};
const LOOK_MS = 10_000;
/** Caches fill, code is compiled. */
const WARM_UP_SHARE = 0.2;
const MB = 1024 * 1024;
const FLAGS = ['--expose-gc', '--require', join(ROOT, 'bench', 'lib', 'heap.cjs')];

export async function benchSoak() {
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-soak-'));
  const file = join(folder, 'heap');
  try {
    const rush = await within({ POLL_SECONDS: '0' }, (parts) => sendEvents(parts, RUSH.rate, RUSH.seconds));
    const steady = await within(
      { POLL_SECONDS: '0', HEAP_FILE: file },
      (parts) => watched(parts, () => sendEvents(parts, STEADY.rate, STEADY.seconds)),
      FLAGS,
    );
    const looks = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
    const warm = looks.filter(({ at }) => at - looks[0].at >= WARM_UP_SHARE * STEADY.seconds * 1000);
    const minutes = (STEADY.seconds / 60).toFixed(0);
    return [
      [
        `${RUSH.rate} events/s for ${RUSH.seconds} s: sale → message, p99 ms`,
        quantile(rush.waits, 0.99),
        'asked: at most 2,000',
      ],
      ['  slowest ms', quantile(rush.waits, 1), null],
      ['  not answered by 202, or without a message', rush.missing, 'asked: 0'],
      [
        `${STEADY.rate} events/s for ${minutes} min: heap after collecting, MB a minute`,
        slope(warm, 'heapUsed'),
        'asked: at most 1',
      ],
      ['  beside the heap (buffers), MB a minute', slope(warm, 'external'), null],
      ['  resident, MB a minute', slope(warm, 'rss'), null],
      ['  heap at the end, MB', looks.at(-1).heapUsed / MB, null],
      ['  sale → message, p99 ms', quantile(steady.waits, 0.99), 'asked: at most 2,000'],
      ['  not answered by 202, or without a message', steady.missing, 'asked: 0'],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Has the process look at its memory all the while. */
async function watched({ product }, body) {
  const timer = setInterval(() => process.kill(product.pid, 'SIGUSR2'), LOOK_MS);
  try {
    return await body();
  } finally {
    clearInterval(timer);
  }
}

/** MB a minute, by least squares. */
function slope(looks, what) {
  const points = looks.map((look) => [look.at / 60_000, look[what] / MB]);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, of] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const along = points.reduce((sum, [x, y]) => sum + (x - at) * (y - of), 0);
  return along / points.reduce((sum, [x]) => sum + (x - at) ** 2, 0);
}

if (process.argv[1] === import.meta.filename)
  for (const [what, value, beside] of await benchSoak())
    process.stdout.write(`${what}: ${value.toFixed(2)}${beside === null ? '' : ` (${beside})`}\n`);
