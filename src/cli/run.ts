import { inWords } from '../explain';

/**
 * Runs an operator's command and ends with its status. A fault that `isKnown` names is told in its own words, one of what
 * the program stands on with what to do about it, any other with its stack; all end with `faultStatus`.
 */
export function runCli(
  main: () => Promise<number>,
  isKnown: (error: Error) => boolean = () => false,
  faultStatus: 1 | 2 = 1,
): void {
  main().then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const text = error instanceof Error && isKnown(error) ? error.message : inWords(error);
      process.stderr.write(`${text}\n`);
      process.exitCode = faultStatus;
    },
  );
}
