import { Client } from 'pg';
import { addStaff, loadShop } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { requiredService } from '../support/services';
import { ANA, openShop, OWNER, percent } from '../support/shop';
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

test('a customer’s turn keeps the plans of its statements, one of the team’s has them made each time', async () => {
  const alone = await openTestDatabase(1);
  try {
    const own = await openShop(alone.db, [percent(500)]);
    await alone.db.asMerchant(own, (work) => addStaff(work, { phone: OWNER, name: 'Dora', role: 'owner' }));
    /** Of the statements with these words. */
    const plans = async (words: string): Promise<unknown> => {
      const [counted] = await alone.db.call(
        `SELECT sum(generic_plans)::integer AS kept, sum(custom_plans)::integer AS made
         FROM pg_prepared_statements WHERE statement LIKE ?`,
        [`%${words}%`],
      );
      return counted;
    };
    await new Chat(alone, own, ANA).says('saldo');
    expect(await plans('FROM balances b')).toEqual({ kept: 1, made: 0 });
    await new Chat(alone, own, OWNER).says('saldo 11 98888-0001');
    expect(await plans('FROM balances b')).toEqual({ kept: 1, made: 1 });
  } finally {
    await alone.close();
  }
});
