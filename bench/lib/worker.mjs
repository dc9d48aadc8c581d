// A worker of its own process: reads the inboxes of the shops it is given.
import { dist, openProductDatabase } from './support.mjs';

const { readInbox } = dist('sync/inbox.js');
const logger = { warn: console.error, error: console.error };

process.once('message', async ({ url, key, shops }) => {
  const db = await openProductDatabase(url, Buffer.from(key, 'base64'));
  await db.call('SELECT 1');
  process.once('message', async () => {
    const lanes = 2;
    let next = 0;
    const lane = async () => {
      for (let shop = shops[next++]; shop !== undefined; shop = shops[next++])
        await readInbox(db, shop, logger);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    process.send('done');
  });
  process.send('ready');
});
