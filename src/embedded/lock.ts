import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a person can mend of a data directory. */
export class DirectoryRefused extends Error {}

/** Another live process has this data directory open. */
export class DirectoryInUse extends DirectoryRefused {
  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(
      `Smartbis is running already: process ${pid} has ${directory} open. Use its page, or stop it first. ` +
        '(Two processes on one embedded database would lose rows; DATA_DIR names another directory.)',
    );
    this.name = 'DirectoryInUse';
  }
}

/**
 * PGlite has no lock of its own, and two processes on one directory lose rows in silence. The lock file holds the
 * process id and when that process began, so that a killed holder's lock, or one whose id was taken by another
 * process since, is taken over. Returns the release.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(usableDirectory(directory), 'lock');
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, mine);
      closeSync(file);
      return () => {
        if (readOr(path) === mine) unlinkSync(path);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(directory, error);
    }
    const held = readOr(path);
    const [pid, start] = (held ?? '').split(' ');
    if (held !== undefined && isSameProcess(Number(pid), start ?? ''))
      throw new DirectoryInUse(directory, Number(pid));
    if (held !== undefined) unlinkSync(path);
  }
}

/** The directory, made where it is not there. Throws DirectoryRefused. */
export function usableDirectory(directory: string): string {
  try {
    mkdirSync(directory, { recursive: true });
    return directory;
  } catch (error) {
    throw unusable(directory, error);
  }
}

const unusable = (directory: string, error: unknown): DirectoryRefused =>
  new DirectoryRefused(
    `${directory} cannot be used (${String((error as NodeJS.ErrnoException).code)}). DATA_DIR must name a directory that this program may write.`,
  );

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isSameProcess(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return (startOf(pid) ?? start) === start;
}

/** When a process began, in clock ticks since boot (proc(5), field 22); undefined where there is no /proc. */
function startOf(pid: number): string | undefined {
  const stat = readOr(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
