import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { DirectoryRefused, lockDirectory } from './lock';
import { postgresProgram } from './postgres';
import { SessionSocket } from './session';

/** The worker is compiled code, also where this file runs from source (tests). */
const WORKER = join(__dirname, '..', '..', 'dist', 'embedded', 'worker.js');

/** Where the database of a data directory is; it is there only once it is whole. */
export const databaseIn = (directory: string): string => join(directory, 'database');

/** Where a restore makes a database, beside the place of a whole one. */
export const RESTORED_ASIDE = 'database.restored';

/** The embedded PostgreSQL: one process, one session, no network. See docs/operations.md for its limits. */
export interface EmbeddedServer {
  /** A socket for the `pg` driver; one at a time, since there is one session. */
  connect(): Duplex;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where it is kept; undefined: in memory, gone with the process. */
  directory: string | undefined;
  /** What one in memory begins from: a PGlite's dump. */
  image?: string | undefined;
  /** Making a new one is given up. */
  stopping?: AbortSignal | undefined;
}

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { directory, image, stopping } = options;
  const release = directory === undefined ? () => undefined : lockDirectory(directory);
  let worker: Worker;
  try {
    worker =
      directory === undefined
        ? await startWorker(undefined, { image })
        : await startWorker(await preparedDirectory(directory, stopping));
  } catch (error) {
    release();
    throw error;
  }
  let open: SessionSocket | null = null;
  worker.on('message', (message: Uint8Array | 'closed') => {
    if (message !== 'closed') open?.push(message);
  });
  worker.on('error', (error) => open?.destroy(error));
  return {
    connect: () => (open = new SessionSocket((message) => worker.postMessage(message))),
    close: async () => {
      await stopWorker(worker);
      release();
    },
  };
}

/**
 * Creating a database takes twice the memory of running one, and a thread gives none back: a thread of its own creates
 * it, aside, so that a kill in the midst leaves nothing that looks whole.
 */
async function preparedDirectory(directory: string, stopping: AbortSignal | undefined): Promise<string> {
  const dataDir = databaseIn(directory);
  if (existsSync(dataDir)) return dataDir;
  const restored = join(directory, RESTORED_ASIDE);
  if (existsSync(restored))
    throw new DirectoryRefused(
      `A restore into ${directory} was broken off. Run "npm run restore" again, or remove ${restored} to begin with an empty database.`,
    );
  const aside = join(directory, 'database.new');
  rmSync(aside, { recursive: true, force: true });
  await stopWorker(await startWorker(aside, { stopping }));
  renameSync(aside, dataDir);
  return dataDir;
}

async function startWorker(
  dataDir: string | undefined,
  { image, stopping }: Pick<EmbeddedOptions, 'image' | 'stopping'> = {},
): Promise<Worker> {
  const program = await postgresProgram();
  stopping?.throwIfAborted();
  const worker = new Worker(WORKER, { workerData: { dataDir, image, program } });
  try {
    await once(worker, 'message', { signal: stopping });
    return worker;
  } catch (error) {
    await worker.terminate();
    stopping?.throwIfAborted();
    throw error;
  }
}

async function stopWorker(worker: Worker): Promise<void> {
  worker.postMessage('close');
  await waitForClosed(worker);
  await worker.terminate();
}

function waitForClosed(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.on('message', (message) => {
      if (message === 'closed') resolve();
    });
    worker.once('exit', () => resolve());
  });
}
