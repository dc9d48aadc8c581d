import { PGlite } from '@electric-sql/pglite';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { answerOf } from './answer';

/**
 * PGlite in a thread of its own: what comes is the client's half of the PostgreSQL wire protocol, what goes is the
 * server's. Messages are served one after another, as one session would.
 */
const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');

const { dataDir, image } = workerData as { dataDir: string | undefined; image: string | undefined };

async function serve(): Promise<void> {
  const database = await PGlite.create({
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
