// A worker of its own process: reads the inboxes of the shops it is given, `atOnce` beside each other, after that of `first`,
// which is not measured.
import { once } from 'node:events';
import { dist, openProductDatabase, require } from './support.mjs';

const { FULL_PACE, readTurn } = dist('sync/inbox.js');
// Faults are seen.
const logger = require('pino')({ level: 'warn' }, process.stderr);

/** Until nothing is due of the shop. */
async function readInbox(shop, pace) {
  while ((await readTurn(db, shop, logger, pace)) !== 'nothing');
}

const [{ url, key, shops, first, atOnce, largestSet = FULL_PACE.largestSet }] = await once(
  process,
  'message',
);
const db = await openProductDatabase(url, Buffer.from(key, 'base64'));
await db.call('SELECT 1');
if (first !== null) await readInbox(first, FULL_PACE);
const go = once(process, 'message');
process.send('ready');
await go;
let next = 0;
const lane = async () => {
  for (let shop = shops[next++]; shop !== undefined; shop = shops[next++])
    await readInbox(shop, { ...FULL_PACE, largestSet });
};
await Promise.all(Array.from({ length: atOnce }, lane));
process.send('done');
