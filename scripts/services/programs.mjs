import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants, readFileSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 10_000;
const ATTEMPTS = 5;
const ATTEMPTS_AT_ONE_PORT = 50;

/** A program that the machine lacks; the message names what to install. */
export class MissingProgram extends Error {}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program's path, looked for in PATH; undefined when it is not there. @param {string} name */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** A port of 127.0.0.1 that was free a moment ago; another process may take it first, so starting is tried again. */
export const freePort = () => portIfFree(0);

/** Below those that systems give to outgoing connections. */
const KEPT_PORTS = [10_000, 32_000];

/**
 * A free port for a program that ends and comes back to it: while nobody listens there, no outgoing connection of this
 * machine is given it, as happens to the ports of `freePort`.
 */
export async function portToKeep() {
  for (;;) {
    const port = randomInt(...KEPT_PORTS);
    try {
      return await portIfFree(port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
}

function portIfFree(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server on a port of its own. `kill` ends it as a crash does, and `startAgain` starts it where it was.
 *
 * @param {{
 *   name: string,
 *   logFile: string,
 *   command: (port: number) => { program: string, args: string[], options: import('node:child_process').SpawnOptions },
 *   isReady: (child: import('node:child_process').ChildProcess) => boolean,
 *   stopSignals: NodeJS.Signals[],
 * }} server `isReady` must look at what this very process wrote: whoever answers on the port may be another run's.
 *   `stopSignals` are sent in turn, each given its time.
 * @param {AbortSignal} cancelled
 * @returns {Promise<Server>}
 *
 * @typedef {{
 *   port: number,
 *   stop: () => Promise<void>,
 *   kill: (signal: NodeJS.Signals) => Promise<void>,
 *   startAgain: () => Promise<void>,
 * }} Server
 */
export async function startServer(server, cancelled) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await portToKeep();
    let child = await tryToStart(server, port, cancelled);
    if (child === null && attempt === ATTEMPTS) throw doesNotStart(server);
    if (child === null) continue;
    let starting = Promise.resolve(child);
    return {
      port,
      stop: async () => stopProcess(await starting.catch(() => child), server.stopSignals),
      kill: async (signal) => {
        const exited = once(child, 'exit');
        child.kill(signal);
        await exited;
      },
      startAgain: async () => {
        starting = startAt(server, port, cancelled);
        child = await starting;
      },
    };
  }
}

/** What a crashed server left behind may hold it up for a moment: a port, shared memory. */
async function startAt(server, port, cancelled) {
  for (let attempt = 1; attempt <= ATTEMPTS_AT_ONE_PORT; attempt += 1) {
    truncateSync(server.logFile);
    const child = await tryToStart(server, port, cancelled);
    if (child !== null) return child;
    await sleep(100);
  }
  throw doesNotStart(server);
}

/** Null where it does not become ready. */
async function tryToStart(server, port, cancelled) {
  cancelled.throwIfAborted();
  const { program, args, options } = server.command(port);
  // A process group of its own: Ctrl-C must reach the command under test first, and the servers only after it.
  const child = spawn(program, args, { ...options, detached: true });
  child.once('error', () => undefined);
  if (await becomesReady(child, () => server.isReady(child), cancelled)) return child;
  await stopProcess(child, server.stopSignals);
  cancelled.throwIfAborted();
  return null;
}

const doesNotStart = (server) => new Error(`${server.name} does not start:\n${tailOf(server.logFile)}`);

async function becomesReady(child, isReady, cancelled) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (isRunning(child) && !cancelled.aborted && Date.now() < deadline) {
    if (isReady()) return true;
    await sleep(25);
  }
  return false;
}

function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function stopProcess(child, signals) {
  for (const signal of [...signals, 'SIGKILL']) {
    if (!isRunning(child)) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await Promise.race([exited, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  }
}

/** @param {string} file */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} file */
function tailOf(file) {
  return readIfThere(file).split('\n').slice(-20).join('\n');
}
