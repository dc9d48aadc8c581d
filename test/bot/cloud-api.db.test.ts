import { CloudApiChannel } from '../../src/bot/channels/cloud-api';
import { request } from 'node:http';
import type { OutboundMessage } from '../../src/bot/channel';
import { saveTemplate } from '../../src/bot/channels/cloud-api/templates';
import { mediaOf } from '../../src/bot/receiving/receive';
import { CloudRig } from '../support/cloud-api/rig';
import { START, suiteDatabase } from '../support/database';
import { openShop } from '../support/shop';
import { untilSeen } from '../support/until';

const ANA = '5511988880001';
const CHAT = `${ANA}@c.us`;
const HOUR = 3_600_000;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const test = suiteDatabase();
let rig: CloudRig;
let rows = 0;

beforeEach(async () => {
  test.clock.set(START);
  rig = await CloudRig.create(test, await openShop(test.db));
});
afterEach(() => rig.close());

/** Sorting leaves in their order those that are alike in it. */
const byPerson = ([a]: [string, string], [b]: [string, string]): number => a.localeCompare(b);

const message = (change: Partial<OutboundMessage> = {}): OutboundMessage => {
  rows += 1;
  return { id: `row-${rows}`, chatId: CHAT, text: 'Você tem *R$ 5,00*', ...change };
};

async function serving(): Promise<CloudRig> {
  await rig.connect();
  await rig.start();
  return rig;
}

const kept = () =>
  test.db.asMerchant(rig.shop, (work) => work.trx('cloud_api_events').select('failure', 'attempts'));

