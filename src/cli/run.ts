/**
 * Runs an operator's command and ends with its status. A fault that `isKnown` names is told in its own words, any other
 * with its stack; both end with `faultStatus`.
 */
export function runCli(
  main: () => Promise<number>,
  isKnown: (error: Error) => boolean,
  faultStatus: 1 | 2 = 1,
): void {
  main().then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const text =
        error instanceof Error
          ? isKnown(error)
            ? error.message
            : (error.stack ?? error.message)
          : String(error);
      process.stderr.write(`${text}\n`);
      process.exitCode = faultStatus;
    },
  );
}
