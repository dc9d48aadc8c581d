import { Client } from 'pg';
import { sha256 } from '../../src/ids';
import { Intake } from '../../src/sync/intake';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { requiredService } from '../support/services';
import { openShop } from '../support/shop';
import { untilSeen } from '../support/until';

let database: TestDatabase;
let shop: number;
let other: Client;
let watch: Client;
beforeAll(async () => {
  requiredService('TEST_DATABASE_URL');
  database = await openTestDatabase();
  shop = await openShop(database.db);
  [other, watch] = [new Client(database.url ?? ''), new Client(database.url ?? '')];
  await Promise.all([other.connect(), watch.connect()]);
  // Whoever waits first finds the deadlock first.
  await other.query(`SET deadlock_timeout = '20s'`);
});
afterAll(async () => {
  await Promise.all([other.end(), watch.end()]);
  await database.close();
});

const arrival = (deliveryId: string) =>
  ({ merchantId: shop, connectionId: 'con_1', deliveryId, source: 'webhook', body: '{}' }) as const;

/** As another process takes it in. */
const takesIn = (deliveryId: string): Promise<unknown> =>
  other.query(
    `INSERT INTO inbox_events (merchant_id, delivery_id, body_hash, connection_id, source, body, received_at)
     VALUES ($1, $2, $3, 'con_1', 'webhook', '{}', $4) ON CONFLICT DO NOTHING`,
    [shop, deliveryId, sha256('{}').subarray(0, 16), new Date(START)],
  );

/** By a session outside: what one sees of the others stays as it was as long as its transaction lasts. */
const isWaiting = async (): Promise<boolean> =>
  (
    await watch.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%take_in%'`,
    )
  ).rows.length > 0;

test('deliveries that another process takes in the other way round are durable, each once, in their order', async () => {
  const intake = new Intake(database.db, database.clock, database.doorbell);
  await other.query('BEGIN');
  await takesIn('d');
  // The first goes alone; the others are one group, which comes to a stop at the last of them.
  const durable = Promise.all(['first', 'a', 'b', 'c', 'd'].map((id) => intake.add(arrival(id))));
  await untilSeen('the group to wait', isWaiting, (waits) => waits, { seconds: 120, everyMs: 20 });
  await takesIn('a');
  await other.query('COMMIT');
  await durable;
  const { rows } = await other.query<{ delivery_id: string }>(
    'SELECT delivery_id FROM inbox_events WHERE merchant_id = $1 ORDER BY delivery_id',
    [shop],
  );
  expect(rows.map(({ delivery_id: id }) => id)).toEqual(['a', 'b', 'c', 'd', 'first']);
});
