import type { Message } from 'whatsapp-web.js';
import type { ChannelProblem, ChannelStatus, OutboundMessage, SendOutcome } from '../../channel';
import { closeBrowser, createClient, type Client } from './client';
import { reasonOf } from './fault';
import { serialized } from './ids';
import type { RawMessage } from './inbound';
import { Calls } from './calls';
import { deleteProfile, linkedAt, profileOf, releaseProfile, setLinkedAt, spareDisk } from './browser';
import { CatchUp } from './catch-up';
import { Linking } from './linking';
import { memoryOf, MemoryWatch } from './memory';
import { Acks, NOT_CONNECTED, Sender } from './sending';
import type { SessionEnd, SessionOptions } from './session-options';
import { within } from './timing';
import { Watchdog } from './watchdog';

/** One life of a browser with WhatsApp Web in it: from its launch until it is lost, logged out or closed. */
export class Session {
  /** Settles once, at the first sign that this browser is of no more use. */
  readonly ended: Promise<SessionEnd>;
  private settle!: (end: SessionEnd) => void;
  /** What can be asked of WhatsApp Web. */
  readonly calls: Calls;
  private readonly client: Client;
  private readonly profile: string;
  private readonly acks = new Acks();
  private readonly watchdog: Watchdog;
  private readonly catchUp: CatchUp;
  private readonly memory: MemoryWatch;
  private readonly linking: Linking;
  private sender: Sender | null = null;
  private readySince: number | null = null;
  private number: string | null = null;
  private offlineState: string | null = null;
  private linkedNow = false;
  private activeAt: number;
  private isFrozen = false;
  private preparing = Promise.resolve();
  private starting: Promise<unknown> = Promise.resolve();
  /** What it says from then on is no longer the channel's state: a dying page still shows codes to scan. */
  private over = false;

  constructor(private readonly options: SessionOptions) {
    this.activeAt = options.clock.now();
    this.ended = new Promise((resolve) => (this.settle = resolve));
    this.profile = profileOf(options.dataDir, options.accountId);
    const lost = (reason: string, problem: ChannelProblem = 'browser-fault'): void =>
      this.end({ kind: 'lost', reason, problem });
    this.client = createClient({ ...options, loadMs: options.timings.load, onFault: lost });
    this.calls = new Calls(this.client, options.timings);
    this.catchUp = new CatchUp((raw) => options.events.message(raw), options.logger);
    const tell = (status: ChannelStatus): void => this.tell(status);
    this.linking = new Linking(this.calls, options.codeWantedFor, tell, options.logger);
    this.watchdog = new Watchdog(
      {
        probe: () => this.calls.state(),
        isReady: () => this.wasReady,
        nudge: () => this.calls.tellSynced(),
        refreshQr: () => {
          this.linking.onRenewed();
          return this.calls.refreshQr();
        },
        offline: (state) => this.onConnection(state),
        frozen: () => {
          this.isFrozen = true;
          lost('the browser does not answer');
        },
        lost,
      },
      options.timings,
      options.clock,
    );
    this.memory = new MemoryWatch(
      {
        memory: async () => memoryOf(this.client.pupBrowser?.process()?.pid ?? 0),
        quietFor: () => options.clock.now() - this.activeAt,
        told: (memoryMb) => {
          if (this.sender !== null && this.offlineState === null) this.tellReady({ memoryMb });
        },
        renew: (reason) => this.end({ kind: 'renewed', reason }),
      },
      { ...options.timings, memoryMb: options.memoryMb },
    );
  }

  /** Whether it has been linked and in sync, whatever became of it since. */
  get wasReady(): boolean {
    return this.readySince !== null;
  }

  /** In milliseconds. */
  get readyFor(): number {
    return this.readySince === null ? 0 : this.options.clock.now() - this.readySince;
  }

  /** Resolves when the page listens, linked or asking to be; rejects when it does not come up in time. */
  async start(): Promise<void> {
    await releaseProfile(this.profile);
    await spareDisk(this.options.dataDir);
    this.listen();
    this.starting = this.client.initialize();
    await within(this.options.timings.start, 'starting WhatsApp Web', this.starting);
    void this.watchdog.run();
    void this.memory.run();
  }

  /** Something may be wanted of it that was not before. */
  async wake(): Promise<void> {
    if (!this.wasReady && !this.over) await this.linking.offerCode();
  }

