import type { Channel, OutboundMessage } from '../../src/bot/channel';
import { emptyHand, sendDue } from '../../src/bot/sending/outbound';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import { START, databaseThrough, openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';
import { moment, untilSeen } from '../support/until';

let test: TestDatabase;
let shop: number;
let sent: string[];
/** Chats whose messages are answered only when they are let go. */
let slow: Set<string>;
let letGo: () => void;
let isLetGo: Promise<void>;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  shop = await openShop(test.db);
  sent = [];
  slow = new Set();
  isLetGo = new Promise((resolve) => {
    letGo = resolve;
  });
});

const channel: Channel = {
  kind: 'cloud-api',
  start: async () => undefined,
  stop: async () => undefined,
  chatOf: async () => null,
  wasSent: async () => null,
  typing: async () => undefined,
  send: async ({ id, chatId, text }: OutboundMessage) => {
    if (slow.has(chatId)) await isLetGo;
    sent.push(`${chatId} ${text}`);
    return { state: 'sent', providerId: id };
  },
};

const queue = (messages: readonly (readonly [chatId: string, text: string])[]): Promise<void> =>
  test.db.asMerchant(shop, async (work) => {
    for (const [i, [chatId, text]] of messages.entries()) enqueueReply(work, chatId, `turn:${i}`, { text });
  });

const states = async (): Promise<unknown[]> =>
  test.db.asMerchant(shop, (work) => work.trx('outbox').distinct('state').orderBy('state').pluck('state'));

const sends = (count: number): Promise<number> =>
  untilSeen(
    `${count} to be sent`,
    () => sent.length,
    (seen) => seen >= count,
  );

it('one late answer holds up its own chat and no other, however few they are', async () => {
  slow.add('chat-3');
  await queue(Array.from({ length: 195 }, (_, i) => [`chat-${i % 39}`, String(i)] as const));
  const sending = sendDue(test.db, channel, shop, test.logger);
  await sends(190);
  expect(sent.filter((one) => one.startsWith('chat-3 '))).toEqual([]);
  letGo();
  await sending;
  expect(sent).toHaveLength(195);
  expect(new Set(sent).size).toBe(195);
  expect(await states()).toEqual(['sent']);
});

it('what goes to one chat keeps its order over all that is claimed', async () => {
  slow.add('chat-0');
  const texts = Array.from({ length: 60 }, (_, i) => String(i));
  await queue(texts.flatMap((text) => [['chat-0', text] as const, [`other-${text}`, text] as const]));
  const sending = sendDue(test.db, channel, shop, test.logger);
  await sends(20);
  letGo();
  await sending;
  expect(sent.filter((one) => one.startsWith('chat-0'))).toEqual(texts.map((text) => `chat-0 ${text}`));
  expect(sent).toHaveLength(120);
});

it('also where what was claimed first is made ready last', async () => {
  const texts = Array.from({ length: 60 }, (_, i) => String(i));
  await queue(texts.map((text) => ['chat-0', text] as const));
  let isHeld = false;
  // The first set hears late that it is still wanted; the second is ready long before.
  const slower = databaseThrough(test.db, (work) => ({
    ...work,
    send: async (sql, bindings) => {
      const holds = !isHeld && sql.includes('AS wanted');
      isHeld ||= holds;
      if (holds) await moment(1_000);
      return work.send(sql, bindings);
    },
  }));
  await sendDue(slower, channel, shop, test.logger);
  expect(sent).toEqual(texts.map((text) => `chat-0 ${text}`));
});

it('a claim that fails is told of once what was under way has ended and is noted', async () => {
  await queue(Array.from({ length: 60 }, (_, i) => [`chat-${i}`, 'oi'] as const));
  slow.add('chat-0');
  let claims = 0;
  const db = {
    ...test.db,
    asMerchant: <T>(...args: Parameters<typeof test.db.asMerchant<T>>) => {
      claims += 1;
      return claims === 3 ? Promise.reject(new Error('no database')) : test.db.asMerchant<T>(...args);
    },
  };
  const sending = sendDue(db, channel, shop, test.logger);
  void sends(9).then(letGo);
  await expect(sending).rejects.toThrow('no database');
  const noted = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ state: 'sent' }).pluck('id'),
  );
  expect([sent.length, noted.length]).toEqual([50, 50]);
});

it('what waits is left alone while the channel takes nothing, and goes in its order after that', async () => {
  const rest = test.clock.now() + 2_000;
  await queue(Array.from({ length: 195 }, (_, i) => [`chat-${i}`, 'oi'] as const));
  const resting: Channel = {
    ...channel,
    restsUntil: () => (sent.length > 0 && test.clock.now() < rest ? rest : null),
  };
  expect(await sendDue(test.db, resting, shop, test.logger)).toBe(rest);
  expect(sent.length).toBeLessThanOrEqual(100);
  const waiting = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ state: 'queued' }).max('due_at as due').count('* as count').first(),
  );
  expect(waiting).toEqual({ due: START, count: 195 - sent.length });
  test.clock.set(rest);
  await sendDue(test.db, resting, shop, test.logger);
  expect(sent).toHaveLength(195);
});

it('what is still under way is not taken for interrupted where the clock leaps', async () => {
  slow.add('chat-0');
  await queue(Array.from({ length: 20 }, (_, i) => [`chat-${i}`, 'oi'] as const));
  const hand = emptyHand(test.db, shop, { kind: 'cloud-api', pace: null, byEmail: false });
  await sendDue(test.db, channel, shop, test.logger, { hand });
  await sends(19);
  test.clock.set(test.clock.now() + 600_000);
  await sendDue(test.db, channel, shop, test.logger, { hand });
  letGo();
  await hand.empty();
  expect(sent).toHaveLength(20);
  expect(await states()).toEqual(['sent']);
  expect(hand.ids.size).toBe(0);
});

it('what follows one that has to wait waits with it', async () => {
  await queue([
    ['chat-0', 'first'],
    ['chat-0', 'second'],
    ['chat-1', 'other'],
  ]);
  let refused = 0;
  const throttling: Channel = {
    ...channel,
    send: async (message) => {
      if (message.text !== 'first' || refused++ > 0) return channel.send(message);
      return { state: 'held', reason: 'throttled', waitMs: 2_000 };
    },
  };
  await sendDue(test.db, throttling, shop, test.logger);
  expect(sent).toEqual(['chat-1 other']);
  test.clock.set(test.clock.now() + 2_000);
  await sendDue(test.db, throttling, shop, test.logger);
  expect(sent).toEqual(['chat-1 other', 'chat-0 first', 'chat-0 second']);
});

it('how messages ended is noted though the database is away for a moment', async () => {
  await queue([['chat-0', 'oi']]);
  let notes = 0;
  const failing = databaseThrough(test.db, (work) => ({
    ...work,
    send: (sql, bindings) => {
      const isNote = sql.includes('settled_at IS NULL') && sql.includes('ORDER BY id FOR UPDATE');
      if (isNote && (notes += 1) < 3) return Promise.reject(new Error('no database'));
      return work.send(sql, bindings);
    },
  }));
  await sendDue(failing, channel, shop, test.logger);
  expect([notes, sent.length, await states()]).toEqual([3, 1, ['sent']]);
});
