import { setMarketingHours, pause, setSwitch } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { available, campaign, PHONES, Sending } from '../support/sending';
import { ANA, BIA, openShop } from '../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let sending: Sending;

beforeEach(async () => {
  test.clock.set(START);
  sending = new Sending(test, await openShop(test.db));
});

it('marketing goes only to whoever said yes; what their act caused goes to all', async () => {
  const asked = await sending.customer(ANA);
  const never = await sending.customer(BIA, null);
  const no = await sending.customer(PHONES[0] ?? '', false);
  for (const id of [asked, never, no]) {
    await sending.notify(id, 'c1', campaign('café em dobro hoje.'));
    await sending.notify(id, 'b1', available(500));
  }
  await sending.go();
  expect(await sending.rows()).toEqual([
    'sent',
    'sent',
    'suppressed: no-consent',
    'sent',
    'suppressed: opted-out',
    'sent',
  ]);
});

it('marketing waits for its hours, and what the customer’s act caused does not', async () => {
  test.clock.set(Date.parse('2026-11-28T20:30:00-03:00'));
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'c1', campaign('amanhã abrimos cedo.'));
  await sending.notify(ana, 'b1', available(500));
  await sending.go();
  expect(await sending.rows()).toEqual(['queued', 'sent']);
  test.clock.set(Date.parse('2026-11-29T12:00:00-03:00'));
  await sending.go();
  expect(await sending.rows()).toEqual(['queued', 'sent']);
  test.clock.set(Date.parse('2026-11-30T09:00:00-03:00'));
  await sending.go();
  expect(await sending.rows()).toEqual(['sent', 'sent']);
});

it('the shop chooses the hours', async () => {
  await test.db.asMerchant(sending.shop, (work) =>
    setMarketingHours(work, { hours: { fromMinute: 900, toMinute: 960 }, by: null }),
  );
  await sending.notify(await sending.customer(ANA), 'c1', campaign('café.'));
  await sending.go();
  expect(await sending.rows()).toEqual(['queued']);
  test.clock.set(START + 3_600_000);
  await sending.go();
  expect(await sending.rows()).toEqual(['sent']);
});

it('two marketing messages a customer in seven days, also out of one set', async () => {
  const ana = await sending.customer(ANA);
  for (const cause of ['c1', 'c2', 'c3']) await sending.notify(ana, cause, campaign('café.'));
  await sending.notify(await sending.customer(BIA), 'c1', campaign('café.'));
  await sending.go();
  expect(await sending.rows()).toEqual(['sent', 'sent', 'suppressed: weekly-ceiling', 'sent']);
  test.clock.set(START + 7 * DAY + 1);
  await sending.notify(ana, 'c4', campaign('café.'));
  await sending.go();
  expect((await sending.rows()).at(-1)).toBe('sent');
});

it('what has lost its sense before its hours came is not sent', async () => {
  test.clock.set(Date.parse('2026-11-28T20:30:00-03:00'));
  const notAfter = Date.parse('2026-11-30T00:00:00-03:00');
  await sending.notify(await sending.customer(ANA), 'x', campaign('só amanhã.'), { notAfter });
  await sending.go();
  test.clock.set(Date.parse('2026-11-30T09:00:00-03:00'));
  await sending.go();
  expect(await sending.rows()).toEqual(['suppressed: overtaken']);
});

it('one row for each cause, kind and customer', async () => {
  const ana = await sending.customer(ANA);
  for (let i = 0; i < 3; i++) await sending.notify(ana, 'same', campaign('café.'));
  await sending.go();
  expect(await sending.rows()).toEqual(['sent']);
});

it('answers go before notices and those before marketing, whatever was written first', async () => {
  const ana = await sending.known(ANA);
  await sending.notify(ana, 'c1', campaign('café.'));
  await sending.notify(ana, 'b1', available(500));
  await new Chat(test, sending.shop, ANA).says('saldo');
  await sending.go();
  expect(sending.handed.map(({ text }) => text.slice(0, 40))).toEqual([
    expect.stringMatching(/^Você ainda/),
    expect.stringMatching(/liberamos|Padaria Central: l/),
    expect.stringMatching(/café/),
  ]);
});

