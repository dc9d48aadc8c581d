import type { Logger } from 'pino';
import type { Clock } from '../../../clock';
import type {
  Channel,
  ChannelEvents,
  ChannelProblem,
  ChannelStatus,
  InboundMessage,
  OutboundMessage,
  SendOutcome,
  TypedMessage,
} from '../../channel';
import { browserArguments, BrowserMissing, DiskFull, findBrowser } from './browser';
import { isOffline, reasonOf } from './fault';
import { Inbox, toTyped } from './inbound';
import { deliveryState, NOT_CONNECTED } from './sending';
import type { Session } from './session';
import type { SessionEnd } from './session-options';
import { DEFAULT_TIMINGS, pause, within, type Timings } from './timing';

export interface WhatsAppWebOptions {
  /** Names the linked number among others; letters, digits, `_` and `-`. */
  accountId: string;
  /** Where the link is kept over restarts. One process may use an account of it at a time. */
  dataDir: string;
  /** The value of CHROME_PATH; without it the usual places are searched. */
  chromePath?: string | undefined;
  logger: Logger;
  clock: Clock;
  /** Further arguments for the browser. */
  puppeteerArgs?: readonly string[];
  timings?: Partial<Timings>;
  /** The phone (E.164) for which a code to link with is wanted; null where none is. */
  codeWantedFor?: () => Promise<string | null>;
  /** What a browser may take before it is replaced in a quiet minute, in megabytes. */
  memoryMb?: number;
}

const MEMORY_MB = 1_000;

/**
 * A shop's number on WhatsApp, by whatsapp-web.js in a headless browser. Faults of the browser, the library and the
 * connection are met by a fresh browser over the kept link, with growing pauses; only `stop` ends that.
 */
export function createWhatsAppWebChannel(options: WhatsAppWebOptions): Channel {
  return new WhatsAppWebChannel(options);
}

class WhatsAppWebChannel implements Channel {
  readonly kind = 'whatsapp-web';
  private readonly timings: Timings;
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private readonly sends = new Set<Promise<SendOutcome>>();
  private session: Session | null = null;
  private inbox: Inbox | null = null;
  private running: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(private readonly options: WhatsAppWebOptions) {
    this.timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.logger = options.logger.child({ channel: this.kind, account: options.accountId });
  }

