// Imports a history window by window, as the product does; reports its rate and its memory.
import { once } from 'node:events';
import { dist, openProductDatabase, saleEvent } from './support.mjs';

const { takeInHistory } = dist('sync/pull/history-intake.js');
const WINDOW = 5_000;

const [{ url, key, merchantId, connectionId, sales }] = await once(process, 'message');
const db = await openProductDatabase(url, Buffer.from(key, 'base64'));
const megabytes = () => process.memoryUsage().rss / 1024 / 1024;
let spent = 0;
let early = 0;
let most = 0;
for (let done = 0; done < sales; done += WINDOW) {
  const entries = Array.from({ length: WINDOW }, (_, i) => JSON.parse(saleEvent(done + i)).data);
  const started = performance.now();
  await takeInHistory(
    { db, intake: null },
    merchantId,
    { id: connectionId, totalIs: 'after-discount' },
    entries,
    {
      judge: false,
      connectedAt: Infinity,
    },
  );
  spent += performance.now() - started;
  most = Math.max(most, megabytes());
  if (done < sales / 10) early = most;
}
const [{ count }] = await db.asMerchant(merchantId, (work) => work.trx('sales').count());
if (Number(count) !== sales) throw new Error(`${count} of ${sales} sales are in`);
process.send({ rate: sales / (spent / 1000), early, most });
