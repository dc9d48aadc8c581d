// What chaos/ asks in seconds, as the rows of a table. Each run has servers of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/support.mjs';

/** What the program noted of its run; throws where it noted nothing. */
async function noted(program) {
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-bench-chaos-'));
  const file = join(folder, 'result');
  try {
    const args = [join(ROOT, 'chaos', program), '--json', file];
    await once(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchChaos() {
  const { size, figures, faults, seconds } = await noted('run.mjs');
  return [
    [`chaos of ${size.sales} sales (seed ${size.seed}), s`, seconds, 'asked: at most 300'],
    ['  events acknowledged meanwhile', figures.acknowledged, null],
    ['  lost, doubled, or another promise broken', faults.length, 'asked: 0'],
    [
      '  Redis back: all that was due by then is done, s',
      Math.max(...figures.drainedAfterRedisSeconds),
      'asked: at most 30',
    ],
  ];
}

export async function benchRenewals() {
  const { ended, slowest, taken, faults } = await noted('renewals.mjs');
  return [
    [`${ended} processes asked to end under load: the slowest, s`, slowest, 'asked: at most 30'],
    ['  events accepted meanwhile', taken, null],
    ['  failed', faults.length, 'asked: 0'],
  ];
}

if (process.argv[1] === import.meta.filename) {
  console.table(await benchChaos());
  console.table(await benchRenewals());
}
