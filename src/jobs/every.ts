import type { Logger } from '../telemetry';

/** Does something again and again, never twice at once; a failure is logged and the next time comes. */
export function every(
  seconds: number,
  what: string,
  logger: Logger,
  body: () => Promise<void>,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = body()
        .catch((error: unknown) => logger.error({ err: error }, `${what} failed`))
        .finally(next);
    }, seconds * 1000);
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
