import { until } from '../support/until';
import { Rig } from '../support/whatsapp-web-page/rig';

const ANA = '5511988880001@c.us';
const BIA = '5531988880002@c.us';
/** Her account is older than the ninth digit. */
const BIA_ACCOUNT = '553188880002@c.us';
const LID = '123456789012345@lid';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('whatsapp-web.js in a browser, linked', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.linked();
    rig.whatsApp.know({ pn: ANA });
    rig.whatsApp.know({ pn: BIA_ACCOUNT });
    rig.whatsApp.know({ pn: '5511988880003@c.us', lid: LID });
  });
  afterAll(() => rig.close());
  afterEach(() => {
    rig.whatsApp.behaviour.acknowledges = 2;
  });

  it('receives a text with who wrote it, and marks the chat as seen once it is durable', async () => {
    let durable = (): void => undefined;
    const store = rig.store;
    rig.store = (message) =>
      new Promise((resolve) => {
        durable = resolve;
        void store(message);
      });
    const t = Math.floor(Date.now() / 1000);
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'saldo', notifyName: 'Ana', t });
    const message = await rig.message(id);
    expect(message).toEqual({
      id,
      chatId: ANA,
      phone: '+5511988880001',
      name: 'Ana',
      kind: 'text',
      text: 'saldo',
      at: t * 1000,
    });
    expect(rig.whatsApp.seen).toEqual([]);
    rig.store = store;
    durable();
    await until('the chat to be seen', () => rig.whatsApp.seen.includes(ANA));
  });

  it('hands a message again until it is durable', async () => {
    const store = rig.store;
    let tries = 0;
    rig.store = async (message) => {
      tries += 1;
      if (tries < 3) throw new Error('the database is down');
      await store(message);
    };
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'extrato' });
    await rig.message(id);
    rig.store = store;
    expect(tries).toBe(3);
  });

  it('knows pictures and audio, and passes over what carries no wish', async () => {
    const { whatsApp } = rig;
    const forwarded = whatsApp.receive({ chatId: ANA, body: 'sair', isForwarded: true });
    const group = whatsApp.receive({ chatId: '5511988880001-1600000000@g.us', body: 'saldo' });
    const status = whatsApp.receive({ chatId: 'status@broadcast', body: 'saldo' });
    const own = whatsApp.receive({ chatId: ANA, body: 'saldo', fromMe: true });
    const notice = whatsApp.receive({ chatId: ANA, body: 'x', type: 'e2e_notification' });
    const photo = { type: 'image', body: 'dGh1bWI=', caption: 'nota', directPath: '/v/1' };
    const picture = await rig.message(whatsApp.receive({ chatId: ANA, ...photo }));
    const audio = await rig.message(whatsApp.receive({ chatId: ANA, type: 'ptt', directPath: '/v/2' }));
    const place = await rig.message(whatsApp.receive({ chatId: ANA, type: 'location', body: 'dGh1bWI=' }));
    expect([picture.kind, picture.text]).toEqual(['image', 'nota']);
    expect([audio.kind, audio.text]).toEqual(['audio', '']);
    expect([place.kind, place.text]).toEqual(['other', '']);
    const ignored = [forwarded, group, status, own, notice];
    expect(rig.messages.filter(({ id }) => ignored.includes(id))).toEqual([]);
  });

  it('fetches a received picture, and says why where it does not', async () => {
    rig.whatsApp.media.set('/v/receipt', PNG);
    const photo = { chatId: ANA, type: 'image', mimetype: 'image/png', size: PNG.length };
    const got = await rig.message(rig.whatsApp.receive({ ...photo, directPath: '/v/receipt' }));
    const gone = await rig.message(rig.whatsApp.receive({ ...photo, directPath: '/v/expired' }));
    const huge = await rig.message(
      rig.whatsApp.receive({ ...photo, directPath: '/v/receipt', size: 100_000_000 }),
    );
    expect([got.media, gone.media, huge.media]).toEqual([
      { mimeType: 'image/png', bytes: PNG },
      { mimeType: 'image/png', missing: 'unavailable' },
      { mimeType: 'image/png', missing: 'too-large' },
    ]);
  });

  it('gives the phone behind a private id where WhatsApp says it, and none where it does not', async () => {
    const known = await rig.message(rig.whatsApp.receive({ chatId: LID, body: 'saldo' }));
    const unknown = await rig.message(rig.whatsApp.receive({ chatId: '999456789012345@lid', body: 'saldo' }));
    expect([known.chatId, known.phone]).toEqual([LID, '+5511988880003']);
    expect(unknown.phone).toBeNull();
    const asked = rig.whatsApp.lookUps.length;
    await rig.message(rig.whatsApp.receive({ chatId: LID, body: 'extrato' }));
    await rig.message(rig.whatsApp.receive({ chatId: '999456789012345@lid', body: 'extrato' }));
    expect(rig.whatsApp.lookUps).toHaveLength(asked);
  });

  it('sends a text, and tells how far it got', async () => {
    const outcome = await rig.channel.send({ id: 'row-1', chatId: ANA, text: 'Você tem *R$ 5,00*' });
    if (outcome.state !== 'sent') throw new Error(outcome.reason);
    const { providerId } = outcome;
    const sent = rig.whatsApp.sent.find(({ id }) => providerId.endsWith(id));
    expect(sent).toMatchObject({ chatId: ANA, type: 'chat', body: 'Você tem *R$ 5,00*' });
    if (sent) rig.whatsApp.acknowledge(sent, 3);
    await until('it to be read', () => rig.deliveries.find(({ state }) => state === 'read'));
    expect(rig.deliveries.filter((update) => update.providerId === providerId)).toEqual([
      { providerId, state: 'sent' },
      { providerId, state: 'delivered' },
      { providerId, state: 'read' },
    ]);
  });

  it('sends a picture with its caption, though its model carries an id of its own', async () => {
    expect(rig.whatsApp.behaviour.leaksModelId).toBe(true);
    const picture = { png: PNG, fileName: 'voucher.png' };
    const outcome = await rig.channel.send({ id: 'row-2', chatId: ANA, text: 'Seu voucher', picture });
    expect(outcome).toMatchObject({ state: 'sent' });
    const sent = rig.whatsApp.sent.at(-1);
    expect(sent).toMatchObject({ type: 'image', caption: 'Seu voucher' });
    expect(rig.whatsApp.media.get(sent?.directPath ?? '')).toEqual(PNG);
  });

  it('sends a document with its name and caption', async () => {
    const document = { bytes: Buffer.from('data;valor\n'), fileName: 'vendas.csv', mimeType: 'text/csv' };
    const outcome = await rig.channel.send({ id: 'row-8', chatId: ANA, text: 'Suas vendas', document });
    expect(outcome).toMatchObject({ state: 'sent' });
    const sent = rig.whatsApp.sent.at(-1);
    expect(sent).toMatchObject({ type: 'document', caption: 'Suas vendas' });
    expect(rig.whatsApp.media.get(sent?.directPath ?? '')).toEqual(document.bytes);
  });

  it('shows that it is typing', async () => {
    await rig.channel.typing(ANA);
    expect(rig.whatsApp.typing).toEqual([ANA]);
  });

  it("tells what a person wrote on the shop's phone from what it sent itself", async () => {
    await rig.channel.send({ id: 'row-9', chatId: ANA, text: 'Oi' });
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'Já te atendo', fromMe: true });
    const typed = await until('the message of a person', () => rig.typed.find((one) => one.id === id));
    expect(typed.chatId).toBe(ANA);
    expect(rig.typed.filter((one) => one.chatId === ANA).map((one) => one.id)).toEqual(
      expect.arrayContaining([id]),
    );
    expect(rig.typed.filter((one) => rig.whatsApp.sent.some((sent) => one.id.endsWith(sent.id)))).toEqual([]);
  });

  it('never takes for sent what the server has not acknowledged', async () => {
    rig.whatsApp.behaviour.acknowledges = 0;
    const message = { id: 'row-3', chatId: ANA, text: 'Oi' };
    expect(await rig.channel.send(message)).toMatchObject({ state: 'unknown' });
    expect(await rig.channel.wasSent(message)).toBeNull();
    const [pending] = rig.whatsApp.sent.slice(-1);
    if (pending) rig.whatsApp.acknowledge(pending, 1);
    await until('the acknowledgement', () =>
      rig.deliveries.find((update) => update.providerId.endsWith(pending?.id ?? '')),
    );
    expect(await rig.channel.wasSent(message)).toEqual({ providerId: `true_${ANA}_${pending?.id}` });
  });

  it('says that a refused message failed, and sends it again under another id', async () => {
    rig.whatsApp.behaviour.acknowledges = -1;
    const message = { id: 'row-4', chatId: ANA, text: 'Oi' };
    expect(await rig.channel.send(message)).toMatchObject({ state: 'failed', retry: true });
    expect(await rig.channel.wasSent(message)).toBe(false);
    rig.whatsApp.behaviour.acknowledges = 2;
    expect(await rig.channel.send(message)).toMatchObject({ state: 'sent' });
    const [refused, sent] = rig.whatsApp.sent.slice(-2);
    expect(refused?.id).not.toBe(sent?.id);
  });

  it('sends a row once, however often it is asked to', async () => {
    const message = { id: 'row-5', chatId: ANA, text: 'Oi' };
    const before = rig.whatsApp.sent.length;
    const outcomes = await Promise.all([1, 2, 3].map(() => rig.channel.send(message)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(rig.whatsApp.sent.length).toBe(before + 1);
    expect(await rig.channel.wasSent({ ...message, id: 'row-6' })).toBe(false);
  });

  it('finds the account of a phone with or without the ninth digit, and says when there is none', async () => {
    expect(await rig.channel.chatOf('+5511988880001')).toBe(ANA);
    expect(await rig.channel.chatOf('+5531988880002')).toBe(BIA_ACCOUNT);
    expect(await rig.channel.chatOf('+5511988880009')).toBeNull();
    expect(await rig.channel.send({ id: 'row-7', chatId: BIA, text: 'Oi' })).toEqual({
      state: 'failed',
      reason: 'No LID for user …@c.us',
      retry: false,
    });
  });

  it('comes back after its connection was lost, with what was written meanwhile', async () => {
    rig.forgetStatuses();
    rig.whatsApp.dropConnections();
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'oi?' });
    expect((await rig.status('down')).detail).toContain('TIMEOUT');
    rig.whatsApp.comeBack();
    await rig.status('ready');
    expect((await rig.message(id)).text).toBe('oi?');
  });

  it('is linked by one code, and writes neither phones nor words nor codes to its log', async () => {
    expect(rig.log).toContain('"state":"ready"');
    expect(rig.log).not.toMatch(/8888000|saldo|Você|voucher|adv/);
  });
});
