#!/usr/bin/env node
/**
 * Runs a command beside real PostgreSQL, Redis and Chromium:
 *
 *   node scripts/with-services.mjs [--throwaway] COMMAND [ARGUMENT...]
 *
 * The command finds them in TEST_DATABASE_URL, TEST_REDIS_URL and CHROME_PATH. A server whose variable is set already is
 * used as it is; the others are started for this run alone and stopped after it, however it ends. With `--throwaway` the
 * PostgreSQL started need not outlive the machine: it does not wait for the disk. The exit status is the command's; 1 when a
 * program is missing or a server does not start, 2 without a command, 128 + n after signal n.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { findChromium } from './services/chromium.mjs';
import { findPostgres, startPostgres } from './services/postgres.mjs';
import { MissingProgram } from './services/programs.mjs';
import { findRedis, startRedis } from './services/redis.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long the command may take to end after a signal. */
const GRACE_MS = 15_000;

/** The servers to start and the browser. Names everything that is missing at once. */
async function findPrograms() {
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
  const found = await Promise.allSettled([
    TEST_DATABASE_URL ? undefined : findPostgres(),
    (async () => (TEST_REDIS_URL ? undefined : findRedis()))(),
    (async () => findChromium())(),
  ]);
  const faults = found.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  const unexpected = faults.find((fault) => !(fault instanceof MissingProgram));
  if (unexpected) throw unexpected;
  if (faults.length > 0) throw new MissingProgram(faults.map(({ message }) => message).join('\n'));
  const [postgres, redis, chromium] = found.map(({ value }) => value);
  return { postgres, redis, chromium };
}

/** Starts what has a program, all at once; when one fails, or a signal comes meanwhile, stops the others. */
async function startAll({ postgres, redis }, settings, cancelled) {
  const starting = await Promise.allSettled([
    postgres && startPostgres(postgres, cancelled, settings),
    redis && startRedis(redis, cancelled),
  ]);
  const stop = () => Promise.allSettled(starting.map(({ value }) => value?.stop()));
  const failed = starting.find(({ status }) => status === 'rejected');
  if (failed || cancelled.aborted) {
    await stop();
    throw failed?.reason ?? cancelled.reason;
  }
  const [database, queue] = starting.map(({ value }) => value?.url);
  return { urls: { database, queue }, stop };
}

/** The command's exit status. A signal is passed on to the command, which is given its time to end. */
function runCommand([program, ...args], env, cancelled) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    cancelled.addEventListener('abort', () => {
      child.kill(cancelled.reason.signal);
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    });
    child.once('error', (error) => {
      process.stderr.write(`${program} cannot be run: ${error.message}\n`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

class Interrupted extends Error {
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

/** A killed server loses nothing by these, only a machine that loses its power. */
const THROWAWAY = ['fsync=off', 'full_page_writes=off'];

async function main(given) {
  const isThrowaway = given[0] === '--throwaway';
  const command = isThrowaway ? given.slice(1) : given;
  if (command.length === 0) {
    process.stderr.write('usage: node scripts/with-services.mjs [--throwaway] COMMAND [ARGUMENT...]\n');
    return 2;
  }
  const abort = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => abort.abort(new Interrupted(signal)));
  try {
    const programs = await findPrograms();
    const services = await startAll(programs, isThrowaway ? THROWAWAY : [], abort.signal);
    try {
      const { database, queue } = services.urls;
      const env = { ...process.env, CHROME_PATH: programs.chromium };
      if (database !== undefined) env.TEST_DATABASE_URL = database;
      if (queue !== undefined) env.TEST_REDIS_URL = queue;
      const status = await runCommand(command, env, abort.signal);
      abort.signal.throwIfAborted();
      return status;
    } finally {
      await services.stop();
    }
  } catch (error) {
    if (error instanceof Interrupted) return 128 + constants.signals[error.signal];
    process.stderr.write(`${error instanceof MissingProgram ? error.message : error.stack}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
