import type { Logger } from '../telemetry';

/** What is done again and again: each time it finds what is due by now, so that it may come late and more than once. */
export interface Job {
  what: string;
  everySeconds: number;
  run: () => Promise<void>;
}

export interface Loop {
  /** Does not wait for the next time; one that runs is not run beside itself. */
  hurry(): void;
  stop(): Promise<void>;
}

/** Runs a job again and again, never twice at once; a failure is logged and the next time comes. */
export function every({ what, everySeconds, run }: Job, logger: Logger): Loop {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = undefined;
    running = Promise.resolve()
      .then(run)
      .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
      .finally(next);
  };
  const next = (): void => {
    if (!stopped) timer = setTimeout(start, everySeconds * 1000);
  };
  next();
  return {
    hurry: () => {
      if (timer === undefined || stopped) return;
      clearTimeout(timer);
      start();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
