import { Client } from 'pg';
import { loadShop } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { requiredService } from '../support/services';
import { openShop, percent } from '../support/shop';
import { untilSeen } from '../support/until';

const SESSIONS = 5;
let database: TestDatabase;
let shop: number;
beforeAll(async () => {
  requiredService('TEST_DATABASE_URL');
  database = await openTestDatabase(SESSIONS);
  shop = await openShop(database.db, [percent(500)]);
});
afterAll(() => database.close());

/** As many at once as there are sessions, none of which ends before all have read: so each is used. */
async function readByAll(): Promise<string[]> {
  let read = 0;
  return Promise.all(
    Array.from({ length: SESSIONS }, () =>
      database.db.asMerchant(shop, async (work) => {
        const { name } = await loadShop(work);
        read += 1;
        await untilSeen(
          'all to have read',
          () => read,
          (count) => count === SESSIONS,
        );
        return name;
      }),
    ),
  );
}

const statements = (): Promise<{ statement: string }[]> =>
  database.db.call('SELECT statement FROM pg_prepared_statements WHERE statement <> ?', ['']);

test('a statement is kept by its session', async () => {
  await readByAll();
  expect((await statements()).map(({ statement }) => statement)).toContainEqual(
    expect.stringContaining('merchants'),
  );
});

test('a migration beside it goes unnoticed: whoever meets a table that has changed begins anew', async () => {
  await readByAll();
  const owner = new Client(database.url ?? '');
  await owner.connect();
  await owner.query('ALTER TABLE merchants ADD COLUMN added_meanwhile integer');
  await owner.end();
  expect(new Set(await readByAll()).size).toBe(1);
  expect(new Set(await readByAll()).size).toBe(1);
});
