import type { Logger } from '../telemetry';

/** What is done again and again: each time it finds what is due by now, so that it may come late and more than once. */
export interface Job {
  what: string;
  everySeconds: number;
  /** After the signal it begins nothing more. */
  run: (stopping?: AbortSignal) => Promise<void>;
}

export interface Loop {
  /** Does not wait for the next time; one that runs is not run beside itself. */
  hurry(): void;
  stop(): Promise<void>;
}

/** Runs a job again and again, never twice at once; a failure is logged and the next time comes. */
export function every({ what, everySeconds, run }: Job, logger: Logger): Loop {
  let running: Promise<void> = Promise.resolve();
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = undefined;
    running = Promise.resolve()
      .then(() => run(signal))
      .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
      .finally(next);
  };
  const next = (): void => {
    if (!signal.aborted) timer = setTimeout(start, everySeconds * 1000);
  };
  next();
  return {
    hurry: () => {
      if (timer === undefined || signal.aborted) return;
      clearTimeout(timer);
      start();
    },
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** At once and so many times in all, a second between two. */
export function hurryEachSecond(loop: Loop, times: number): void {
  loop.hurry();
  if (times > 1) setTimeout(() => hurryEachSecond(loop, times - 1), 1_000).unref();
}
