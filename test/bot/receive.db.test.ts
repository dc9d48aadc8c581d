import { forgetMedia, mediaOf, noteTyped, receive } from '../../src/bot/receiving/receive';
import type { InboundMessage } from '../../src/bot/channel';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openShop } from '../support/shop';

const CHAT = '5511988880001@c.us';

let test: TestDatabase;
let shop: number;
beforeAll(async () => {
  test = await openTestDatabase();
  shop = await openShop(test.db);
});
afterAll(() => test.close());

const picture = (id: string, change: Partial<InboundMessage> = {}): InboundMessage => ({
  id,
  chatId: CHAT,
  phone: '+5511988880001',
  name: 'Ana',
  kind: 'image',
  text: '',
  at: START,
  media: { mimeType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8]) },
  ...change,
});

const chatRow = () =>
  test.db.asMerchant(shop, (work) =>
    work.trx('chats').where({ id: CHAT }).first('heard_at', 'person_wrote_at'),
  );

it('keeps what came with a message, once, until the message is answered', async () => {
  await receive(test.db, shop, picture('m1'), 0);
  await receive(
    test.db,
    shop,
    picture('m1', { media: { mimeType: 'image/png', missing: 'unavailable' } }),
    0,
  );
  await receive(test.db, shop, picture('m2', { media: { mimeType: 'video/mp4', missing: 'too-large' } }), 0);
  const media = await test.db.asMerchant(shop, async (work) => [
    await mediaOf(work, 'm1'),
    await mediaOf(work, 'm2'),
    await mediaOf(work, 'm3'),
  ]);
  expect(media).toEqual([
    { mimeType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8]) },
    { mimeType: 'video/mp4', missing: 'too-large' },
    null,
  ]);
  await new Chat(test, shop, '+5511988880001', CHAT).turn();
  expect(await test.db.asMerchant(shop, (work) => work.trx('inbound_media').select())).toEqual([]);
  await test.db.asMerchant(shop, async (work) => forgetMedia(work, []));
});

it('knows when somebody was last heard, and when a person of the shop last wrote; neither goes back', async () => {
  await receive(test.db, shop, picture('m4', { at: START + 5000 }), 0);
  await receive(test.db, shop, picture('m5', { at: START - 5000 }), 0);
  for (const at of [START + 2000, START + 1000])
    await test.db.asMerchant(shop, (work) => noteTyped(work, { id: 'p1', chatId: CHAT, at }));
  expect(await chatRow()).toEqual({ heard_at: START + 5000, person_wrote_at: START + 2000 });
});

it('knows a chat that a person of the shop began', async () => {
  const chatId = '5511988880009@c.us';
  await test.db.asMerchant(shop, (work) => noteTyped(work, { id: 'p2', chatId, at: START }));
  expect(
    await test.db.asMerchant(shop, (work) => work.trx('chats').where({ id: chatId }).select('phone')),
  ).toEqual([{ phone: null }]);
});
