import { until } from '../support/until';
import { BROWSER, isAlive, Rig } from '../support/whatsapp-web-page/rig';

const ANA = '5511988880001@c.us';
const BIA = '5531988880002@c.us';

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
    const next = await until(
      'the next code',
      () => rig.statuses.find((status) => status.qr && status.qr !== qr),
      BROWSER,
    );
    expect(() => rig.whatsApp.scan(qr ?? '')).toThrow('the phone does not know this code');
    rig.whatsApp.scan(next.qr ?? '');
    await rig.status('ready');
    await rig.message(rig.whatsApp.receive({ chatId: BIA, body: 'saldo' }));
    expect(rig.messages.map(({ id }) => id)).not.toContain(old);
  });

  it('is linked by a code that is typed into the phone, where one is wanted', async () => {
    rig = await Rig.create();
    await rig.start();
    expect((await rig.status('linking')).code).toBeUndefined();
    rig.codeWantedFor = '+5511988880000';
    await rig.channel.wake?.();
    const { code, qr } = await until('the code', () => rig.statuses.find((status) => status.code));
    expect([code, qr]).toEqual([expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/), expect.any(String)]);
    rig.whatsApp.type(code ?? '');
    await rig.status('ready');
  });

  it('keeps its link over a restart, and finds what was written and sent meanwhile', async () => {
    rig = await Rig.linked();
    rig.whatsApp.know({ pn: ANA });
    const message = { id: 'row-1', chatId: ANA, text: 'Oi' };
    const outcome = await rig.channel.send(message);
    await rig.channel.stop();
    const written = ['saldo', 'cadê?', 'oi'].map((body) => rig.whatsApp.receive({ chatId: ANA, body }));
    const typed = rig.whatsApp.receive({ chatId: BIA, body: 'Pode vir!', fromMe: true });
    await rig.restart();
    await rig.status('ready');
    expect(rig.statuses.filter(({ state }) => state === 'linking')).toEqual([]);
    await rig.message(written.at(-1) ?? '');
    expect(rig.messages.map(({ id }) => id)).toEqual(written);
    expect(rig.typed.map(({ id }) => id)).toEqual([typed]);
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
    rig = await Rig.linked({ probe: 4_000, close: 1000 });
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
    expect(rig.statuses.filter(({ state }) => state === 'ready')).toEqual([
      { state: 'ready', number: '5511988880000' },
    ]);
  });

  it('replaces a browser that has grown, in a quiet moment, and tells what it takes', async () => {
    rig = await Rig.linked({ weighEvery: 300, quiet: 1000 }, 1);
    const before = await rig.browserPid();
    const { memoryMb = 0 } = await until(
      'its memory',
      () => rig.statuses.find((one) => one.memoryMb),
      BROWSER,
    );
    expect(memoryMb).toBeGreaterThan(50);
    await until('the next browser', () => rig.log.includes('the browser is replaced'), BROWSER);
    rig.forgetStatuses();
    await rig.status('ready');
    expect(rig.statuses.filter(({ state }) => state === 'linking' || state === 'down')).toEqual([]);
    expect(await rig.browserPid()).not.toBe(before);
  });

  it('gives up a page that does not come, leaves no browser behind, and tries again', async () => {
    rig = await Rig.create({ load: 2_000 });
    rig.whatsApp.behaviour.staysBlank = true;
    await rig.start();
    const first = await rig.browserPid();
    expect((await rig.status('down')).detail).toBe('auth timeout');
    expect(isAlive(first)).toBe(false);
    await until('another browser', async () => (await rig.browserPid()) !== first, BROWSER);
    rig.whatsApp.behaviour.staysBlank = false;
    await rig.restart({ load: 60_000 });
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
    const browser = await rig.browserPid();
    await Promise.all([rig.channel.stop(), rig.channel.stop()]);
    expect(isAlive(browser)).toBe(false);
    expect(await rig.channel.send({ id: 'row-1', chatId: ANA, text: 'Oi' })).toMatchObject({
      state: 'held',
    });
  });
});
