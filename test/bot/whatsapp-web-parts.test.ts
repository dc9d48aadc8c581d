import { tmpdir } from 'node:os';
import pino from 'pino';
import type { InboundMessage } from '../../src/bot/channel';
import { spareDisk } from '../../src/bot/channels/whatsapp-web/browser';
import { CatchUp } from '../../src/bot/channels/whatsapp-web/catch-up';
import { Inbox, type RawMessage } from '../../src/bot/channels/whatsapp-web/inbound';
import { MemoryWatch } from '../../src/bot/channels/whatsapp-web/memory';
import { DEFAULT_TIMINGS } from '../../src/bot/channels/whatsapp-web/timing';
import { Watchdog } from '../../src/bot/channels/whatsapp-web/watchdog';
import { ManualClock } from '../../src/clock';
import { until, untilSeen } from '../support/until';

const silent = pino({ level: 'silent' });
const ANA = '5511988880001@c.us';

describe('the inbox', () => {
  const message = (id: string, chatId = ANA, change: Partial<RawMessage> = {}): RawMessage => ({
    id: { fromMe: false, id, remote: chatId, _serialized: id },
    type: 'chat',
    body: id,
    t: 0,
    ...change,
  });

  function inbox(hand: (message: InboundMessage) => Promise<void>): { inbox: Inbox; settled: string[] } {
    const settled: string[] = [];
    const port = {
      hand,
      phoneOf: async (chatId: string) => (chatId.endsWith('@lid') ? '+5511988880003' : null),
      fetch: async ({ id }: RawMessage) =>
        id.id === 'gone'
          ? Promise.reject(new Error('expired'))
          : Buffer.alloc(id.id === 'huge' ? 5_000_001 : 3),
      settled: async (chatId: string) => void settled.push(chatId),
    };
    return { inbox: new Inbox(port, 1, silent), settled };
  }

  it('keeps the order of a chat through failures, and settles it once at the end', async () => {
    const stored: string[] = [];
    let faults = 3;
    const { inbox: box, settled } = inbox(async ({ id }) => {
      faults -= 1;
      if (faults >= 0) throw new Error('down');
      stored.push(id);
    });
    for (const id of ['1', '2', '3']) box.accept(message(id));
    box.accept(message('2'));
    await until('the chat to be settled', () => settled.length > 0);
    expect(stored).toEqual(['1', '2', '3']);
    expect(settled).toEqual([ANA]);
  });

  it('does not let one chat wait for another', async () => {
    const stored: string[] = [];
    const { inbox: box } = inbox(async ({ id, chatId }) => {
      if (chatId === ANA) await new Promise(() => undefined);
      stored.push(id);
    });
    box.accept(message('1'));
    box.accept(message('2', '5511988880002@c.us'));
    await until('the other chat’s message', () => stored.length > 0);
    expect(stored).toEqual(['2']);
  });

  it('asks for the phone behind a private id', async () => {
    const phones: (string | null)[] = [];
    const { inbox: box } = inbox(async ({ phone }) => void phones.push(phone));
    box.accept(message('1', '123456789012345@lid'));
    await until('the message', () => phones.length > 0);
    expect(phones).toEqual(['+5511988880003']);
  });

  it('hands over a picture with its bytes, fetched once, or with why there are none', async () => {
    const media: unknown[] = [];
    let faults = 2;
    const { inbox: box } = inbox(async (stored) => {
      faults -= 1;
      if (faults >= 0) throw new Error('down');
      media.push([stored.id, stored.media]);
    });
    const picture = (id: string, size = 3): RawMessage =>
      message(id, ANA, { type: 'image', mimetype: 'image/png', size });
    for (const raw of [
      picture('1'),
      picture('gone'),
      picture('2', 100_000_000),
      picture('huge'),
      message('3'),
    ])
      box.accept(raw);
    await untilSeen(
      'all five',
      () => media,
      ({ length }) => length === 5,
    );
    const missing = (why: string): object => ({ mimeType: 'image/png', missing: why });
    expect(media).toEqual([
      ['1', { mimeType: 'image/png', bytes: Buffer.alloc(3) }],
      ['gone', missing('unavailable')],
      ['2', missing('too-large')],
      ['huge', missing('too-large')],
      ['3', undefined],
    ]);
  });

  it('gives up retries when it stops, and leaves the chat unseen', async () => {
    let tries = 0;
    const { inbox: box, settled } = inbox(async () => {
      tries += 1;
      throw new Error('down');
    });
    box.accept(message('1'));
    await until('a try', () => tries > 0);
    await box.stop();
    box.accept(message('2'));
    expect(settled).toEqual([]);
  });
});

