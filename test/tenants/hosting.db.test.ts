import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { Hosts } from '../../src/bot/hosting/hosts';
import type { Post } from '../../src/bot/sending/post';
import { query } from '../../src/db/rows';
import { soleProcess } from '../../src/jobs/leases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Mailbox, postOver } from '../support/mailbox';
import { digestOfShop, openNeighbour, seenFrom, type Neighbour } from '../support/neighbours';

let test: TestDatabase;
let mailbox: Mailbox;
let own: Neighbour;
let other: Neighbour;
let hosts: Hosts;
let post: Post;
beforeAll(async () => {
  test = await openTestDatabase();
  mailbox = await Mailbox.open();
  own = await openNeighbour(test, 'Araponga', 3);
  other = await openNeighbour(test, 'Bemtevi', 7);
  const db = seenFrom(test.db, own.id);
  const { clock, logger } = test;
  post = postOver(mailbox.url, { db, logger });
  hosts = new Hosts({
    db,
    clock,
    logger,
    leases: soleProcess,
    burstMs: 0,
    publicUrl: 'http://127.0.0.1',
    byEmail: true,
    open: (merchantId) => new SimulatorChannel(db, clock, merchantId),
    isAtHome: () => true,
    paceOf: () => null,
  });
});
afterAll(async () => {
  await hosts.close();
  await mailbox.close();
  await test.close();
});

const sent = async (shop: number): Promise<string[]> => {
  const rows = await test.db.asMerchant(shop, (work) =>
    query<{ body: string }>(work, 'SELECT body FROM simulator_messages WHERE from_shop ORDER BY seq'),
  );
  return rows.map(({ body }) => body);
};

it('hosting and sending do their work in the one shop, and change nothing of the other', async () => {
  const mine = await digestOfShop(test, own.id);
  const before = await digestOfShop(test, other.id);
  await hosts.refresh();
  await hosts.keep();
  await hosts.readAll();
  await hosts.sendAll();
  await hosts.send(own.id);
  await post.send(own.id);
  expect(await digestOfShop(test, own.id)).not.toBe(mine);
  expect(await digestOfShop(test, other.id)).toBe(before);
  const told = (await sent(own.id)).join('\n');
  expect(told).toContain('R$');
  expect(other.canaries.filter((canary) => told.includes(canary))).toEqual([]);
});

it('a ring for a shop whose channel is not here sends nothing of it', async () => {
  const before = await digestOfShop(test, other.id);
  await hosts.wake(other.id);
  await hosts.send(other.id);
  expect(await digestOfShop(test, other.id)).toBe(before);
  expect(await sent(other.id)).toEqual([]);
});
