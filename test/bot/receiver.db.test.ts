import { takeTurn } from '../../src/bot/conversation';
import type { InboundMessage } from '../../src/bot/channel';
import { Receiver } from '../../src/bot/receiving/receiver';
import { START, suiteDatabase } from '../support/database';
import { openShop } from '../support/shop';

const PHONES = ['+5511988880011', '+5511988880012'] as const;

const test = suiteDatabase();
let shop: number;
let receiver: Receiver;

beforeEach(async () => {
  shop = await openShop(test.db);
  receiver = new Receiver(test.db, shop, 0);
  test.doorbell.rings.length = 0;
});

const said = (id: string, chatId: string, change: Partial<InboundMessage> = {}): InboundMessage => ({
  id,
  chatId,
  phone: null,
  name: null,
  kind: 'text',
  text: id,
  at: START,
  ...change,
});

const kept = (chatId: string): Promise<string[]> =>
  test.db.asMerchant(shop, (work) =>
    work.trx('inbound_messages').where({ chat_id: chatId }).orderBy('seq').pluck('body'),
  );

const chats = (): Promise<unknown[]> =>
  test.db.asMerchant(shop, (work) => work.trx('chats').orderBy('id').select('id', 'phone', 'heard_at'));

it('keeps what comes at once in its order, each once, and rings once for each chat of a group', async () => {
  const arriving = Array.from({ length: 100 }, (_, i) => said(`m${i}`, `chat-${i % 7}`));
  await Promise.all([...arriving, ...arriving].map((message) => receiver.add(message)));
  expect(await kept('chat-3')).toEqual(Array.from({ length: 14 }, (_, i) => `m${3 + 7 * i}`));
  expect(new Set(test.doorbell.rings.map(([, key]) => key)).size).toBe(7);
  // The first alone, then those who came meanwhile.
  expect(test.doorbell.rings.length).toBeLessThanOrEqual(1 + 7 + 7);
});

it('leaves those of other chats unharmed by one that cannot be kept, and lets nothing overtake it in its own', async () => {
  const [first, ...others] = await Promise.allSettled(
    [said('first', 'a'), said('odd\0', 'b'), said('behind it', 'b'), said('neighbour', 'c')].map((message) =>
      receiver.add(message),
    ),
  );
  expect([first, ...others].map((one) => one?.status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect([await kept('a'), await kept('b'), await kept('c')]).toEqual([['first'], [], ['neighbour']]);
  await receiver.add(said('behind it', 'b'));
  expect(await kept('b')).toEqual(['behind it']);
});

it('fails with one that cannot be kept all that was handed over behind it in its chat', async () => {
  // The first is written alone, while the others wait.
  const handed = [said('odd\0', 'a'), said('behind it', 'a'), said('neighbour', 'b')].map((message) =>
    receiver.add(message),
  );
  expect((await Promise.allSettled(handed)).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect([await kept('a'), await kept('b')]).toEqual([[], ['neighbour']]);
});

it('learns of a chat its phone and when it was last heard, from whichever of its messages', async () => {
  const [phone, another] = PHONES;
  await Promise.all([
    receiver.add(said('0', 'other')),
    receiver.add(said('1', 'a', { at: START + 2_000 })),
    receiver.add(said('2', 'a', { phone })),
    receiver.add(said('3', 'a', { at: START + 1_000 })),
  ]);
  expect(await chats()).toEqual([
    { id: 'a', phone, heard_at: START + 2_000 },
    { id: 'other', phone: null, heard_at: START },
  ]);
  await receiver.add(said('4', 'a', { at: START + 5_000 }));
  await receiver.add(said('5', 'other', { phone: another, at: START - 1 }));
  expect(await chats()).toEqual([
    { id: 'a', phone, heard_at: START + 5_000 },
    { id: 'other', phone: another, heard_at: START },
  ]);
});

it('a turn notes when its chat was heard, where the message could not', async () => {
  await receiver.add(said('1', 'a', { at: START + 7_000 }));
  await test.db.asMerchant(shop, (work) => work.trx('chats').update({ heard_at: null }));
  await takeTurn(test.db, shop, 'a');
  expect(await chats()).toMatchObject([{ heard_at: START + 7_000 }]);
});
