import { readdir, readFile } from 'node:fs/promises';
import { within, pause, type Timings } from './timing';

/** The memory of a browser with all its processes, in bytes: their proportional shares. Null where the system does not tell. */
export async function memoryOf(browserPid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const shares = await Promise.all(pids.map((pid) => shareOf(pid, browserPid)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total === 0 ? null : total;
}

/** Of a process, if it is of the group; proc(5): the group is the third field after the name, sizes are in kilobytes. */
async function shareOf(pid: string, group: number): Promise<number> {
  const read = (file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const stat = await read('stat');
  if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) !== group) return 0;
  return Number(/^Pss:\s+(\d+) kB/m.exec(await read('smaps_rollup'))?.[1] ?? 0) * 1024;
}

export interface Weighed {
  /** In bytes. */
  memory(): Promise<number | null>;
  /** For how long nothing was sent or received, in milliseconds. */
  quietFor(): number;
  told(megabytes: number): void;
  renew(reason: string): void;
}

const MEGABYTE = 1_000_000;
/** A change that is worth telling. */
const NOTABLE = 0.1;

/**
 * Watches what the browser takes. One that has grown is replaced in a quiet minute; one that has grown twice as far, at
 * once: it would bring down the numbers beside it.
 */
export class MemoryWatch {
  private readonly stopping = new AbortController();
  private told = 0;

  constructor(
    private readonly weighed: Weighed,
    private readonly limits: Pick<Timings, 'weighEvery' | 'quiet'> & { memoryMb: number },
  ) {}

  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await pause(this.limits.weighEvery, this.stopping.signal);
      if (!this.stopping.signal.aborted) await this.look();
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  async look(): Promise<void> {
    const limit = within(this.limits.weighEvery, 'weighing', this.weighed.memory());
    const bytes = await limit.catch(() => null);
    if (bytes === null) return;
    const megabytes = Math.round(bytes / MEGABYTE);
    if (Math.abs(megabytes - this.told) > this.told * NOTABLE) {
      this.told = megabytes;
      this.weighed.told(megabytes);
    }
    const { memoryMb, quiet } = this.limits;
    const isQuiet = this.weighed.quietFor() >= quiet;
    if (megabytes > memoryMb * 2 || (megabytes > memoryMb && isQuiet))
      this.weighed.renew(`the browser takes ${megabytes} MB`);
  }
}