describe('callbacks', () => {
  it('answer Meta’s question with the right verify token only', async () => {
    const { verifyToken } = await rig.connect();
    const ask = async (query: string): Promise<[number, string]> => {
      const response = await fetch(`${rig.cloud.callback}?${query}`);
      return [response.status, await response.text()];
    };
    const right = `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${verifyToken}`;
    expect(await ask(right)).toEqual([200, '1158201444']);
    expect((await ask(right.replace(verifyToken, 'other')))[0]).toBe(403);
    expect((await ask(right.replace('subscribe', 'unsubscribe')))[0]).toBe(403);
    expect((await ask(''))[0]).toBe(403);
    const elsewhere = await fetch(`${rig.url}/v1/whatsapp/events/wa_0?${right}`);
    expect(elsewhere.status).toBe(404);
  });

  it('that are forged, altered or unsigned are refused, and leave nothing', async () => {
    await serving();
    const value = {
      messages: [{ from: ANA, id: 'wamid.forged', timestamp: '1', type: 'text', text: { body: 'oi' } }],
    };
    expect(await rig.cloud.call(value, { signature: `sha256=${'0'.repeat(64)}` })).toBe(401);
    expect(await rig.cloud.call(value, { signature: '' })).toBe(401);
    const unsigned = await fetch(rig.cloud.callback ?? '', { method: 'POST', body: '{}' });
    expect(unsigned.status).toBe(401);
    expect(await kept()).toEqual([]);
    expect(await rig.cloud.call(value)).toBe(200);
    expect(await kept()).toHaveLength(1);
  });

  it('of more than Meta sends are not read', async () => {
    await rig.connect();
    expect(await rig.cloud.call({}, { body: 'x'.repeat(3_200_000) })).toBe(413);
  });

  it('to an address that is none are answered by their heads: nothing of them is held in memory', async () => {
    const answer = await new Promise<{ status: number | undefined; connection: string | undefined }>(
      (resolve, reject) => {
        const asked = request(`${rig.url}/v1/whatsapp/events/wa_0`, {
          method: 'POST',
          headers: { 'content-length': 3_000_000 },
        });
        asked.on('response', ({ statusCode: status, headers: { connection } }) => {
          resolve({ status, connection });
          asked.destroy();
        });
        asked.on('error', reject);
        asked.flushHeaders();
      },
    );
    expect(answer).toEqual({ status: 404, connection: 'close' });
  });

  it('are durable before the channel runs, read in order, and once however often they come', async () => {
    await rig.connect();
    const first = await rig.cloud.says(ANA, 'saldo');
    const second = await rig.cloud.says(ANA, 'extrato');
    expect([first.status, second.status]).toEqual([200, 200]);
    await rig.start();
    expect(rig.messages.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await kept()).toEqual([]);
    const again = {
      messages: [{ from: ANA, id: first.id, timestamp: '1795000000', type: 'text', text: { body: 'saldo' } }],
    };
    await rig.cloud.call(again);
    await rig.cloud.call(again);
    await rig.wake();
    const stored = await test.db.asMerchant(rig.shop, (work) => work.trx('inbound_messages').select('id'));
    expect(stored).toHaveLength(2);
  });

  it('that cannot be read wait for a person, and hold nobody up', async () => {
    await serving();
    await rig.cloud.call({}, { body: '{"object":"page"}' });
    const { id } = await rig.cloud.says(ANA, 'saldo');
    await rig.wake();
    expect(rig.messages.map((one) => one.id)).toEqual([id]);
    expect(await kept()).toEqual([{ failure: 'unreadable', attempts: 1 }]);
  });

  it('keep their order when a message cannot be stored, and are tried again', async () => {
    await serving();
    const store = rig.store;
    rig.store = async () => Promise.reject(new Error('down'));
    const first = await rig.cloud.says(ANA, 'saldo');
    const second = await rig.cloud.says(ANA, 'extrato');
    await rig.wake();
    expect(await kept()).toEqual([
      { failure: null, attempts: 1 },
      { failure: null, attempts: 0 },
    ]);
    rig.store = store;
    await rig.wake();
    expect(rig.messages.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('of many people at once are read together, each person’s in their order, whatever else came between', async () => {
    await rig.connect();
    rig.cloud.media.set('photo', { bytes: PNG, mimeType: 'image/png' });
    const sent: [string, string][] = [];
    for (let i = 0; i < 24; i++) {
      const from = `55119888800${String(10 + (i % 5))}`;
      if (i === 11) await rig.cloud.call({}, { body: '{"object":"page"}' });
      const { id } =
        i === 7
          ? await rig.cloud.receive(from, { type: 'image', image: { id: 'photo', mime_type: 'image/png' } })
          : await rig.cloud.says(from, `oi ${i}`);
      sent.push([from, id]);
    }
    await rig.start();
    const heard = rig.messages.map(({ chatId, id }): [string, string] => [chatId.slice(0, 13), id]);
    expect(heard.toSorted(byPerson)).toEqual(sent.toSorted(byPerson));
    expect(await kept()).toEqual([{ failure: 'unreadable', attempts: 1 }]);
    await untilSeen(
      'all to be marked as read',
      () => rig.cloud.read,
      ({ length }) => length === 24,
    );
  });

  it('read together are handed over again where one of them cannot be stored', async () => {
    await serving();
    const store = rig.store;
    rig.store = async (received) =>
      received.text === 'extrato' ? Promise.reject(new Error('down')) : store(received);
    const ids = [];
    for (const text of ['saldo', 'extrato', 'menu']) ids.push((await rig.cloud.says(ANA, text)).id);
    await rig.wake();
    expect(await kept()).not.toEqual([]);
    rig.store = store;
    await rig.wake();
    expect(new Set(rig.messages.map(({ id }) => id))).toEqual(new Set(ids));
    expect(await kept()).toEqual([]);
  });
});

describe('received', () => {
  beforeEach(serving);

  it('a text is marked as read once it is durable, and "typing" belongs to it', async () => {
    const { id } = await rig.cloud.says(ANA, 'saldo');
    await rig.wake();
    await rig.channel.typing(CHAT);
    expect(rig.cloud.read).toEqual([
      { id, isTyping: false },
      { id, isTyping: true },
    ]);
    await rig.channel.typing('5511988880009@c.us');
    expect(rig.cloud.read).toHaveLength(2);
  });

  it('a picture comes with its bytes, or with why it does not', async () => {
    rig.cloud.media.set('1', { bytes: PNG, mimeType: 'image/png' });
    rig.cloud.media.set('2', { bytes: PNG, mimeType: 'image/png', claims: 100_000_000 });
    rig.cloud.media.set('3', { bytes: Buffer.alloc(5_000_001), mimeType: 'image/png', claims: 3 });
    const ids: string[] = [];
    for (const id of ['1', '2', '3', 'gone'])
      ids.push((await rig.cloud.receive(ANA, { type: 'image', image: { id, mime_type: 'image/png' } })).id);
    await rig.wake();
    const media = await test.db.asMerchant(rig.shop, async (work) => {
      const found = [];
      for (const id of ids) found.push(await mediaOf(work, id));
      return found;
    });
    const missing = (why: string): object => ({ mimeType: 'image/png', missing: why });
    expect(media).toEqual([
      { mimeType: 'image/png', bytes: PNG },
      missing('too-large'),
      missing('too-large'),
      missing('unavailable'),
    ]);
  });
});

describe('sent', () => {
  beforeEach(async () => {
    await serving();
    await rig.cloud.says(ANA, 'oi');
    await rig.wake();
  });

  const send = (change: Partial<OutboundMessage> = {}) => rig.channel.send(message(change));
  const refuseNext = (code: number, status = 400): void => void rig.cloud.faults.push({ status, code });

  it('are texts, pictures and documents, with the row that they come from', async () => {
    const picture = { png: PNG, fileName: 'voucher.png' };
    const document = { bytes: Buffer.from('a;b'), fileName: 'vendas.csv', mimeType: 'text/csv' };
    const text = message();
    expect(await rig.channel.send(text)).toEqual({ state: 'sent', providerId: rig.cloud.sent[0]?.id });
    await send({ picture });
    await send({ document, text: '' });
    const payloads = rig.cloud.sent.map(({ payload }) => payload);
    expect(payloads).toMatchObject([
      { type: 'text', to: ANA, text: { body: text.text }, biz_opaque_callback_data: text.id },
      { type: 'image', image: { id: '1000000', caption: text.text } },
      { type: 'document', document: { id: '1000001', filename: 'vendas.csv' } },
    ]);
    expect([...rig.cloud.uploads.values()]).toEqual([
      { bytes: PNG, mimeType: 'image/png' },
      { bytes: document.bytes, mimeType: 'text/csv' },
    ]);
  });

  it('wait when Meta is asked too much: nothing is asked again before its time, for as long as it takes', async () => {
    rig.cloud.faults.push({ status: 429, code: 130429, retryAfter: 60 });
    const waiting = message();
    const held = { state: 'held', reason: 'throttled', waitMs: 60_000 };
    expect(await rig.channel.send(waiting)).toEqual(held);
    const asked = rig.cloud.requests;
    expect(await send()).toEqual(held);
    expect(rig.cloud.requests).toBe(asked);
    for (let minute = 0; minute < 60; minute++) {
      test.clock.advance(60_000);
      rig.cloud.faults.push({ status: 429, code: 130429, retryAfter: 60 });
      expect(await rig.channel.send(waiting)).toEqual(held);
    }
    test.clock.advance(60_000);
    expect(await rig.channel.send(waiting)).toMatchObject({ state: 'sent' });
    expect(
      rig.cloud.sent.filter(({ payload }) => payload.biz_opaque_callback_data === waiting.id),
    ).toHaveLength(1);
  });

  it('wait in hand for the end of a short rest, whoever was refused for it first', async () => {
    rig.cloud.faults.push({ status: 429, code: 130429, retryAfter: 1 });
    const sending = [send(), send()];
    await untilSeen(
      'the rest',
      () => rig.channel.restsUntil?.() ?? null,
      (until) => until !== null,
    );
    test.clock.advance(1_000);
    expect(await Promise.all(sending)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('are held where a rest does not end in time, or the channel stops', async () => {
    const held = { state: 'held', reason: 'throttled', waitMs: 1_000 };
    rig.cloud.faults.push({ status: 429, code: 130429, retryAfter: 1 });
    // The clock stands still: for it the rest is never over.
    expect(await send()).toEqual(held);
    const waiting = send();
    await rig.channel.stop();
    expect(await waiting).toEqual(held);
  });

  it('ask once what has to be known of the chats of all that leave together', async () => {
    let looks = 0;
    const { db, clock, logger } = test;
    const counted = {
      ...db,
      asMerchant: <T>(...args: Parameters<typeof db.asMerchant<T>>) => {
        looks += 1;
        return db.asMerchant<T>(...args);
      },
    };
    const options = { db: counted, clock, logger, merchantId: rig.shop, baseUrl: rig.cloud.url };
    const channel = new CloudApiChannel(options);
    await channel.start({ message: async () => undefined, status: () => undefined } as never);
    looks = 0;
    const all = Array.from({ length: 20 }, () => channel.send(message()));
    expect(await Promise.all(all)).toHaveLength(20);
    expect(looks).toBe(1);
    await channel.stop();
  });

  it('leave no faster than Meta takes them of one number: eighty a second', async () => {
    await send();
    const began = performance.now();
    const all = await Promise.all(Array.from({ length: 40 }, () => send()));
    expect(all.every(({ state }) => state === 'sent')).toBe(true);
    // A timer may ring a millisecond early.
    expect(performance.now() - began).toBeGreaterThanOrEqual(39 * 12.5 - 2);
  });

  it('wait for one chat only where that is what Meta wants', async () => {
    refuseNext(131056);
    expect(await send()).toMatchObject({ state: 'held', reason: 'pair-rate' });
    expect(await send()).toMatchObject({ state: 'sent' });
  });

  it('fail for good, or are to be tried again, by Meta’s code', async () => {
    refuseNext(131026);
    expect(await send()).toEqual({ state: 'failed', reason: 'not-on-this-channel', retry: false });
    refuseNext(131049);
    expect(await send()).toEqual({ state: 'failed', reason: 'marketing-cap', retry: false });
    refuseNext(131016, 503);
    expect(await send()).toEqual({ state: 'failed', reason: 'provider-fault', retry: true });
  });

  it('are unknown when the answer is lost, and settled by the callback that names the row', async () => {
    const id = '7f0c1a52-8a55-4c0e-9a58-0d3c5a3f7f10';
    await test.db.asMerchant(rig.shop, (work) =>
      work.trx('outbox').insert({
        merchant_id: rig.shop,
        id,
        cause: 'test',
        template: 'reply',
        chat_id: CHAT,
        body: 'Oi',
        state: 'sending',
        priority: 0,
        due_at: new Date(START),
        created_at: new Date(START),
      }),
    );
    rig.cloud.faults.push({ status: 0, code: 0, isTaken: true });
    const lost = message({ id });
    expect(await rig.channel.send(lost)).toMatchObject({ state: 'unknown' });
    expect(await rig.channel.wasSent(lost)).toBeNull();
    const [taken] = rig.cloud.sent;
    if (taken === undefined) throw new Error('it was not taken');
    const row = () => test.db.asMerchant(rig.shop, (work) => work.trx('outbox').where({ id }).first());
    // In any order, with steps left out.
    await rig.cloud.tell(taken, 'read');
    await rig.cloud.tell(taken, 'sent');
    await rig.wake();
    expect(await row()).toMatchObject({ state: 'read', provider_id: taken.id });
  });

  it('that did not arrive say why', async () => {
    const id = '7f0c1a52-8a55-4c0e-9a58-0d3c5a3f7f11';
    const outcome = await send({ id });
    await test.db.asMerchant(rig.shop, (work) =>
      work.trx('outbox').insert({
        merchant_id: rig.shop,
        id,
        cause: 'test 2',
        template: 'reply',
        chat_id: CHAT,
        body: 'Oi',
        state: 'sent',
        provider_id: outcome.state === 'sent' ? outcome.providerId : '',
        priority: 0,
        due_at: new Date(START),
        created_at: new Date(START),
      }),
    );
    const taken = rig.cloud.sent.at(-1);
    if (taken === undefined) throw new Error('it was not taken');
    await rig.cloud.tell(taken, 'failed', { errors: [{ code: 131049, title: 'x' }] });
    await rig.wake();
    const row = await test.db.asMerchant(rig.shop, (work) => work.trx('outbox').where({ id }).first());
    expect(row).toMatchObject({ state: 'failed', reason: 'marketing-cap' });
  });

  it('stop when the token is refused, until another is entered', async () => {
    const { token } = rig.cloud;
    rig.cloud.token = 'another';
    expect(await send()).toMatchObject({ state: 'held', reason: 'token-refused' });
    expect(rig.statuses.at(-1)).toEqual({ state: 'down', problem: 'token-refused' });
    const asked = rig.cloud.requests;
    expect(await send()).toMatchObject({ state: 'held', reason: 'token-refused' });
    expect(rig.cloud.requests).toBe(asked);
    await rig.connect();
    await rig.wake();
    expect(rig.statuses.at(-1)).toEqual({ state: 'ready', number: '5511988880000' });
    expect(await send()).toMatchObject({ state: 'sent' });
    expect(rig.cloud.token).not.toBe(token);
  });

  it('a day after the person was heard go as the registered template, and not at all without one', async () => {
    test.clock.advance(25 * HOUR);
    const template = { kind: 'benefit-earned', lang: 'pt', values: { amount: '*R$ 5,00*' } } as const;
    expect(await send()).toEqual({ state: 'failed', reason: 'window-closed', retry: false });
    expect(await send({ template })).toEqual({ state: 'failed', reason: 'template-missing', retry: false });
    await test.db.asMerchant(rig.shop, (work) =>
      saveTemplate(work, {
        kind: 'benefit-earned',
        language: 'pt',
        name: 'smartbis_ganhou',
        code: 'pt_BR',
        variables: ['amount'],
        hasPicture: false,
      }),
    );
    expect(await send({ template })).toEqual({ state: 'failed', reason: 'template-missing', retry: false });
    rig.cloud.templates.set('smartbis_ganhou', { language: 'pt_BR', parameters: 1 });
    expect(await send({ template })).toMatchObject({ state: 'sent' });
    expect(rig.cloud.sent.at(-1)?.payload).toMatchObject({
      type: 'template',
      template: { name: 'smartbis_ganhou' },
    });
    const noValue = { ...template, values: {} };
    expect(await send({ template: noValue })).toMatchObject({ reason: 'template-does-not-fit' });
  });

  it('go as a template when Meta says that the day is over, whatever the clock here says', async () => {
    refuseNext(131047);
    expect(await send()).toEqual({ state: 'failed', reason: 'window-closed', retry: false });
  });

  it('go to nobody whose chat is not one of WhatsApp’s', async () => {
    expect(await send({ chatId: '123456789012345@lid' })).toMatchObject({ reason: 'not-on-this-channel' });
    expect(await rig.channel.chatOf('+5511988880001')).toBe(CHAT);
    expect(await rig.channel.chatOf('98888')).toBeNull();
  });

  it('wait while Meta cannot be reached', async () => {
    await rig.cloud.stop();
    // A request on a socket that is just being closed may have arrived: that is another case.
    const held = await untilSeen(
      'a request on a new socket',
      () => send(),
      ({ state }) => state === 'held',
    );
    expect(held).toEqual({ state: 'held', reason: 'channel-down', waitMs: 10_000 });
    rig.cloud.stop = async () => undefined;
  });
});

it('says what is missing until the keys are entered, and needs no restart then', async () => {
  await rig.start();
  expect(rig.statuses).toEqual([{ state: 'starting' }, { state: 'down', problem: 'no-account' }]);
  expect(await rig.channel.send(message())).toMatchObject({ state: 'held', reason: 'no-account' });
  await rig.connect();
  await rig.wake();
  expect(rig.statuses.at(-1)).toEqual({ state: 'ready', number: '5511988880000' });
});
