import { createDatabase } from '../support/database';
import { openGround, type Ground } from '../../src/simulation/ground';
import { simulate } from '../../src/simulation/simulate';

const SERVER = process.env['TEST_DATABASE_URL'];
const DAYS = 3;

const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

/** A database of its own. */
async function ground(): Promise<Ground> {
  const own = SERVER === undefined ? null : await createDatabase(SERVER);
  const made = await openGround(own?.url ?? null);
  opened.push(async () => {
    await made.close();
    await own?.drop();
  });
  return made;
}

it('a seed happens again exactly, in another database; another seed is another story', async () => {
  const [one, two] = [await ground(), await ground()];
  const first = await simulate(one, 7, DAYS);
  const again = await simulate(two, 7, DAYS);
  expect(again.story).toEqual(first.story);
  expect(again.digest).toBe(first.digest);
  expect(first.sales).toBeGreaterThan(4);
  expect(first.messages).toBeGreaterThan(4);
  const other = await simulate(two, 8, DAYS);
  expect(other.digest).not.toBe(first.digest);
});

it('seeds hold in one database, shop beside shop', async () => {
  const one = await ground();
  for (let seed = 1; seed <= 6; seed++) {
    const { faults } = await simulate(one, seed, DAYS);
    expect([seed, faults]).toEqual([seed, []]);
  }
});
