import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config';
import { planReplay, readInvoices } from '../replay/plan';
import { replay, type ReplayResult } from '../replay/run';
import { isBalanced } from '../replay/totals';
import { createLogger } from '../telemetry';
import { progressBar } from './progress';
import { runCli } from './run';

const USAGE = `npm run replay -- FILE [--speed N]

Sends the sales of FILE (CSV: invoice,customer_id,datetime,amount_gbp,…) through the whole product, into DATA_DIR
(default data/replay) or DATABASE_URL, and prints what stands in the books. Sending them again changes nothing.
N is how many times faster than it was the time goes (86400: a day a second); without it, as fast as it can.
`;

async function main(): Promise<number> {
  const { file, speed } = readArguments();
  if (file === undefined || (speed !== null && !(speed > 0))) {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig({
    DATA_DIR: 'data/replay',
    PORT: '0',
    PRIVATE_PORT: '0',
    SWEEP_SECONDS: '0.2',
    EVENTS_PER_SECOND: '1000000',
    ...process.env,
  });
  const events = planReplay(readInvoices(readFileSync(file, 'utf8')));
  const result = await replay(
    config,
    createLogger(config.logLevel),
    events,
    progressBar(process.stderr),
    speed,
  );
  process.stdout.write(report(result));
  return isBalanced(result.totals) ? 0 : 1;
}

function readArguments(): { file: string | undefined; speed: number | null } {
  const { values, positionals } = parseArgs({
    options: { speed: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  return { file: positionals[0], speed: values.speed === undefined ? null : Number(values.speed) };
}

function report({ totals, events, seconds }: ReplayResult): string {
  const money = (cents: number): string => `R$ ${(cents / 100).toFixed(2)}`;
  const accounts = Object.entries(totals.accounts).map(
    ([name, cents]) => `  ${name.padEnd(10)} ${money(cents).padStart(18)}`,
  );
  return [
    `${events} events in ${seconds.toFixed(1)} s`,
    `sales      ${totals.sales} (${money(totals.salesCents)})`,
    `customers  ${totals.customers}`,
    `awards     ${totals.awards} (${money(totals.awardedCents)})`,
    `reversals  ${totals.reversals} (${money(totals.reversedCents)})`,
    `lapsed     ${money(totals.lapsedCents)}`,
    `messages   ${totals.messages}, sent ${totals.messagesSent}`,
    `kept for a person  ${totals.kept}`,
    'accounts, which sum to zero:',
    ...accounts,
    isBalanced(totals) ? 'the books balance' : `THE BOOKS DO NOT BALANCE: ${JSON.stringify(totals.held)}`,
    '',
  ].join('\n');
}

runCli(main, (error) => error instanceof ConfigError || /^line \d+:|ENOENT/.test(error.message));
