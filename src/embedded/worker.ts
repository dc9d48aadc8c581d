import { PGlite } from '@electric-sql/pglite';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Program } from './postgres';

/**
 * PGlite in a thread of its own: what comes is the client's half of the PostgreSQL wire protocol, what goes is the
 * server's. Messages are served one after another, as one session would.
 */
const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');

const { dataDir, image, program } = workerData as {
  dataDir: string | undefined;
  image: string | undefined;
  program: Program;
};

/** The session's answer, as it comes: PGlite would read it once more for itself, and writes over what it has handed on. */
async function answerOf(database: PGlite, message: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const onRawData = (part: Uint8Array): void => void parts.push(new Uint8Array(part));
  await database.execProtocolRawStream(message, { syncToFs: false, onRawData });
  const [only] = parts;
  // A whole array of its own: what is posted to another thread is copied with all that lies behind it.
  return parts.length === 1 && only !== undefined ? only : new Uint8Array(Buffer.concat(parts));
}

async function serve(): Promise<void> {
  const database = await PGlite.create({
    pgliteWasmModule: program,
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(image === undefined ? {} : { loadDataDir: new Blob([readFileSync(image)]) }),
  });
  let last: Promise<unknown> = Promise.resolve();
  port!.on('message', (message: Uint8Array | 'close') => {
    last = last.then(async () => {
      if (message === 'close') {
        await database.close();
        port!.postMessage('closed');
        return;
      }
      const answer = await answerOf(database, message);
      if (answer.length > 0) port!.postMessage(answer);
    });
  });
  port!.postMessage('ready');
}

void serve();
