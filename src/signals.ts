/** Within it signals are one wish, in milliseconds: Ctrl-C reaches npm and what it runs at once, and npm hands it on. */
const ONE_WISH_MS = 1_000;

/** Calls `stop` once the process is asked to end; asked again, it ends at once, with 1. */
export function whenAskedToEnd(stop: () => void): void {
  let since: number | null = null;
  const asked = (): void => {
    const now = performance.now();
    if (since === null) {
      since = now;
      stop();
    } else if (now - since > ONE_WISH_MS) process.exit(1);
  };
  process.on('SIGINT', asked);
  process.on('SIGTERM', asked);
}
