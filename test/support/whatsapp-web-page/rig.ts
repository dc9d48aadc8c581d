import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type {
  Channel,
  ChannelStatus,
  DeliveryUpdate,
  InboundMessage,
  TypedMessage,
} from '../../../src/bot/channel';
import { createWhatsAppWebChannel } from '../../../src/bot/channels/whatsapp-web';
import type { Timings } from '../../../src/bot/channels/whatsapp-web/timing';
import { systemClock } from '../../../src/clock';
import { SimulatedWhatsApp } from './server';

const PATIENCE_MS = 120_000;
const ACCOUNT = 'shop';

/** Patient enough for a busy machine, and quick in what a test waits for. */
const QUICK: Partial<Timings> = {
  probeEvery: 200,
  syncGrace: 400,
  ack: 8_000,
  retryFirst: 100,
  redeliver: 50,
};

/** Resolves with what `look` finds, once it finds something. */
export async function until<T>(what: string, look: () => T | undefined | false | null): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** A channel in a real browser over the simulated WhatsApp, and all that it said. */
export class Rig {
  statuses: ChannelStatus[] = [];
  readonly messages: InboundMessage[] = [];
  readonly deliveries: DeliveryUpdate[] = [];
  readonly typed: TypedMessage[] = [];
  /** Written by the channel; must name no phone and no text. */
  log = '';
  channel: Channel;
  /** For which a code to link with is wanted. */
  codeWantedFor: string | null = null;
  /** Makes a received message durable. */
  store: (message: InboundMessage) => Promise<void> = async (message) => {
    this.messages.push(message);
  };

  private constructor(
    readonly whatsApp: SimulatedWhatsApp,
    private readonly dataDir: string,
    private readonly timings: Partial<Timings>,
    private readonly memoryMb?: number,
  ) {
    this.channel = this.create();
  }

  /** Not started yet. */
  static async create(timings: Partial<Timings> = {}, memoryMb?: number): Promise<Rig> {
    const dataDir = await mkdtemp(join(tmpdir(), 'smartbis-whatsapp-'));
    return new Rig(await SimulatedWhatsApp.start(), dataDir, { ...QUICK, ...timings }, memoryMb);
  }

  /** Started and linked by its first code. */
  static async linked(timings: Partial<Timings> = {}, memoryMb?: number): Promise<Rig> {
    const rig = await Rig.create(timings, memoryMb);
    await rig.start();
    await rig.link();
    return rig;
  }

  start(): Promise<void> {
    return this.channel.start({
      message: (message) => this.store(message),
      typed: async (message) => void this.typed.push(message),
      phoneOf: async (chatId) => this.messages.find((known) => known.chatId === chatId)?.phone ?? null,
      delivery: async (update) => void this.deliveries.push(update),
      status: (status) => void this.statuses.push(status),
    });
  }

  async link(): Promise<void> {
    this.whatsApp.scan((await this.status('linking')).qr ?? '');
    await this.status('ready');
  }

  /** As when the program is stopped and started again: another channel over the same data. */
  async restart(): Promise<void> {
    await this.channel.stop();
    this.statuses = [];
    this.channel = this.create();
    await this.start();
  }

  async close(): Promise<void> {
    await this.channel.stop();
    await this.whatsApp.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** The first status of that state since `forgetStatuses`, or the start. */
  status(state: ChannelStatus['state']): Promise<ChannelStatus> {
    return until(`the status ${state}`, () => this.statuses.find((status) => status.state === state));
  }

  forgetStatuses(): void {
    this.statuses = [];
  }

  message(id: string): Promise<InboundMessage> {
    return until('a message', () => this.messages.find((message) => message.id === id));
  }

  browserPid(): Promise<number> {
    return browserPid(join(this.dataDir, `session-${ACCOUNT}`));
  }

  /** The processes that hold pages: of the browser's process group, on Linux. */
  async rendererPids(): Promise<number[]> {
    const browser = await this.browserPid();
    const found: number[] = [];
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const [command = '', stat = ''] = await Promise.all(
        ['cmdline', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      );
      const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      if (group === browser && command.includes('--type=renderer')) found.push(Number(pid));
    }
    return found;
  }

  private create(): Channel {
    const write = (line: string): void => {
      this.log += line;
    };
    return createWhatsAppWebChannel({
      accountId: ACCOUNT,
      dataDir: this.dataDir,
      chromePath: process.env['CHROME_PATH'],
      logger: pino({ level: 'trace' }, { write }),
      clock: systemClock,
      puppeteerArgs: this.whatsApp.browserArguments,
      codeWantedFor: async () => this.codeWantedFor,
      timings: this.timings,
      ...(this.memoryMb === undefined ? {} : { memoryMb: this.memoryMb }),
    });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The process of the browser over a profile; Chromium names it in the claim on its profile. */
export async function browserPid(profile: string): Promise<number> {
  const claim = await readlink(join(profile, 'SingletonLock'));
  return Number(/-(\d+)$/.exec(claim)?.[1]);
}
