import type { Clock } from '../../../clock';
import type { Database } from '../../../db';
import type { Instant } from '../../../loyalty';
import type { Logger } from '../../../telemetry';
import type { Channel, ChannelEvents, ChannelProblem, OutboundMessage, SendOutcome } from '../../channel';
import { loadAccount } from './account';
import { chatOfAccount } from './parse';
import { Graph } from './graph';
import { Reader } from './reading';
import { Sender } from './sending';
import { latestHeard } from './rows';

export interface CloudApiOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  merchantId: number;
  /** With the version, such as https://graph.facebook.com/v23.0. */
  baseUrl: string;
  /** Between two looks at the account while something is wrong with it, in milliseconds. */
  lookEveryMs?: number;
}

const LOOK_EVERY_MS = 30_000;

/** The account as it was last loaded, and what serves by it. */
interface Service {
  graph: Graph;
  sender: Sender;
  reader: Reader;
  /** By which a change of the account is noticed. */
  key: string;
  /** In the digits of its E.164 form; null until Meta has said it. */
  number: string | null;
}

/** A shop's number over Meta's Cloud API. Callbacks are rows (callbacks.ts); this reads them, in order, and sends. */
export class CloudApiChannel implements Channel {
  readonly kind = 'cloud-api';
  private readonly logger: Logger;
  private events: ChannelEvents | null = null;
  private service: Service | null = null;
  private problem: ChannelProblem | null = 'no-account';
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private told = false;
  private stopped = false;

  constructor(private readonly options: CloudApiOptions) {
    this.logger = options.logger.child({ channel: this.kind, merchantId: options.merchantId });
  }

  async start(events: ChannelEvents): Promise<void> {
    this.events = events;
    events.status({ state: 'starting' });
    await this.look();
    const every = this.options.lookEveryMs ?? LOOK_EVERY_MS;
    this.timer = setInterval(() => void this.look(), every);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.service?.sender.stop();
    await this.looking;
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    const { service, problem } = this;
    if (service === null || problem !== null)
      return { state: 'held', reason: problem ?? 'no-account', waitMs: LOOK_EVERY_MS };
    const outcome = await service.sender.send(message);
    if ('problem' in outcome) {
      this.become(outcome.problem);
      return { state: 'held', reason: outcome.problem, waitMs: LOOK_EVERY_MS };
    }
    return outcome;
  }

  restsUntil(): Instant | null {
    return this.service?.sender.restsUntil() ?? null;
  }

  /** Meta has no look-up: whether a number is on WhatsApp shows when something is sent to it. */
  chatOf(phone: string): Promise<string | null> {
    return Promise.resolve(/^\+\d{6,15}$/.test(phone) ? chatOfAccount(phone.slice(1)) : null);
  }

  /** Meta has no history either: what left is known by its callbacks (`noteStatuses`), which settle the row itself. */
  wasSent(): Promise<null> {
    return Promise.resolve(null);
  }

  async typing(chatId: string): Promise<void> {
    try {
      const { db, merchantId } = this.options;
      const messageId = await db.asMerchant(merchantId, (work) => latestHeard(work, chatId));
      if (messageId !== null) await this.service?.graph.markRead(messageId, true);
    } catch (error) {
      this.logger.debug({ err: error }, 'typing could not be shown');
    }
  }

  wake(): Promise<void> {
    return this.look();
  }

  /** Loads the account where it changed, makes sure of it, and reads what came. One look at a time. */
  private look(): Promise<void> {
    this.looking ??= this.lookOnce()
      .catch((error: unknown) => this.logger.error({ err: error }, 'a look at the account failed'))
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const { db, merchantId } = this.options;
    const account = await db.asMerchant(merchantId, loadAccount);
    if (this.stopped || this.events === null) return;
    if (account === null) return this.become('no-account');
    const key = `${account.phoneNumberId} ${account.token}`;
    if (this.service?.key !== key) {
      const graph = new Graph(this.options.baseUrl, account.phoneNumberId, account.token);
      const reader = new Reader(
        { ...this.options, logger: this.logger, graph, events: this.events },
        account,
      );
      this.service = { graph, reader, sender: new Sender(this.options, graph), key, number: null };
      this.problem = 'no-account';
    }
    if (this.problem !== null) await this.makeSure(this.service);
    await this.service.reader.readAll(() => this.stopped);
  }

  private async makeSure(service: Service): Promise<void> {
    const { graph, sender } = service;
    const answer = await graph.check();
    if (answer.ok) service.number = answer.value?.replaceAll(/\D/g, '') || null;
    if (answer.ok) return this.become(null);
    if (answer.kind !== 'refused') return this.become('no-connection');
    const remedy = sender.remedy(answer);
    // Whatever else it says of the number: it was let in.
    if (remedy?.kind === 'wait' || remedy?.kind === 'retry') return this.become(null);
    this.become(remedy?.kind === 'stop' ? remedy.problem : 'token-refused');
  }

  private become(problem: ChannelProblem | null): void {
    const isTold = this.problem === problem && this.told;
    this.problem = problem;
    if (isTold || this.stopped) return;
    this.told = true;
    this.logger.info({ problem }, 'Cloud API');
    const number = this.service?.number ?? null;
    const ready = { state: 'ready', ...(number === null ? {} : { number }) } as const;
    this.events?.status(problem === null ? ready : { state: 'down', problem });
  }
}
