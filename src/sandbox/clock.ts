import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock';

/**
 * The machine's clock, set forward by what was jumped: for trying what only time brings. Kept in a file, so that the time does
 * not go back when the program starts again. It never goes back.
 */
export class SandboxClock implements Clock {
  private ahead: number;

  constructor(private readonly file: string) {
    this.ahead = readAhead(file);
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** How far ahead of the machine's clock, in milliseconds. */
  get aheadMs(): number {
    return this.ahead;
  }

  jump(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms <= 0) throw new RangeError('time only goes on');
    this.ahead += ms;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify({ aheadMs: this.ahead })}\n`);
  }
}

export const sandboxClockIn = (dataDir: string): SandboxClock =>
  new SandboxClock(join(dataDir, 'sandbox-clock.json'));

function readAhead(file: string): number {
  try {
    const { aheadMs } = JSON.parse(readFileSync(file, 'utf8')) as { aheadMs?: unknown };
    return typeof aheadMs === 'number' && Number.isSafeInteger(aheadMs) && aheadMs > 0 ? aheadMs : 0;
  } catch {
    return 0;
  }
}
