import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isExecutable, MissingProgram, onPath, readIfThere, startServer } from './programs.mjs';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const LEAST_VERSION = 15;
const INSTALL = 'apt-get install --no-install-recommends postgresql';

/** The folder of `initdb` and `postgres`, the newest of Debian's versions first. Throws MissingProgram. */
export async function findPostgres() {
  const bin = debianFolders().find(hasServer) ?? dirname(onPath('initdb') ?? '/');
  if (!hasServer(bin)) throw new MissingProgram(`PostgreSQL is not installed: ${INSTALL}`);
  const { stdout } = await run(join(bin, 'postgres'), ['--version']);
  const version = Number(/(\d+)/.exec(stdout)?.[1]);
  if (version < LEAST_VERSION)
    throw new MissingProgram(
      `PostgreSQL ${version} in ${bin} is too old, ${LEAST_VERSION} is needed: ${INSTALL}`,
    );
  return bin;
}

function debianFolders() {
  try {
    const versions = readdirSync(DEBIAN).map(Number).filter(Number.isInteger);
    return versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin'));
  } catch {
    return [];
  }
}

/** @param {string} bin */
function hasServer(bin) {
  return isExecutable(join(bin, 'initdb')) && isExecutable(join(bin, 'postgres'));
}

/** PostgreSQL refuses to run as root: there it runs as Debian's `postgres`. */
async function systemUser() {
  if (process.getuid?.() !== 0) return {};
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    throw new MissingProgram(`there is no system user "postgres" to run PostgreSQL as: ${INSTALL}`);
  }
}

/**
 * A new PostgreSQL in a directory of its own, removed when it stops. Durability is as in production (fsync on) unless
 * `settings`, each `name=value`, say otherwise.
 * `TEST_POSTGRES_SETTINGS` adds more of them, spaces between, for a benchmark of a server that is set up for its size.
 *
 * @param {string} bin
 * @param {AbortSignal} cancelled
 * @param {readonly string[]} settings
 * @returns {Promise<import('./programs.mjs').Server & { url: string }>}
 */
export async function startPostgres(bin, cancelled, settings = []) {
  const user = await systemUser();
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-postgres-'));
  // Processes of a server that was killed may still be leaving.
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    const password = randomBytes(24).toString('base64url');
    const data = join(directory, 'data');
    await initialise({ bin, directory, data, user, password });
    const server = await startServer(serverOf({ bin, directory, data, user, settings }), cancelled);
    const url = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
    return { ...server, url, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function initialise({ bin, directory, data, user, password }) {
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined)
    for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid);
  const options = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const text = ['--encoding=UTF8', '--locale=C.UTF-8'];
  await run(join(bin, 'initdb'), ['-D', data, '--no-sync', ...options, ...text], {
    ...user,
    cwd: directory,
  });
  rmSync(passwordFile);
}

function serverOf({ bin, directory, data, user, settings }) {
  const logFile = join(directory, 'log');
  const log = openSync(logFile, 'a');
  const asked = (process.env.TEST_POSTGRES_SETTINGS ?? '').split(' ').filter(Boolean);
  const common = ['fsync=on', 'max_connections=200', `unix_socket_directories=${directory}`];
  // Of a name that is set twice, the last is taken.
  const all = [...common, ...settings, ...asked];
  return {
    name: 'PostgreSQL',
    logFile,
    command: (port) => ({
      program: join(bin, 'postgres'),
      args: ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...all.flatMap((s) => ['-c', s])],
      options: { ...user, cwd: directory, stdio: ['ignore', log, log] },
    }),
    // The lock file's first line is the server's process, its eighth what it does.
    isReady: (child) => {
      const lines = readIfThere(join(data, 'postmaster.pid')).split('\n');
      return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
    },
    // "Fast" ends the sessions, "immediate" does not even wait for a checkpoint.
    stopSignals: ['SIGINT', 'SIGQUIT'],
  };
}
