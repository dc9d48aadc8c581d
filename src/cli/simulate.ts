import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { runCli } from './run';
import { whenAskedToEnd } from '../signals';
import { openDatabases } from '../simulation/databases';
import { simulate, type SimulationResult } from '../simulation/simulate';

const USAGE = `npm run simulate -- [--seeds N] [--from N] [--days N] [--processes N]
npm run simulate -- --seed N [--days N]

Lets a new shop live for some days (7) in one process on a simulated clock: the whole product over its real SQL, with
people, card machines, SmartPOS and a chat network drawn from the seed, and with faults of all of them. Then everything
that must hold is checked. --seeds: so many seeds (300), from --from on (1). --seed: one of them, with its story.
It may be stopped (Ctrl-C), and sums up what it has.
The database is embedded; with DATABASE_URL new ones are made on that server and dropped again.
`;

type Told = Omit<SimulationResult, 'story'>;

/** Asked to end, it ends the seeds in hand, takes its databases away and sums up; asked again, it ends at once. */
const asked = new AbortController();
whenAskedToEnd(() => asked.abort());

async function main(): Promise<number> {
  const wish = readArguments();
  if (wish === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { seed, seeds, from, days, processes, worker, step } = wish;
  if (worker) return runSeeds({ from, to: from + seeds, step, days });
  if (seed !== null) return replay(seed, days);
  return runAll({ from, seeds, days, processes });
}

function readArguments() {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      seed: option,
      seeds: option,
      from: option,
      days: option,
      processes: option,
      step: option,
      worker: { type: 'boolean' },
    },
    strict: false,
  });
  const whole = (name: string, fallback: number): number => Number(values[name] ?? fallback);
  const found = {
    seed: values['seed'] === undefined ? null : whole('seed', 0),
    seeds: whole('seeds', 300),
    from: whole('from', 1),
    days: whole('days', 7),
    processes: whole('processes', availableParallelism()),
    step: whole('step', 1),
    worker: values['worker'] === true,
  };
  const numbers = Object.values(found).filter((value) => typeof value === 'number');
  return numbers.every((value) => Number.isSafeInteger(value) && value > 0) ? found : null;
}

/** One seed, with all that happened. */
async function replay(seed: number, days: number): Promise<number> {
  const databases = openDatabases(process.env['DATABASE_URL'] ?? null);
  try {
    const { story, faults, digest, sales, messages } = await simulate(await databases.next(), seed, days);
    process.stdout.write(`${story.join('\n')}\n\n${sales} sales, ${messages} messages, digest ${digest}\n`);
    process.stdout.write(faults.length === 0 ? 'everything holds\n' : `${faults.join('\n')}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await databases.close();
  }
}

/** Every `step`th seed in this process, a line of JSON each. */
async function runSeeds(run: { from: number; to: number; step: number; days: number }): Promise<number> {
  const databases = openDatabases(process.env['DATABASE_URL'] ?? null);
  try {
    for (let seed = run.from; seed < run.to && !asked.signal.aborted; seed += run.step) {
      const { story: _story, ...told } = await simulate(await databases.next(), seed, run.days);
      process.stdout.write(`${JSON.stringify(told satisfies Told)}\n`);
    }
    return 0;
  } finally {
    await databases.close();
  }
}

/** The seeds are dealt out to processes of this program; what they tell is summed up here. */
async function runAll(run: {
  from: number;
  seeds: number;
  days: number;
  processes: number;
}): Promise<number> {
  const started = performance.now();
  const sums = { seeds: 0, sales: 0, messages: 0 };
  const failed: Told[] = [];
  const note = (told: Told): void => {
    sums.seeds += 1;
    sums.sales += told.sales;
    sums.messages += told.messages;
    if (told.faults.length > 0) {
      failed.push(told);
      process.stdout.write(`seed ${told.seed}:\n${told.faults.map((fault) => `  ${fault}\n`).join('')}`);
    }
    if (sums.seeds % 100 === 0) process.stderr.write(`${sums.seeds} of ${run.seeds} seeds\n`);
  };
  const processes = Array.from({ length: Math.min(run.processes, run.seeds) }, (_, i) =>
    inProcess({ ...run, from: run.from + i, seeds: run.seeds - i, step: run.processes }, note),
  );
  const ends = await Promise.all(processes);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${sums.seeds} seeds of ${run.days} days in ${seconds} s: ${sums.sales} sales, ${sums.messages} messages, ` +
      `${failed.length} seeds with faults\n`,
  );
  const died = ends.filter(({ status }) => status !== 0);
  for (const { status, seed } of died)
    process.stdout.write(
      `a process ended with ${status} in seed ${seed}: of its seeds none were run from there on\n`,
    );
  for (const { seed } of [...failed, ...died])
    process.stdout.write(`to see it again: npm run simulate -- --seed ${seed} --days ${run.days}\n`);
  return failed.length === 0 && died.length === 0 && sums.seeds === run.seeds ? 0 : 1;
}

/** Its exit status or the signal that ended it, and the seed that comes after what it told. */
async function inProcess(
  run: { from: number; seeds: number; step: number; days: number },
  note: (told: Told) => void,
): Promise<{ status: number | string; seed: number }> {
  const args = ['--worker', ...Object.entries(run).flatMap(([name, value]) => [`--${name}`, String(value)])];
  const child = spawn(process.execPath, ['--max-semi-space-size=32', __filename, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  asked.signal.addEventListener('abort', () => child.kill());
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1)),
  );
  let { from: seed } = run;
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line) as Told;
    note(told);
    seed = told.seed + run.step;
  }
  return { status: await ended, seed };
}

runCli(main, () => false);
