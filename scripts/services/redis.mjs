import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MissingProgram, onPath, readIfThere, startServer } from './programs.mjs';

/** The path of `redis-server`. Throws MissingProgram. */
export function findRedis() {
  const program = onPath('redis-server');
  if (program === undefined)
    throw new MissingProgram('Redis is not installed: apt-get install --no-install-recommends redis-server');
  return program;
}

/**
 * A new Redis in a directory of its own, removed when it stops; configured as production must be.
 *
 * @param {string} program
 * @param {AbortSignal} cancelled
 * @returns {Promise<import('./programs.mjs').Server & { url: string }>}
 */
export async function startRedis(program, cancelled) {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-redis-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const server = await startServer(serverOf(program, directory), cancelled);
    const url = `redis://127.0.0.1:${server.port}/0`;
    return { ...server, url, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function serverOf(program, directory) {
  const logFile = join(directory, 'log');
  const log = openSync(logFile, 'a');
  const settings = ['--maxmemory-policy', 'noeviction', '--appendonly', 'yes', '--save', ''];
  return {
    name: 'Redis',
    logFile,
    command: (port) => ({
      program,
      args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, ...settings],
      options: { stdio: ['ignore', log, log] },
    }),
    isReady: () => readIfThere(logFile).includes('Ready to accept connections'),
    stopSignals: ['SIGTERM'],
  };
}
