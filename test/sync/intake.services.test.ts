import { Client } from 'pg';
import { sha256 } from '../../src/ids';
import { Intake } from '../../src/sync/intake';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { LockWatch } from '../support/lock-watch';
import { requiredService } from '../support/services';
import { openShop } from '../support/shop';

let database: TestDatabase;
let shop: number;
let other: Client;
let watch: LockWatch;
beforeAll(async () => {
  requiredService('TEST_DATABASE_URL');
  database = await openTestDatabase();
  shop = await openShop(database.db);
  other = new Client(database.url ?? '');
  await other.connect();
  watch = await LockWatch.open(database.url);
  // Whoever waits first finds the deadlock first.
  await other.query(`SET deadlock_timeout = '20s'`);
});
afterAll(async () => {
  await Promise.all([other.end(), watch.close()]);
  await database.close();
});

const arrival = (deliveryId: string, source: 'webhook' | 'pull' = 'webhook') =>
  ({ merchantId: shop, connectionId: 'con_1', deliveryId, source, body: '{}' }) as const;

/** As another process takes it in. */
const takesIn = (deliveryId: string): Promise<unknown> =>
  other.query(
    `INSERT INTO inbox_events (merchant_id, delivery_id, body_hash, connection_id, source, body, received_at)
     VALUES ($1, $2, $3, 'con_1', 'webhook', '{}', $4) ON CONFLICT DO NOTHING`,
    [shop, deliveryId, sha256('{}').subarray(0, 16), new Date(START)],
  );

test('deliveries that another process takes in the other way round are durable, each once, in their order', async () => {
  const intake = new Intake(database.db, database.clock, database.doorbell);
  await other.query('BEGIN');
  await takesIn('d');
  // The first goes alone; the others are one group, which comes to a stop at the last of them.
  const durable = Promise.all(['first', 'a', 'b', 'c', 'd'].map((id) => intake.add(arrival(id))));
  await watch.waits('the group to wait', '%take_in%', { seconds: 120 });
  await takesIn('a');
  await other.query('COMMIT');
  await durable;
  const { rows } = await other.query<{ delivery_id: string }>(
    'SELECT delivery_id FROM inbox_events WHERE merchant_id = $1 ORDER BY delivery_id',
    [shop],
  );
  expect(rows.map(({ delivery_id: id }) => id)).toEqual(['a', 'b', 'c', 'd', 'first']);
});

test('while one commit waits, a second goes beside it once enough have come, and a third waits for one of them', async () => {
  const intake = new Intake(database.db, database.clock, database.doorbell);
  const durable: string[] = [];
  const add = (...ids: readonly string[]): Promise<unknown> =>
    Promise.all(ids.map((id) => intake.add(arrival(id)).then(() => durable.push(id))));
  const many = (name: string): string[] => Array.from({ length: 24 }, (_, i) => `${name}-${i}`);
  await other.query('BEGIN');
  await takesIn('held');
  await takesIn('held-too');
  const sent = [add('held'), add(...many('beside').slice(1))];
  await watch.waits('the first commit to wait', '%take_in%', { seconds: 120 });
  expect(durable).toEqual([]);
  // One more, and they are enough.
  await Promise.all([sent[1], add('beside-0')]);
  expect(durable.sort()).toEqual(many('beside').sort());

  sent.push(add('held-too', ...many('next').slice(1)));
  await watch.waits('the second commit to wait', '%take_in%', { seconds: 120, sessions: 2 });
  sent.push(add(...many('third')));
  await database.db.call('SELECT pg_sleep(0.2)');
  expect(durable).toHaveLength(24);
  await other.query('COMMIT');
  await Promise.all(sent);
  expect(durable).toHaveLength(24 + 1 + 24 + 24);
});

test('what is pulled is in the order in which it came, however much comes while a commit waits', async () => {
  const intake = new Intake(database.db, database.clock, database.doorbell);
  const pulled = Array.from({ length: 60 }, (_, i) => `pulled-${String(i).padStart(2, '0')}`);
  await other.query('BEGIN');
  await takesIn('pulled-00');
  const durable = Promise.all(pulled.map((id) => intake.add(arrival(id, 'pull'))));
  await watch.waits('the first commit to wait', '%take_in%', { seconds: 120 });
  const sent = Promise.all(Array.from({ length: 40 }, (_, i) => intake.add(arrival(`sent-${i}`))));
  await database.db.call('SELECT pg_sleep(0.2)');
  await other.query('ROLLBACK');
  await Promise.all([durable, sent]);
  const { rows } = await other.query<{ delivery_id: string }>(
    `SELECT delivery_id FROM inbox_due WHERE merchant_id = $1 AND delivery_id LIKE 'pulled-%' ORDER BY seq`,
    [shop],
  );
  expect(rows.map(({ delivery_id: id }) => id)).toEqual(pulled);
});
