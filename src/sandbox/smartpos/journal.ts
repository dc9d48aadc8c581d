import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file of JSON lines that is only ever added to. A line is in the operating system's hands when `append` returns, so
 * it outlives the process, however that ends. A last line that was torn is cut off when the file is opened.
 */
export class Journal<Entry> {
  private constructor(private readonly file: number) {}

  /** Throws where a line other than a torn last one cannot be read: the file was changed by someone else. */
  static open<Entry>(path: string): { journal: Journal<Entry>; entries: Entry[] } {
    mkdirSync(dirname(path), { recursive: true });
    // Keys of the companies are inside: for the owner's eyes alone.
    const file = openSync(path, 'a+', 0o600);
    const bytes = readFileSync(file);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    if (whole < bytes.length) ftruncateSync(file, whole);
    const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    const entries = lines.map((line, index) => parseLine(line, `${path}:${index + 1}`) as Entry);
    return { journal: new Journal<Entry>(file), entries };
  }

  append(entry: Entry): void {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let written = 0; written < line.length;) written += writeSync(this.file, line, written);
  }

  close(): void {
    closeSync(this.file);
  }
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Error(`${place} is not JSON. Put the file aside and start again: a new one is made.`);
  }
}
