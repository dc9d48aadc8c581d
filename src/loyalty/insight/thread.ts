import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobInput, JobKind, JobOutput } from './jobs';
import type { WorkerJob } from './worker';

/** The worker is compiled code, also where this file runs from source (tests). */
const WORKER = join(__dirname, '..', '..', '..', 'dist', 'loyalty', 'insight', 'worker.js');

/** Entries of one flat array of a job. */
export const MAX_ENTRIES = 20_000_000;
export const MAX_WAITING = 16;
/** Of the thread's heap; the flat arrays lie beside it and are bounded by their entries. */
const MAX_HEAP_MB = 512;

export type JobEnd<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly because: 'cancelled' | 'busy' | 'too-large' };

/**
 * Runs fits off the event loop, one at a time, each in a thread of its own. What is expected comes back as a value; a
 * job that throws, or runs out of memory, rejects.
 */
export class InsightThread {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly closing = new AbortController();

  /** The signal ends the job at once, whether it waits or runs. The input is copied, not taken. */
  async run<Kind extends JobKind>(
    kind: Kind,
    input: JobInput<Kind>,
    signal?: AbortSignal,
  ): Promise<JobEnd<JobOutput<Kind>>> {
    if (Object.values(input).some((part) => ArrayBuffer.isView(part) && lengthOf(part) > MAX_ENTRIES))
      return { ok: false, because: 'too-large' };
    if (this.waiting >= MAX_WAITING) return { ok: false, because: 'busy' };
    this.waiting++;
    const signals = signal === undefined ? [this.closing.signal] : [this.closing.signal, signal];
    const turn = this.last.then(() => inThread<Kind>({ kind, input }, signals));
    this.last = turn.catch(() => undefined);
    return turn.finally(() => this.waiting--);
  }

  /** Ends what waits and what runs, as cancelled. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.last;
  }
}

async function inThread<Kind extends JobKind>(
  job: WorkerJob<Kind>,
  signals: readonly AbortSignal[],
): Promise<JobEnd<JobOutput<Kind>>> {
  if (signals.some(({ aborted }) => aborted)) return { ok: false, because: 'cancelled' };
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let cancel = (): void => undefined;
  const cancelled = new Promise<JobEnd<never>>((resolve) => {
    cancel = () => resolve({ ok: false, because: 'cancelled' });
  });
  for (const signal of signals) signal.addEventListener('abort', cancel);
  try {
    return await Promise.race([cancelled, endOf<Kind>(worker)]);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

function endOf<Kind extends JobKind>(worker: Worker): Promise<JobEnd<JobOutput<Kind>>> {
  return new Promise((resolve, reject) => {
    worker.once('message', (value: JobOutput<Kind>) => resolve({ ok: true, value }));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code} before its job`)));
  });
}

const lengthOf = (view: ArrayBufferView): number =>
  'length' in view ? Number(view.length) : view.byteLength;