it.each([
  [
    'a pause of all',
    (shop: number) => test.db.asMerchant(shop, (work) => pause(work, { what: 'messages', by: null })),
  ],
  [
    'a pause of the kind',
    (shop: number) =>
      test.db.asMerchant(shop, (work) =>
        setSwitch(work, { kind: 'benefit-available', state: 'paused', by: null }),
      ),
  ],
])('%s stops also what was claimed already', async (_, stop) => {
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'b1', available(500));
  const chatOf = sending.channel.chatOf.bind(sending.channel);
  sending.channel.chatOf = async (phone) => {
    await stop(sending.shop);
    return chatOf(phone);
  };
  await sending.go();
  expect([sending.handed, await sending.rows()]).toEqual([[], ['queued']]);
});

it('an opt-out stops also what was claimed already', async () => {
  await sending.notify(await sending.customer(ANA), 'c1', campaign('café.'));
  const chatOf = sending.channel.chatOf.bind(sending.channel);
  sending.channel.chatOf = async (phone) => {
    await sending.customer(ANA, false);
    return chatOf(phone);
  };
  await sending.go();
  expect(sending.handed).toEqual([]);
  await sending.go();
  expect([sending.handed, await sending.rows()]).toEqual([[], ['suppressed: opted-out']]);
});

it('marketing of which nobody can tell is never sent again; what is owed is, after some asking', async () => {
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'c1', campaign('café.'));
  await sending.notify(ana, 'b1', available(500));
  sending.before = () => Promise.resolve({ state: 'unknown', reason: 'no acknowledgement' });
  sending.channel.wasSent = () => Promise.resolve(null);
  await sending.go();
  sending.before = () => Promise.resolve(null);
  for (let i = 0; i < 20; i++) {
    test.clock.advance(600_000);
    await sending.go();
  }
  expect(await sending.rows()).toEqual(['unknown: cannot-tell', 'sent']);
  expect(sending.handed).toHaveLength(1);
});

it('what the chat shows is not sent again', async () => {
  await sending.notify(await sending.customer(ANA), 'c1', campaign('café.'));
  let lost = false;
  sending.before = () => Promise.resolve(null);
  const send = sending.channel.send.bind(sending.channel);
  sending.channel.send = async (message) => {
    const outcome = await send(message);
    if (lost) return outcome;
    lost = true;
    return { state: 'unknown', reason: 'the answer was lost' };
  };
  await sending.go();
  expect(await sending.rows()).toEqual(['unknown: the answer was lost']);
  test.clock.advance(60_000);
  await sending.go();
  expect([await sending.rows(), sending.handed.length]).toEqual([['sent'], 1]);
});

it('what no channel could bring is kept, and told when the customer is heard: the latest of a kind', async () => {
  const chatOf = sending.channel.chatOf.bind(sending.channel);
  sending.channel.chatOf = () => Promise.resolve(null);
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'b1', available(500));
  await sending.notify(ana, 'b2', available(900));
  await sending.notify(ana, 'c1', campaign('café.'));
  await sending.go();
  expect((await sending.rows()).slice(0, 3)).toEqual([
    'suppressed: kept',
    'suppressed: kept',
    'failed: not-on-this-channel',
  ]);
  sending.channel.chatOf = chatOf;
  await new Chat(test, sending.shop, ANA).says('saldo');
  await sending.go();
  expect((await sending.rows()).slice(0, 3)).toEqual([
    'suppressed: overtaken',
    'sent',
    'failed: not-on-this-channel',
  ]);
  expect(sending.handed.filter(({ chatId }) => chatId.startsWith(ANA)).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Você ainda/),
    expect.stringMatching(/R\$ 9,00.*Quem escreve é Padaria Central/s),
  ]);
});

it('what may have left is looked for in its chat before it goes again, though the channel was down meanwhile', async () => {
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'c1', campaign('café.'));
  await sending.notify(ana, 'b1', available(500));
  const { channel } = sending;
  const send = channel.send.bind(channel);
  // Both arrive, and the process dies before it notes so.
  channel.send = async (message) => {
    await send(message);
    throw new Error('died');
  };
  await expect(sending.go()).rejects.toThrow('died');
  channel.send = send;
  test.clock.advance(200_000);
  const chatOf = channel.chatOf.bind(channel);
  channel.chatOf = () => Promise.reject(new Error('not linked'));
  await sending.go();
  expect(await sending.rows()).toEqual(['unknown: channel-down', 'unknown: channel-down']);
  channel.chatOf = chatOf;
  test.clock.advance(200_000);
  await sending.go();
  expect(await sending.rows()).toEqual(['sent', 'sent']);
  expect(sending.handed).toHaveLength(2);
});
