import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import pino from 'pino';
import type { ChannelStatus } from '../../src/bot/channel';
import { createWhatsAppWebChannel } from '../../src/bot/channels/whatsapp-web';
import {
  browserArguments,
  BrowserMissing,
  findBrowser,
  linkedAt,
  releaseProfile,
  setLinkedAt,
} from '../../src/bot/channels/whatsapp-web/browser';
import { isPermanent, reasonOf } from '../../src/bot/channels/whatsapp-web/fault';
import {
  accountNames,
  isLid,
  isOwnMessageId,
  isPersonalChat,
  messageId,
  messageStem,
  phoneOfChat,
} from '../../src/bot/channels/whatsapp-web/ids';
import { toInbound, toTyped, type RawMessage } from '../../src/bot/channels/whatsapp-web/inbound';
import { systemClock } from '../../src/clock';

jest.mock('whatsapp-web.js', () => {
  throw new Error('the library was loaded');
});

const silent = pino({ level: 'silent' });

describe('ids', () => {
  it.each([
    ['5511988880001@c.us', '+5511988880001'],
    ['553188880002@c.us', '+5531988880002'],
    ['553133330002@c.us', '+553133330002'],
    ['5511988880001:12@s.whatsapp.net', '+5511988880001'],
    ['351912345678@c.us', '+351912345678'],
    ['123456789012345@lid', null],
    ['5511988880001-1600000000@g.us', null],
    ['status@broadcast', null],
    ['', null],
  ])('the phone of %s is %s', (chatId, phone) => {
    expect(phoneOfChat(chatId)).toBe(phone);
  });

  it.each([
    ['+5531988880002', ['5531988880002', '553188880002']],
    ['+553133330002', ['553133330002']],
    ['+351912345678', ['351912345678']],
    ['+55 31 98888-0002', []],
    ['123456789012345@lid', []],
  ])('the accounts of %s may be named %j', (phone, names) => {
    expect(accountNames(phone)).toEqual(names);
  });

  it('leads from every name of a mobile back to its phone', () => {
    const digits = fc.integer({ min: 60_000_000, max: 99_999_999 });
    const area = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(area, digits, ([tens, ones], number) => {
        const phone = `+55${tens}${ones}9${number}`;
        expect(accountNames(phone).map((name) => phoneOfChat(`${name}@c.us`))).toEqual([phone, phone]);
      }),
    );
  });

  it('tells people from groups, and private ids from phones', () => {
    const chats = [
      '5511988880001@c.us',
      '123456789012345@lid',
      '1-2@g.us',
      'status@broadcast',
      '1@newsletter',
    ];
    expect(chats.map(isPersonalChat)).toEqual([true, true, false, false, false]);
    expect(chats.map(isLid)).toEqual([false, true, false, false, false]);
  });

  it("gives each row ids of its own, of WhatsApp Web's form, one for each try", () => {
    expect(messageId('row-1', 0)).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(messageId('row-1', 0)).toBe(messageId('row-1', 0));
    expect(messageId('row-1', 255)).toBe(`${messageStem('row-1')}FF`);
    expect(messageStem('row-1')).not.toBe(messageStem('row-2'));
    expect(isOwnMessageId(messageId('row-1', 3))).toBe(true);
    expect(isOwnMessageId('3EB0C767D097E9A1F5C2AB')).toBe(false);
    expect(isOwnMessageId('3A1F5C2AB9D8E7F60123')).toBe(false);
  });
});

describe('a received message', () => {
  const text: RawMessage = {
    id: { fromMe: false, id: 'A1', remote: '553188880002@c.us', _serialized: 'false_553188880002@c.us_A1' },
    type: 'chat',
    body: 'saldo',
    t: 1_795_000_000,
    notifyName: ' Bia ',
  };
  const from = (remote: string): Partial<RawMessage> => ({ id: { ...text.id, remote } });

  it('keeps the chat id that came, and gives the phone as people know it', () => {
    expect(toInbound(text)).toEqual({
      id: 'false_553188880002@c.us_A1',
      chatId: '553188880002@c.us',
      phone: '+5531988880002',
      name: 'Bia',
      kind: 'text',
      text: 'saldo',
      at: 1_795_000_000_000,
    });
  });

  it.each<[string, Partial<RawMessage>, string, string]>([
    ['a picture', { type: 'image', body: 'dGh1bWI=', caption: 'nota' }, 'image', 'nota'],
    ['a picture without words', { type: 'image', body: 'dGh1bWI=' }, 'image', ''],
    ['a voice message', { type: 'ptt', body: '' }, 'audio', ''],
    ['a place, whose body is a thumbnail', { type: 'location' }, 'other', ''],
    ['a photo sent as a file', { type: 'document', mimetype: 'image/png', caption: 'x.png' }, 'image', ''],
    ['a file, whose caption is its name', { type: 'document', caption: 'nota.pdf' }, 'other', ''],
    ['a text without words', { body: '' }, 'text', ''],
  ])('of %s', (_what, change, kind, words) => {
    expect(toInbound({ ...text, ...change })).toMatchObject({ kind, text: words });
  });

  it.each<[string, Partial<RawMessage>]>([
    ['our own', { id: { ...text.id, fromMe: true } }],
    ['a group', from('5511988880001-1600000000@g.us')],
    ['a status', from('status@broadcast')],
    ['a status by its mark', { isStatusV3: true }],
    ['a newsletter', from('120363000000000000@newsletter')],
    ['forwarded', { isForwarded: true }],
    ['forwarded often', { forwardingScore: 5 }],
    ['sent to a list', { broadcast: true }],
    ['a notice of the system', { type: 'e2e_notification' }],
    ['taken back', { type: 'revoked' }],
  ])('is passed over when %s', (_what, change) => {
    expect(toInbound({ ...text, ...change })).toBeNull();
  });

  it('has no phone when its sender is known by a private id', () => {
    expect(toInbound({ ...text, ...from('123456789012345@lid') })).toMatchObject({ phone: null });
  });
});

