import { isAlive, Rig, until } from '../support/whatsapp-web-page/rig';

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
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'saldo', notifyName: 'Ana', t: 1_795_000_000 });
    const message = await rig.message(id);
    expect(message).toEqual({
      id,
      chatId: ANA,
      phone: '+5511988880001',
      name: 'Ana',
      kind: 'text',
      text: 'saldo',
      at: 1_795_000_000_000,
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

  it('gives the phone behind a private id where WhatsApp says it, and none where it does not', async () => {
    const known = await rig.message(rig.whatsApp.receive({ chatId: LID, body: 'saldo' }));
    const unknown = await rig.message(rig.whatsApp.receive({ chatId: '999456789012345@lid', body: 'saldo' }));
    expect([known.chatId, known.phone]).toEqual([LID, '+5511988880003']);
    expect(unknown.phone).toBeNull();
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
      reason: 'No LID for user',
      retry: false,
    });
  });

  it('comes back after its connection was lost, with what was written meanwhile', async () => {
    rig.forgetStatuses();
    rig.whatsApp.dropConnections();
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'oi?' });
    expect((await rig.status('down')).detail).toContain('TIMEOUT');
    await rig.status('ready');
    expect((await rig.message(id)).text).toBe('oi?');
  });

  it('is linked by one code, and writes neither phones nor words nor codes to its log', async () => {
    expect(rig.log).toContain('"state":"ready"');
    expect(rig.log).not.toMatch(/8888000|saldo|Você|voucher|adv/);
  });
});

describe('whatsapp-web.js in a browser, over its life', () => {
  let rig: Rig;
  /** Outside of a test runner each of them would end the process. */
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeAll(() => process.on('unhandledRejection', note));
  afterAll(() => process.off('unhandledRejection', note));
  afterEach(async () => {
    await rig.close();
    const [first] = unhandled.splice(0);
    if (first !== undefined) throw first;
  });

  it('shows the next code when one expires, and answers nothing that was written before the link', async () => {
    rig = await Rig.create();
    const hourAgo = Math.floor(Date.now() / 1000) - 3600;
    const old = rig.whatsApp.receive({ chatId: ANA, body: 'bom dia', t: hourAgo });
    await rig.start();
    const { qr } = await rig.status('linking');
    rig.whatsApp.renewCode();
    const next = await until('the next code', () =>
      rig.statuses.find((status) => status.qr && status.qr !== qr),
    );
    expect(() => rig.whatsApp.scan(qr ?? '')).toThrow('the phone does not know this code');
    rig.whatsApp.scan(next.qr ?? '');
    await rig.status('ready');
    await rig.message(rig.whatsApp.receive({ chatId: BIA, body: 'saldo' }));
    expect(rig.messages.map(({ id }) => id)).not.toContain(old);
  });

  it('keeps its link over a restart, and finds what was written and sent meanwhile', async () => {
    rig = await Rig.linked();
    rig.whatsApp.know({ pn: ANA });
    const message = { id: 'row-1', chatId: ANA, text: 'Oi' };
    const outcome = await rig.channel.send(message);
    await rig.channel.stop();
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'saldo' });
    await rig.restart();
    await rig.status('ready');
    expect(rig.statuses.filter(({ state }) => state === 'linking')).toEqual([]);
    expect((await rig.message(id)).text).toBe('saldo');
    expect(await rig.channel.wasSent(message)).toEqual({
      providerId: outcome.state === 'sent' && outcome.providerId,
    });
  });

  it.each([
    ['killed', async () => process.kill(await rig.browserPid(), 'SIGKILL')],
    ['frozen', async () => process.kill(await rig.browserPid(), 'SIGSTOP')],
    [
      'without its page',
      async () => (await rig.rendererPids()).forEach((pid) => process.kill(pid, 'SIGKILL')),
    ],
  ])('starts a browser that is %s anew, over the same link', async (_how, harm) => {
    rig = await Rig.linked({ probe: 1000, close: 1000 });
    const before = await rig.browserPid();
    rig.forgetStatuses();
    await harm();
    await rig.status('down');
    await rig.status('ready');
    expect(rig.statuses.filter(({ state }) => state === 'linking')).toEqual([]);
    expect(await rig.browserPid()).not.toBe(before);
    expect(isAlive(before)).toBe(false);
  });

  it('becomes ready when the page was in sync before the library listened', async () => {
    rig = await Rig.linked();
    rig.whatsApp.behaviour.syncsEarly = true;
    await rig.restart();
    await rig.status('ready');
    await rig.message(rig.whatsApp.receive({ chatId: ANA, body: 'saldo' }));
  });

  it('becomes ready once, however often the library says so', async () => {
    rig = await Rig.linked();
    rig.whatsApp.behaviour.syncsTwice = true;
    await rig.restart();
    await rig.status('ready');
    const id = rig.whatsApp.receive({ chatId: ANA, body: 'saldo' });
    await rig.message(id);
    expect(rig.statuses.filter(({ state }) => state === 'ready')).toHaveLength(1);
  });

  it('gives up a page that does not come, leaves no browser behind, and tries again', async () => {
    rig = await Rig.create({ load: 1000 });
    rig.whatsApp.behaviour.staysBlank = true;
    await rig.start();
    const first = await firstBrowser(rig);
    expect((await rig.status('down')).detail).toBe('auth timeout');
    expect(isAlive(first)).toBe(false);
    rig.whatsApp.behaviour.staysBlank = false;
    await rig.link();
  });

  it('asks to be linked again after a logout on the phone, and keeps that link', async () => {
    rig = await Rig.linked();
    rig.forgetStatuses();
    rig.whatsApp.logOut();
    await rig.status('logged-out');
    await rig.link();
    await rig.restart();
    await rig.status('ready');
    expect(rig.statuses.filter(({ state }) => state === 'linking')).toEqual([]);
  });

  it('can be stopped while it starts, twice, and leaves no browser behind', async () => {
    rig = await Rig.create();
    await rig.start();
    const browser = await firstBrowser(rig);
    await Promise.all([rig.channel.stop(), rig.channel.stop()]);
    expect(isAlive(browser)).toBe(false);
    expect(await rig.channel.send({ id: 'row-1', chatId: ANA, text: 'Oi' })).toMatchObject({
      state: 'failed',
    });
  });
});

async function firstBrowser(rig: Rig): Promise<number> {
  for (;;) {
    const pid = await rig.browserPid().catch(() => null);
    if (pid !== null) return pid;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
