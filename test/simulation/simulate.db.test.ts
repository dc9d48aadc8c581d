import { openGround, type Ground } from '../../src/simulation/ground';
import { faultsOf } from '../../src/simulation/checks';
import { lived, simulate } from '../../src/simulation/simulate';
import { createDatabase } from '../support/postgres';

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

let one: Ground;
let two: Ground;
beforeAll(async () => {
  one = await ground();
  two = await ground();
});

it('a seed happens again exactly, in another database; another seed is another story', async () => {
  const first = await simulate(one, 7, DAYS);
  const again = await simulate(two, 7, DAYS);
  expect(again.story).toEqual(first.story);
  expect(again.digest).toBe(first.digest);
  expect([first.faults, first.sales > 2, first.messages > 2]).toEqual([[], true, true]);
  const other = await simulate(two, 8, DAYS);
  expect(other.digest).not.toBe(first.digest);
});

it('seeds hold in one database, shop beside shop', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const { faults } = await simulate(one, seed, DAYS);
    expect([seed, faults]).toEqual([seed, []]);
  }
});

it('what is wrong is found: a message that nobody got, money that nobody gave', async () => {
  const { world, program } = await lived(two, 9, DAYS);
  expect(await faultsOf(world, program)).toEqual([]);
  const [id = ''] = world.channel.truth.keys();
  const shown = world.channel.truth.get(id) ?? [];
  world.channel.truth.set(id, [...shown, ...shown]);
  const [sale] = world.smartpos.sales;
  if (sale === undefined) throw new Error('nothing was sold');
  world.smartpos.sales.push({ ...sale, id: 'never told' });
  await two.db.asMerchant(9, (work) => work.trx('balances').increment('quantity', 1));
  const faults = (await faultsOf(world, program)).join('\n');
  expect(faults).toMatch(/was sent 2 times/);
  expect(faults).toMatch(/a sale is not known: never told/);
  expect(faults).toMatch(/books: balances are what the postings sum to/);
});

it('a voucher that was a gift, redeemed by who has no cashback, moves nothing of theirs', async () => {
  expect((await simulate(one, 5052, 7)).faults).toEqual([]);
});
