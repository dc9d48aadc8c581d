import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../support/program';
import { TWO_WEEKS } from '../support/real-sales';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-replay-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** `npm run replay`, with what it prints as a file gets it. */
const replay = (...args: string[]): Promise<{ status: number; text: string }> =>
  command({ DATA_DIR: join(directory, 'data') }, 'replay.js', ...args);

function fileOf(...lines: readonly string[]): string {
  const path = join(directory, 'sales.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** The first hour: seventeen sales, a cancellation of one of them, and one of a sale before. */
const FIRST_HOUR = TWO_WEEKS.split('\n').slice(0, 20);

/** What stands in the books; how long it took differs each time. */
const booksIn = (text: string): string => text.replace(/^19 events in \d+\.\d s\n/, '').split('[')[0] ?? '';

/** A number and its sum in cents, as a line of the report has them. */
function counted(text: string, what: string): [number, number] {
  const [, count, reais] = new RegExp(`^${what} +(\\d+) \\(R\\$ (\\d+\\.\\d\\d)\\)$`, 'm').exec(text) ?? [];
  return [Number(count), Math.round(Number(reais) * 100)];
}

it('sends real sales, draws how far it is, and reports what stands in the books; a second time changes nothing', async () => {
  const file = fileOf(...FIRST_HOUR);
  const first = await replay(file);
  expect(first.status).toBe(0);
  expect(first.text).toMatch(/^19 events in \d+\.\d s$/m);
  expect(first.text).toContain(`[${'#'.repeat(40)}] 100% · 19 of 19 events\n`);

  // 5% of each, to the cent; whether the refund was judged with its sale or after it, what stands is the same.
  const [awards, awarded] = counted(first.text, 'awards');
  const [reversals, reversed] = counted(first.text, 'reversals');
  expect([awards, awarded - reversed]).toEqual([17, 20_934]);
  const messages = awards + reversals;
  for (const line of [
    'sales      17 (R$ 4191.49)',
    'customers  10',
    'lapsed     R$ 0.00',
    `messages   ${messages}, sent ${messages}`,
    'kept for a person  1',
    '  customer            R$ 209.34',
    '  program            R$ -209.34',
    'the books balance',
  ])
    expect(first.text.split('\n')).toContain(line);

  const second = await replay(file);
  expect(second.status).toBe(0);
  expect(booksIn(second.text)).toBe(booksIn(first.text));
});

it.each([
  ['no file', () => [], 2, /^npm run replay -- FILE/],
  ['a file that is not there', () => ['/nowhere/sales.csv'], 1, /^ENOENT: .*\/nowhere\/sales\.csv/],
  [
    'a file of another kind',
    () => [fileOf('a,b,c', '1,2,3')],
    1,
    /^line 1: a header that begins with invoice/,
  ],
  [
    'a row that is none',
    () => [fileOf(...FIRST_HOUR.slice(0, 3), '1,2,yesterday,3')],
    1,
    /^line 4: not an invoice: 1,2,yesterday,3/,
  ],
  ['a speed that is none', () => [fileOf(...FIRST_HOUR), '--speed', 'fast'], 2, /^npm run replay -- FILE/],
])('given %s it says so', async (_what, args, status, words) => {
  const answer = await replay(...args());
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(words);
  expect(answer.text).not.toMatch(/\n\s+at /);
});