  async close(): Promise<void> {
    this.end({ kind: 'lost', reason: 'closed' });
    this.watchdog.stop();
    this.memory.stop();
    this.acks.close();
    // One that does not answer cannot be asked to end.
    const close = this.isFrozen ? 0 : this.options.timings.close;
    await closeBrowser(this.client, close);
    // A start that was given up may still bring a browser, and no other may have the profile until it is gone.
    await within(close, 'the start', this.starting).catch(() => undefined);
    await closeBrowser(this.client, close);
  }

  /** Forgets the link; only for a closed session. */
  forget(): Promise<void> {
    return deleteProfile(this.profile);
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    if (this.sender === null || this.offlineState !== null || this.over) return NOT_CONNECTED;
    this.activeAt = this.options.clock.now();
    return this.sender.send(message);
  }

  async wasSent(message: OutboundMessage): Promise<{ providerId: string } | false | null> {
    return this.sender === null || this.over ? null : this.sender.wasSent(message);
  }

  private end(end: SessionEnd): void {
    this.over = true;
    this.settle(end);
  }

  private tell(status: ChannelStatus): void {
    if (!this.over) this.options.events.status(status);
  }

  private tellReady(more: Pick<ChannelStatus, 'memoryMb'> = {}): void {
    this.tell({ state: 'ready', ...(this.number === null ? {} : { number: this.number }), ...more });
  }

  private listen(): void {
    const { events } = this.options;
    this.client.on('qr', (qr: string) => {
      // A page that was linked is not linked again: it ends, and a fresh one asks.
      if (this.wasReady) return;
      this.linkedNow = true;
      void this.linking.onQr(qr);
    });
    this.client.on('code', (code: string) => {
      if (!this.wasReady) this.linking.onCode(code);
    });
    this.client.on('authenticated', () => {
      this.watchdog.noticed();
      if (this.sender === null) this.tell({ state: 'starting', detail: 'linked, loading the conversations' });
    });
    // Comes again after every reload and at every loss of sync.
    this.client.on('ready', () => this.onSynced());
    this.client.on('message_create', (message: Message) => {
      this.activeAt = this.options.clock.now();
      this.catchUp.hear(message.rawData as RawMessage);
    });
    this.client.on('message_ack', ({ id }: Message, ack: number) => {
      if (!id.fromMe) return;
      this.acks.note(serialized(id), ack);
      events.acknowledged(serialized(id), ack);
    });
    this.client.on('disconnected', (reason: string) =>
      this.end({
        kind: reason === 'LOGOUT' ? 'logged-out' : 'lost',
        reason: `WhatsApp Web ended it: ${reason}`,
      }),
    );
    this.client.on('change_state', () => void this.watchdog.look());
  }

  /** May be called any number of times: each readies the page anew, one after another. */
  private onSynced(): void {
    this.preparing = this.preparing
      .then(() => this.becomeReady())
      .catch((error: unknown) => this.end({ kind: 'lost', reason: reasonOf(error) }));
  }

  private async becomeReady(): Promise<void> {
    if (this.over) return;
    await this.calls.mendLibrary();
    const since = await this.linkedSince();
    if (this.sender === null) {
      this.sender = new Sender(this.calls, this.acks, this.options.timings);
      this.readySince = this.options.clock.now();
      // It serves without, too.
      this.number = await this.calls.number().catch(() => null);
      if (this.offlineState === null) this.tellReady();
    }
    const now = this.options.clock.now();
    const from = Math.max(since, now - this.options.timings.sweepAge);
    await this.catchUp.run(this.calls, Math.floor(now / 1000), Math.floor(from / 1000));
  }

  /** What people wrote before the link was made was not for the program. */
  private async linkedSince(): Promise<number> {
    const known = this.linkedNow ? null : await linkedAt(this.profile);
    if (known !== null) return known;
    const now = this.options.clock.now();
    await setLinkedAt(this.profile, now);
    this.linkedNow = false;
    return now;
  }

  private onConnection(lostState: string | null): void {
    this.offlineState = lostState;
    if (this.sender === null) return;
    if (lostState !== null) {
      this.catchUp.hold();
      const detail = `WhatsApp Web has lost its connection (${lostState})`;
      this.tell({ state: 'down', detail, problem: 'no-connection' });
      return;
    }
    this.tellReady();
    this.onSynced();
  }
}
