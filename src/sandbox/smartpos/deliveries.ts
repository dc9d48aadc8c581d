import { Webhook } from 'standardwebhooks';
import type { Clock } from '../../clock';
import type { Logger } from '../../telemetry';
import type { Books, SaleEvent } from './books';
import type { Faults } from './faults';
import type { WebhookEndpoint } from './company';
import { eventText } from './wire';

const TIMEOUT_MS = 10_000;
/** How long every other event is held back where they come unordered. */
const OVERTAKEN_MS = 2_000;
/** Nobody's secret. */
const FORGED_SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const IN_FLIGHT = 8;
const LONGEST_WAIT_MS = 5 * 60_000;
/** As the specification advises senders. */
const GIVE_UP_MS = 3 * 24 * 60 * 60_000;

interface Delivery {
  event: SaleEvent;
  tries: number;
  /** On the monotonic clock: back-off goes on while the passed-in clock stands still. */
  dueAt: number;
}

/** Brings events to the companies' endpoints, signed as Standard Webhooks has it, until each has been answered by 2xx. */
export class Deliveries {
  private readonly waiting = new Map<string, Delivery>();
  private readonly inFlight = new Map<string, Promise<void>>();
  private readonly abort = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  private added = 0;

  constructor(
    private readonly parts: {
      books: Books;
      clock: Clock;
      logger: Logger;
      faults: Faults;
      firstWaitMs: number;
    },
  ) {
    for (const event of parts.books.undelivered()) this.waiting.set(event.id, { event, tries: 0, dueAt: 0 });
  }

  add(event: SaleEvent): void {
    const isHeld = this.parts.faults.has(event.company, 'events-unordered') && this.added % 2 === 0;
    this.added += 1;
    this.waiting.set(event.id, { event, tries: 0, dueAt: isHeld ? performance.now() + OVERTAKEN_MS : 0 });
    this.send();
  }

  /** A new endpoint is tried at once, whatever the old one's failures were. */
  hasten(company: string): void {
    for (const delivery of this.waiting.values())
      if (delivery.event.company === company) Object.assign(delivery, { tries: 0, dueAt: 0 });
    this.send();
  }

  /** Starts what is due, as far as there is room, and comes again for the rest. */
  send(): void {
    clearTimeout(this.timer);
    if (this.abort.signal.aborted) return;
    // One instant for both questions: what falls due between two would be neither sent nor waited for.
    const now = performance.now();
    const idle = [...this.waiting.values()].filter(({ event }) => this.canGo(event));
    const due = idle.filter(({ dueAt }) => dueAt <= now);
    for (const delivery of due.slice(0, IN_FLIGHT - this.inFlight.size)) this.start(delivery);
    const later = idle.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
    if (later.length > 0) this.timer = setTimeout(() => this.send(), Math.max(1, Math.min(...later) - now));
  }

  /** Ends what is in flight; undelivered events are in the books. */
  async stop(): Promise<void> {
    this.abort.abort();
    clearTimeout(this.timer);
    await Promise.all(this.inFlight.values());
  }

  private canGo(event: SaleEvent): boolean {
    return !this.inFlight.has(event.id) && this.parts.books.account(event.company)?.endpoint !== null;
  }

  private start(delivery: Delivery): void {
    const { id } = delivery.event;
    const run = this.attempt(delivery).finally(() => {
      this.inFlight.delete(id);
      this.send();
    });
    this.inFlight.set(id, run);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { books, clock, logger, faults, firstWaitMs } = this.parts;
    const { event } = delivery;
    const account = books.account(event.company);
    if (account === undefined || account.endpoint === null) return;
    if (faults.has(event.company, 'events-lost')) {
      this.waiting.delete(event.id);
      return books.endEvent(event.id);
    }
    const isForged = faults.has(event.company, 'events-forged');
    const endpoint = isForged ? { ...account.endpoint, secret: FORGED_SECRET } : account.endpoint;
    const body = eventText(account.company, event.sale, event.type, event.at);
    const answer = await this.post(endpoint, event.id, body);
    if (answer.ok && faults.has(event.company, 'events-twice')) await this.post(endpoint, event.id, body);
    if (this.abort.signal.aborted && !answer.ok) return;
    const tooLate = clock.now() - event.at > GIVE_UP_MS;
    if (answer.ok || tooLate) {
      if (!answer.ok) logger.warn({ event: event.id }, 'an event was given up after three days');
      this.waiting.delete(event.id);
      return books.endEvent(event.id);
    }
    const backOff = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** delivery.tries);
    delivery.tries += 1;
    delivery.dueAt = performance.now() + Math.max(backOff, answer.retryAfterMs);
    logger.info({ event: event.id, answer: answer.was, tries: delivery.tries }, 'an event was not taken');
  }

  private async post({ url, secret }: WebhookEndpoint, id: string, body: string): Promise<Answer> {
    const now = new Date(this.parts.clock.now());
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': new Webhook(secret).sign(id, now, body),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.any([this.abort.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      const seconds = Number(response.headers.get('retry-after'));
      const retryAfterMs = seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : 0;
      return { ok: response.ok, was: String(response.status), retryAfterMs };
    } catch (error) {
      return { ok: false, was: error instanceof Error ? error.message : 'none', retryAfterMs: 0 };
    }
  }
}

interface Answer {
  ok: boolean;
  /** Its status, or why there was none. */
  was: string;
  retryAfterMs: number;
}
