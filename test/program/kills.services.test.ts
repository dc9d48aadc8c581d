import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkBooks } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { createConnection } from '../../src/sync/connections';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { deliver, Program } from '../support/program';
import { requiredService } from '../support/services';
import { nextSecond, openShop, percent } from '../support/shop';
import { moment, untilSeen } from '../support/until';

/** `KILLS=50 KILL_SALES=10000` is the whole of it; every change is checked with fewer. */
const KILLS = Number(process.env['KILLS'] ?? 6);
const SALES = Number(process.env['KILL_SALES'] ?? 1_200);
const SENDERS = 8;

afterEach(() => Program.endAll());

it(`${KILLS} kills while ${SALES} sales come both ways, three in ten twice: none is lost, none doubled`, async () => {
  const own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  const key = randomBytes(32);
  const db = await openBeside(own.url, new Secrets(key));
  const shop = await openShop(db, [percent(500)]);
  await nextSecond();
  const made = new Date().toISOString();
  const sale = (i: number): object => ({
    uniqueIdentifier: `sale-${i}`,
    creationDate: made,
    updatedAt: made,
    totalAmount: (1000 + i) / 100,
    customer: { phone: `+55119888800${String(i % 90).padStart(2, '0')}` },
  });
  const all = Array.from({ length: SALES }, (_, i) => i);
  // The pull sees all of them; the webhook nine in ten, and of three in ten it tells twice.
  const smartpos = createServer((request, response) => {
    const isSales = request.url?.startsWith('/v1/sales?') === true;
    response.writeHead(isSales ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isSales ? all.map(sale) : {}));
  });
  await new Promise<void>((resolve) => smartpos.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(smartpos.address() as AddressInfo).port}/v1`;
  const connection = await db.asMerchant(shop, (work) =>
    createConnection(work, { baseUrl, company: null, apiKeyId: 'a', apiKeySecret: 'b' }),
  );
  const env = {
    DATABASE_URL: own.url,
    SECRET_KEY: key.toString('base64'),
    ROLES: 'web,worker',
    POLL_SECONDS: '1',
    SWEEP_SECONDS: '0.2',
    EVENTS_PER_SECOND: '100000',
  };
  let url = '';
  const kills = (async () => {
    for (let kill = 0; kill <= KILLS; kill++) {
      const program = Program.run(env);
      url = await program.url();
      if (kill === KILLS) return;
      await moment(100 + Math.random() * 900);
      await program.stop('SIGKILL');
    }
  })();
  const toTell = all
    .filter((i) => i % 10 !== 9)
    .flatMap((i) => (i % 10 < 3 ? [`a-${i}`, `b-${i}`] : [`a-${i}`]));
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let name = toTell[next++]; name !== undefined; name = toTell[next++]) {
      const body = JSON.stringify({
        type: 'sale.approved',
        timestamp: made,
        data: sale(Number(name.slice(2))),
      });
      // As a sender of webhooks does: again until it is taken.
      await untilSeen(
        `${name} to be taken`,
        () => deliver(url, connection, name, body),
        (status) => status === 202,
        { seconds: 300, everyMs: 50 },
      );
    }
  };
  await Promise.all([kills, ...Array.from({ length: SENDERS }, sender)]);
  const count = (table: string): Promise<number> =>
    db.asMerchant(shop, async (work) => Number((await work.trx(table).count())[0]?.['count']));
  await untilSeen(
    'all to be judged',
    () => Promise.all([count('sales'), count('inbox_due')]),
    ([sales, due]) => sales >= SALES && due === 0,
    { seconds: 600, everyMs: 100 },
  );
  const awards = all.reduce((sum, i) => sum + Math.floor(((1000 + i) * 5 + 50) / 100), 0);
  const [granted] = await db.asMerchant(shop, (work) => work.trx('lots').sum('granted as sum'));
  expect([await count('sales'), await count('transactions'), Number(granted?.['sum'])]).toEqual([
    SALES,
    SALES,
    awards,
  ]);
  expect(await count('kept_events')).toBe(0);
  expect((await db.snapshot(shop, checkBooks)).faults).toEqual([]);
  await Program.endAll();
  smartpos.closeAllConnections();
  await new Promise((resolve) => smartpos.close(resolve));
  await db.close();
  await own.drop();
}, 1_800_000);