  async start(events: ChannelEvents): Promise<void> {
    if (this.inbox !== null) throw new Error('this channel was started before');
    this.inbox = new Inbox(
      {
        hand: (message: InboundMessage) => events.message(message),
        phoneOf: async (chatId) =>
          (await events.phoneOf(chatId)) ?? (await this.session?.calls.phoneOf(chatId)) ?? null,
        fetch: (raw) =>
          this.session?.calls.mediaOf(raw) ?? Promise.reject(new Error('WhatsApp is not connected')),
        settled: (chatId) => this.markSeen(chatId),
      },
      this.timings.redeliver,
      this.logger,
    );
    this.running = this.run(events, this.inbox);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.sends);
    // What never becomes durable is still unread, and is found again.
    if (this.inbox !== null)
      await within(this.timings.close, 'storing', this.inbox.stop()).catch(() => undefined);
    await this.session?.close();
    await this.running;
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    if (this.session === null || this.stopping.signal.aborted) return NOT_CONNECTED;
    const sending = this.session
      .send(message)
      .catch((error: unknown): SendOutcome => ({ state: 'unknown', reason: reasonOf(error) }));
    this.sends.add(sending);
    const outcome = await sending;
    this.sends.delete(sending);
    if (outcome.state !== 'sent')
      this.logger.warn({ message: message.id, ...outcome }, 'a message was not sent');
    return outcome;
  }

  /** Rejects while the number is not linked: nobody can be asked. */
  async chatOf(phone: string): Promise<string | null> {
    if (!this.session?.wasReady) throw new Error('WhatsApp is not connected');
    return this.session.calls.chatOf(phone);
  }

  async wasSent(message: OutboundMessage): Promise<{ providerId: string } | false | null> {
    return (await this.session?.wasSent(message)) ?? null;
  }

  async typing(chatId: string): Promise<void> {
    await this.session?.calls.typing(chatId).catch(() => undefined);
  }

  async wake(): Promise<void> {
    await this.session?.wake();
  }

  private async markSeen(chatId: string): Promise<void> {
    await this.session?.calls
      .markSeen(chatId)
      .catch((error: unknown) =>
        this.logger.debug({ reason: reasonOf(error) }, 'a chat could not be marked as seen'),
      );
  }

  private noteTyped(events: ChannelEvents, typed: TypedMessage): void {
    events
      .typed(typed)
      .catch((error: unknown) =>
        this.logger.warn({ reason: reasonOf(error) }, "a person's message was not noted"),
      );
  }

  private async run(events: ChannelEvents, inbox: Inbox): Promise<void> {
    const tell = (status: ChannelStatus): void => {
      this.logger.info({ state: status.state, detail: status.detail }, 'WhatsApp');
      events.status(status);
    };
    while (!this.stopping.signal.aborted) {
      tell({ state: 'starting' });
      const end = await this.live(events, inbox, tell);
      if (this.stopping.signal.aborted) break;
      if (end.kind === 'logged-out') {
        tell({ state: 'logged-out', detail: end.reason, problem: 'logged-out' });
        continue;
      }
      if (end.kind === 'renewed') {
        this.logger.info({ reason: end.reason }, 'the browser is replaced');
        continue;
      }
      tell({ state: 'down', detail: end.reason, problem: end.problem ?? 'browser-fault' });
      const wait = Math.min(this.timings.retryFirst * 2 ** this.failures, this.timings.retryMost);
      this.failures += 1;
      await pause(wait, this.stopping.signal);
    }
  }

  /** One browser's life, to its very end. Never throws. */
  private async live(
    events: ChannelEvents,
    inbox: Inbox,
    status: (status: ChannelStatus) => void,
  ): Promise<SessionEnd> {
    try {
      const session = await this.open(events, inbox, status);
      this.session = session;
      let end: SessionEnd | null = null;
      try {
        if (!this.stopping.signal.aborted)
          end = await Promise.race([session.ended, session.start().then(() => session.ended)]);
      } finally {
        if (session.readyFor >= this.timings.steady) this.failures = 0;
        this.session = null;
        await session.close();
      }
      if (end?.kind === 'logged-out') await session.forget();
      return end ?? { kind: 'lost', reason: 'stopped' };
    } catch (error) {
      return { kind: 'lost', reason: reasonOf(error), problem: problemOf(error) };
    }
  }

  private async open(
    events: ChannelEvents,
    inbox: Inbox,
    status: (status: ChannelStatus) => void,
  ): Promise<Session> {
    const executablePath = await findBrowser(this.options.chromePath);
    // Loaded here: the library and puppeteer would cost every other role its start-up time and memory.
    const { Session: BrowserSession } = require('./session') as typeof import('./session');
    return new BrowserSession({
      ...this.options,
      executablePath,
      args: browserArguments(process.getuid?.() === 0, this.options.puppeteerArgs ?? []),
      timings: this.timings,
      codeWantedFor: this.options.codeWantedFor ?? (() => Promise.resolve(null)),
      memoryMb: this.options.memoryMb ?? MEMORY_MB,
      logger: this.logger,
      events: {
        status,
        message: (raw) => {
          inbox.accept(raw);
          const typed = toTyped(raw);
          if (typed !== null) this.noteTyped(events, typed);
        },
        acknowledged: (providerId, ack) => {
          const state = deliveryState(ack);
          if (state === undefined) return;
          events
            .delivery({ providerId, state })
            .catch((error: unknown) =>
              this.logger.warn({ reason: reasonOf(error) }, 'a delivery was not recorded'),
            );
        },
      },
    });
  }
}

function problemOf(error: unknown): ChannelProblem {
  if (error instanceof BrowserMissing) return 'browser-missing';
  if (error instanceof DiskFull) return 'disk-full';
  return isOffline(error) ? 'no-connection' : 'browser-fault';
}
