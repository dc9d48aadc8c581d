import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config';
import { planReplay, readInvoices } from '../../src/replay/plan';
import { replay } from '../../src/replay/run';
import { isBalanced } from '../../src/replay/totals';
import { createDatabase } from '../support/postgres';

const FILE = join(__dirname, '..', 'data', 'uci-two-weeks.csv');
const server = process.env['TEST_DATABASE_URL'];

/** What two weeks at 5% come to, by a model of a few lines that shares nothing with the product. */
function model(csv: string): { sales: number; awarded: number; reversed: number; kept: number } {
  const of = (cents: number): number => Math.floor((cents * 5 + 50) / 100);
  const sums = { sales: 0, awarded: 0, reversed: 0, kept: 0 };
  const left = new Map<string, number[]>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [number = '', customer = '', , amount = ''] = line.split(',');
    const cents = Math.round(Number(amount) * 100);
    const mine = left.get(customer) ?? [];
    left.set(customer, mine);
    if (!number.startsWith('C')) {
      sums.sales += 1;
      sums.awarded += of(cents);
      mine.push(cents);
      continue;
    }
    let missing = -cents;
    for (let i = mine.length - 1; i >= 0 && missing > 0; i--) {
      const taken = Math.min(missing, mine[i] ?? 0);
      sums.reversed += of(mine[i] ?? 0) - of((mine[i] ?? 0) - taken);
      mine[i] = (mine[i] ?? 0) - taken;
      missing -= taken;
    }
    if (missing > 0) sums.kept += 1;
  }
  return sums;
}

it('sends two real weeks through the whole path; a second time changes nothing', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-replay-'));
  const own = server === undefined ? null : await createDatabase(server);
  const production =
    own === null ? {} : { DATABASE_URL: own.url, SECRET_KEY: Buffer.alloc(32, 5).toString('base64') };
  const config = readConfig({
    ...production,
    DATA_DIR: directory,
    PORT: '0',
    PRIVATE_PORT: '0',
    SWEEP_SECONDS: '0.2',
    EVENTS_PER_SECOND: '1000000',
  });
  const csv = readFileSync(FILE, 'utf8');
  const events = planReplay(readInvoices(csv));
  const run = () => replay(config, pino({ level: 'silent' }), events, () => undefined);
  const { totals } = await run();
  const expected = model(csv);
  expect(totals).toMatchObject({
    sales: expected.sales,
    kept: expected.kept,
    messages: totals.awards + totals.reversals,
    messagesSent: totals.messages,
  });
  // A refund may overtake its sale on the way; what stands in the end is the same.
  expect(totals.awardedCents - totals.reversedCents).toBe(expected.awarded - expected.reversed);
  expect(isBalanced(totals)).toBe(true);
  expect((await run()).totals).toEqual(totals);
  await own?.drop();
  rmSync(directory, { recursive: true, force: true });
});

it('keeps to the speed that is asked for', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-replay-'));
  const config = readConfig({ DATA_DIR: directory, PORT: '0', PRIVATE_PORT: '0', SWEEP_SECONDS: '0.2' });
  const events = planReplay(readInvoices(readFileSync(FILE, 'utf8'))).slice(0, 20);
  const spanMs = (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0);
  const started = performance.now();
  let lastSentAt = 0;
  const noted = (): void => {
    lastSentAt = performance.now() - started;
  };
  const { totals } = await replay(config, pino({ level: 'silent' }), events, noted, spanMs / 2_000);
  expect(lastSentAt).toBeGreaterThan(2_000);
  expect(totals.sales).toBeGreaterThan(10);
  rmSync(directory, { recursive: true, force: true });
});