describe('catching up', () => {
  const raw = (id: string): RawMessage => ({
    id: { fromMe: false, id, remote: ANA, _serialized: id },
    type: 'chat',
    body: id,
    t: 0,
  });

  it('hands on what was missed before what comes meanwhile, then each as it comes', async () => {
    const handed: string[] = [];
    const catchUp = new CatchUp(({ id }) => void handed.push(id.id), silent);
    const asked: number[] = [];
    const page = {
      own: async (since: number) => {
        asked.push(since);
        return [raw('typed')];
      },
      unread: async (since: number) => {
        asked.push(since);
        catchUp.hear(raw('live'));
        return [raw('missed-1'), raw('missed-2')];
      },
    };
    catchUp.hear(raw('early'));
    expect(handed).toEqual([]);
    await catchUp.run(page, 100_000, 10_000);
    catchUp.hear(raw('later'));
    expect(handed).toEqual(['typed', 'missed-1', 'missed-2', 'early', 'live', 'later']);
    expect(asked).toEqual([100_000 - 12 * 3600, 10_000]);
    catchUp.hold();
    catchUp.hear(raw('offline'));
    expect(handed).toHaveLength(6);
  });

  it('goes on with what comes when the page cannot tell what was missed', async () => {
    const handed: string[] = [];
    const catchUp = new CatchUp(({ id }) => void handed.push(id.id), silent);
    catchUp.hear(raw('live'));
    const broken = async (): Promise<RawMessage[]> => Promise.reject(new Error('no page'));
    await catchUp.run({ own: broken, unread: broken }, 0, 0);
    catchUp.hear(raw('later'));
    expect(handed).toEqual(['live', 'later']);
  });
});

