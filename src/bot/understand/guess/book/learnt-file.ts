import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../../../loyalty';
import type { Command } from '../../../command';
import { PLACES } from './features';
import type { Learnt } from './learning';

/** Of the code that runs: `.js`, and `.ts` where that is the source (tests). */
const EXTENSION = extname(__filename);
const UNDERSTAND = join(__dirname, '..', '..');

/** What the build learns once, so that no start has to: beside the compiled code, never in the repository. */
const FOLDER =
  EXTENSION === '.js' ? join(__dirname, 'learnt') : join(UNDERSTAND, '..', '..', '..', '.cache', 'learnt');

/** What the guess knows of a language's own phrases. */
export interface LearntLanguage {
  words: readonly string[];
  customers: Learnt;
  staff: Learnt;
}

const head = z.object({
  of: z.string(),
  words: z.string(),
  books: z.object({ customers: bookHead(), staff: bookHead() }),
});

function bookHead() {
  return z.object({ labels: z.array(z.string()), unit: z.number(), known: z.number().int() });
}
type Head = z.infer<typeof head>;

/**
 * Bytes, numbers with the little end first: the head's length (32 bits), the head as JSON up to a multiple of four, and of
 * customers and then of staff the known phrases' hashes and labels (32 bits each) and the weights (16 bits each).
 */
export function writeLearnt(
  lang: Language,
  of: string,
  { words, customers, staff }: LearntLanguage,
  folder = FOLDER,
): void {
  const headOf = ({ labels, unit, known }: Learnt): Head['books']['staff'] => ({
    labels: [...labels],
    unit,
    known: known.size,
  });
  const books = { customers: headOf(customers), staff: headOf(staff) };
  const json = Buffer.from(JSON.stringify({ of, words: words.join(' '), books } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const numbers = [customers, staff].flatMap(({ known, weights }) => [
    Buffer.from(Int32Array.from([...known.keys(), ...known.values()]).buffer),
    Buffer.from(weights.buffer),
  ]);
  mkdirSync(folder, { recursive: true });
  const file = fileOf(lang, folder);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([length, json, Buffer.alloc(-json.length & 3), ...numbers]));
  // Whoever reads it meanwhile has the old one or the new one whole.
  renameSync(unfinished, file);
}

/** Null where the build has learnt nothing, or from other phrases or by other code. */
export function readLearnt(lang: Language, of: () => string, folder = FOLDER): LearntLanguage | null {
  const file = fileOf(lang, folder);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const length = bytes.readUInt32LE(0);
  const { of: from, words, books } = head.parse(JSON.parse(bytes.toString('utf8', 4, 4 + length)));
  if (from !== of()) return null;
  let at = 4 + length + (-length & 3);
  const next = (size: number): ArrayBuffer => {
    const part = new Uint8Array(bytes.subarray(at, (at += size)));
    return part.buffer;
  };
  const bookOf = ({ labels, unit, known: count }: Head['books']['staff']): Learnt => {
    const numbers = new Int32Array(next(2 * count * Int32Array.BYTES_PER_ELEMENT));
    const weights = new Int16Array(next(PLACES * labels.length * Int16Array.BYTES_PER_ELEMENT));
    const known = new Map<number, number>();
    for (let i = 0; i < count; i++) known.set(numbers[i] ?? 0, numbers[count + i] ?? 0);
    return { labels, unit, weights, known };
  };
  const [customers, staff] = [bookOf(books.customers), bookOf(books.staff)];
  return { words: words.split(' '), customers, staff };
}

const fileOf = (lang: Language, folder: string): string => join(folder, `${lang}.bin`);

/** What learning depends on: the examples of commands, the phrases, and the code that reads them. */
export function sourceOf(commands: readonly Command[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(commands.map(({ name, who, examples }) => [name, who, examples])));
  for (const folder of ['guess', 'phrases'])
    for (const file of codeIn(join(UNDERSTAND, folder))) hash.update(file);
  for (const file of ['normalise', 'abbreviations'])
    hash.update(readFileSync(join(UNDERSTAND, `${file}${EXTENSION}`)));
  return hash.digest('hex');
}

const codeIn = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
