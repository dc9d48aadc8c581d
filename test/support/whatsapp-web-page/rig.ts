import { chmod, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { requiredService } from '../services';
import { until } from '../until';

/** A browser that starts on a busy machine takes its time. */
export const BROWSER = { seconds: 180 };
const ACCOUNT = 'shop';

/** Patient enough for a busy machine, and quick in what a test waits for. */
const QUICK: Partial<Timings> = {
  probeEvery: 200,
  probe: 30_000,
  call: 60_000,
  syncGrace: 400,
  ack: 8_000,
  retryFirst: 100,
  redeliver: 50,
};

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

  /** As when the program is stopped and started again: another channel over the same data, with these times if any. */
  async restart(timings: Partial<Timings> = {}): Promise<void> {
    await this.channel.stop();
    Object.assign(this.timings, timings);
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
    return until(
      `the status ${state}`,
      () => this.statuses.find((status) => status.state === state),
      BROWSER,
    );
  }

  forgetStatuses(): void {
    this.statuses = [];
  }

  message(id: string): Promise<InboundMessage> {
    return until('a message', () => this.messages.find((message) => message.id === id), BROWSER);
  }

  /** Of the browser that runs, or of the next as soon as it does. */
  browserPid(): Promise<number> {
    const profile = join(this.dataDir, `session-${ACCOUNT}`);
    return until('a browser', () => browserPid(profile).catch(() => null), BROWSER);
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

/** The browser as the product finds it, by a file in that folder: the real one, for which WhatsApp's name leads to the simulated page. */
export async function browserFor(simulated: SimulatedWhatsApp, folder: string): Promise<string> {
  const path = join(folder, 'browser');
  const quoted = simulated.browserArguments.map((argument) => `'${argument}'`).join(' ');
  await writeFile(path, `#!/bin/sh\nexec '${requiredService('CHROME_PATH')}' ${quoted} "$@"\n`);
  await chmod(path, 0o755);
  return path;
}