describe("a message of the shop's number", () => {
  const typed: RawMessage = {
    id: {
      fromMe: true,
      id: '3A1F5C2AB9D8E7F60123',
      remote: '553188880002@c.us',
      _serialized: 'true_553188880002@c.us_3A1F',
    },
    type: 'chat',
    body: 'Oi, já te respondo',
    t: 1_795_000_000,
  };

  it("is a person's when this program did not send it", () => {
    expect(toTyped(typed)).toEqual({
      id: 'true_553188880002@c.us_3A1F',
      chatId: '553188880002@c.us',
      at: 1_795_000_000_000,
    });
    expect(toTyped({ ...typed, id: { ...typed.id, id: messageId('row-1', 0) } })).toBeNull();
  });

  it.each<[string, Partial<RawMessage>]>([
    ['a customer wrote it', { id: { ...typed.id, fromMe: false } }],
    ['it went to a group', { id: { ...typed.id, remote: '1-2@g.us' } }],
    ['it is a status', { isStatusV3: true }],
    ['it went to a list', { broadcast: true }],
    ['it is a notice of the system', { type: 'e2e_notification' }],
  ])("is nobody's when %s", (_why, change) => {
    expect(toTyped({ ...typed, ...change })).toBeNull();
  });
});

describe('a fault', () => {
  it('is told in one line, without digits that may be a phone', () => {
    expect(reasonOf(new Error('invalid wid 5511988880001@c.us\n    at f'))).toBe('invalid wid …@c.us');
    expect(reasonOf('auth timeout')).toBe('auth timeout');
  });

  it('is permanent only when the address is of no use', () => {
    const faults = ['No LID for user', 'wid error: invalid wid x', 'Target closed'];
    expect(faults.map((fault) => isPermanent(new Error(fault)))).toEqual([true, true, false]);
  });
});

describe('the browser', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'smartbis-browser-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('is the one that is named, or the first of the usual places', async () => {
    const chrome = join(dir, 'chrome');
    await writeFile(chrome, '', { mode: 0o755 });
    expect(await findBrowser(chrome, [])).toBe(chrome);
    expect(await findBrowser(undefined, [join(dir, 'other'), chrome])).toBe(chrome);
  });

  it('is asked for clearly when it is missing', async () => {
    const missing = join(dir, 'chrome');
    await expect(findBrowser(missing, [process.execPath])).rejects.toThrow(/CHROME_PATH names .*chrome/);
    await expect(findBrowser(undefined, [missing])).rejects.toThrow(BrowserMissing);
  });

  it('gives up its sandbox only as root', () => {
    expect(browserArguments(true, ['--x'])).toEqual(expect.arrayContaining(['--no-sandbox', '--x']));
    expect(browserArguments(false, ['--x'])).not.toContain('--no-sandbox');
  });

  it.each([
    ['a killed browser', `${hostname()}-2147483646`],
    ['a container that is gone', `other-host-${process.pid}`],
  ])('takes over the profile of %s', async (_whose, holder) => {
    await symlink(holder, join(dir, 'SingletonLock'));
    await writeFile(join(dir, 'SingletonCookie'), '');
    await releaseProfile(dir);
    expect(await readdir(dir)).toEqual([]);
  });

  it('leaves the profile to a living browser', async () => {
    await symlink(`${hostname()}-${process.pid}`, join(dir, 'SingletonLock'));
    await expect(releaseProfile(dir)).rejects.toThrow(/in use/);
    expect(await readdir(dir)).toEqual(['SingletonLock']);
  });

  it('remembers in the profile when it was linked', async () => {
    expect(await linkedAt(dir)).toBeNull();
    await setLinkedAt(dir, 1_795_000_000_000);
    expect(await linkedAt(dir)).toBe(1_795_000_000_000);
  });
});

describe('the channel without a browser', () => {
  it('says what is missing, goes on trying, and never loads the library', async () => {
    const statuses: ChannelStatus[] = [];
    const channel = createWhatsAppWebChannel({
      accountId: 'shop',
      dataDir: tmpdir(),
      chromePath: '/no/such/browser',
      logger: silent,
      clock: systemClock,
      timings: { retryFirst: 1, retryMost: 4 },
    });
    let seenTwice = (): void => undefined;
    const twice = new Promise<void>((resolve) => (seenTwice = resolve));
    await channel.start({
      message: async () => undefined,
      typed: async () => undefined,
      phoneOf: async () => null,
      delivery: async () => undefined,
      status: (status) => {
        statuses.push(status);
        if (statuses.length === 4) seenTwice();
      },
    });
    await twice;
    expect(await channel.send({ id: 'row-1', chatId: '5511988880001@c.us', text: 'Oi' })).toMatchObject({
      state: 'held',
    });
    await channel.typing('5511988880001@c.us');
    expect(await channel.wasSent({ id: 'row-1', chatId: '5511988880001@c.us', text: 'Oi' })).toBeNull();
    await expect(channel.chatOf('+5511988880001')).rejects.toThrow('not connected');
    await channel.stop();
    await channel.stop();
    const down = {
      state: 'down',
      problem: 'browser-missing',
      detail: expect.stringContaining('CHROME_PATH'),
    };
    expect(statuses.slice(0, 4)).toEqual([{ state: 'starting' }, down, { state: 'starting' }, down]);
  });
});