describe('the watchdog', () => {
  const timings = {
    ...DEFAULT_TIMINGS,
    probe: 20,
    syncGrace: 1000,
    attach: 4000,
    ready: 10_000,
    offline: 5000,
  };

  function watch(): {
    clock: ManualClock;
    said: string[];
    world: { state: string; hasSynced: boolean; ready: boolean; answers: boolean };
    look: () => Promise<void>;
    noticed: () => void;
  } {
    const clock = new ManualClock(0);
    const said: string[] = [];
    const world = { state: 'CONNECTED', hasSynced: true, ready: true, answers: true };
    const dog = new Watchdog(
      {
        probe: async () => {
          if (!world.answers) await new Promise(() => undefined);
          return { state: world.state, hasSynced: world.hasSynced };
        },
        isReady: () => world.ready,
        nudge: async () => void said.push('nudge'),
        refreshQr: async () => void said.push('refresh'),
        offline: (state) => void said.push(`offline ${state}`),
        frozen: () => void said.push('frozen'),
        lost: (reason) => void said.push(`lost: ${reason}`),
      },
      timings,
      clock,
    );
    return { clock, said, world, look: () => dog.look(), noticed: () => dog.noticed() };
  }

  it('says nothing of a healthy page, nor of one that waits to be linked', async () => {
    const { clock, said, world, look } = watch();
    await look();
    Object.assign(world, { state: 'UNPAIRED', ready: false });
    await look();
    clock.advance(3_600_000);
    await look();
    expect(said).toEqual([]);
  });

  it('calls a browser lost at the second miss in a row', async () => {
    const { said, world, look } = watch();
    world.answers = false;
    await look();
    world.answers = true;
    await look();
    world.answers = false;
    await look();
    expect(said).toEqual([]);
    await look();
    expect(said).toEqual(['frozen']);
  });

  it('is more patient with a page that is still loading', async () => {
    const { said, world, look } = watch();
    Object.assign(world, { ready: false, answers: false });
    for (let i = 0; i < 7; i++) await look();
    expect(said).toEqual([]);
    await look();
    expect(said).toEqual(['frozen']);
  });

  it('tells the library of a sync that it missed, and gives up one that never ends', async () => {
    const { clock, said, world, look } = watch();
    world.ready = false;
    await look();
    expect(said).toEqual([]);
    clock.advance(1000);
    await look();
    expect(said).toEqual(['nudge']);
    world.hasSynced = false;
    clock.advance(9001);
    await look();
    expect(said).toEqual(['nudge', 'lost: linked, but never became ready']);
  });

  it('leaves a library that has noticed the time to listen, and tells it again after that', async () => {
    const { clock, said, world, look, noticed } = watch();
    world.ready = false;
    await look();
    clock.advance(900);
    noticed();
    clock.advance(3999);
    await look();
    expect(said).toEqual([]);
    clock.advance(1);
    await look();
    expect(said).toEqual(['nudge']);
  });

  it('reports a lost connection once, its return once, and gives up a long one', async () => {
    const { clock, said, world, look } = watch();
    world.state = 'TIMEOUT';
    await look();
    await look();
    world.state = 'CONNECTED';
    await look();
    await look();
    expect(said).toEqual(['offline TIMEOUT', 'offline null']);
    world.state = 'CONFLICT';
    await look();
    clock.advance(5001);
    await look();
    expect(said.slice(2)).toEqual(['offline CONFLICT', 'lost: no connection to WhatsApp (CONFLICT)']);
  });

  it('renews the code of a page that has stopped to, and gives up a page whose link is gone', async () => {
    const { said, world, look } = watch();
    Object.assign(world, { state: 'UNPAIRED_IDLE', ready: false });
    await look();
    Object.assign(world, { ready: true });
    await look();
    expect(said).toEqual(['refresh', 'lost: the link is gone']);
  });
});

describe('the memory of a browser', () => {
  function weigh(readings: (number | null)[], quietFor = 0): { said: unknown[]; look: () => Promise<void> } {
    const said: unknown[] = [];
    const watch = new MemoryWatch(
      {
        memory: async () => readings.shift() ?? null,
        quietFor: () => quietFor,
        told: (megabytes) => void said.push(megabytes),
        renew: () => void said.push('renew'),
      },
      { weighEvery: 1000, quiet: 500, memoryMb: 600 },
    );
    return { said, look: () => watch.look() };
  }

  it('is told when it changes by a tenth, and not where the system does not say', async () => {
    const { said, look } = weigh([300e6, 310e6, null, 340e6]);
    for (let i = 0; i < 4; i++) await look();
    expect(said).toEqual([300, 340]);
  });

  it('is given back in a quiet minute, and at once when it is twice too much', async () => {
    const busy = weigh([601e6, 1201e6]);
    await busy.look();
    await busy.look();
    expect(busy.said).toEqual([601, 1201, 'renew']);
    const quiet = weigh([601e6], 500);
    await quiet.look();
    expect(quiet.said).toEqual([601, 'renew']);
  });
});

describe('the disk of the sessions', () => {
  it('is looked at before a browser writes on it', async () => {
    await expect(spareDisk(tmpdir(), async () => 199_000_000)).rejects.toThrow(
      'the disk of the WhatsApp sessions is full: 199 MB are free, 200 are needed',
    );
    await spareDisk(tmpdir(), async () => 200_000_000);
    await spareDisk(tmpdir());
  });
});
