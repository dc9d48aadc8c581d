// What is done around a run: a folder for what its processes say, and whatever was started is stopped, however it ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BROKE_OFF = 2;

/**
 * The exit status: `body`'s, or 2 where it broke off or was asked to end (SIGINT, SIGTERM: `cancelled`). With 0 the folder goes;
 * otherwise it is named. What `body` adds to `stops` is done at the end, the last first.
 *
 * @param {string} name
 * @param {(run: { folder: string, stops: (() => unknown)[], cancelled: AbortSignal }) => Promise<number>} body
 * @returns {Promise<number>}
 */
export async function attempt(name, body) {
  const folder = mkdtempSync(join(tmpdir(), `smartbis-${name}-`));
  const tellFolder = () => process.stdout.write(`what the processes said is in ${folder}\n`);
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => abort.abort(new Error(`stopped by ${signal}`)));
  const stopped = new Promise((_resolve, reject) =>
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason)),
  );
  const stops = [];
  let status = BROKE_OFF;
  try {
    status = await Promise.race([body({ folder, stops, cancelled: abort.signal }), stopped]);
    if (status !== 0) tellFolder();
  } catch (error) {
    process.stdout.write(`${error.stack}\n`);
    tellFolder();
  } finally {
    for (const stop of stops.toReversed()) await stop();
    if (status === 0) rmSync(folder, { recursive: true, force: true });
  }
  return status;
}
