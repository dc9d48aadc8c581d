// What the checks of a chaos run say of each database that a line of JSON names, with what its driver counted; a line each.
import { createInterface } from 'node:readline';
import { openProductDatabase } from '../../bench/lib/support.mjs';
import { checkAll } from '../../chaos/checks/index.mjs';

for await (const line of createInterface(process.stdin)) {
  const { url, key, shops, sold, acknowledged, said, taken, redeemed, confirmed, shown } = JSON.parse(line);
  const db = await openProductDatabase(url, Buffer.from(key, 'base64'));
  const checks = await checkAll({
    db,
    url,
    shops,
    smartpos: { acknowledged: acknowledged.map((ids) => new Set(ids)), outcomes: () => sold },
    cloud: { said, taken: new Map(taken) },
    people: { redeemed: new Map(redeemed), confirmed: new Map(confirmed), shown: new Map(shown) },
  });
  await db.close();
  process.stdout.write(`${JSON.stringify(checks)}\n`);
}
