import { setTimeout as sleep } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { Clock } from '../../../clock';
import type { Database, Work } from '../../../db';
import type { Instant } from '../../../loyalty';
import type { ChannelProblem, OutboundMessage, SendOutcome } from '../../channel';
import type { Answer, Graph } from './graph';
import { accountOfChat } from './parse';
import { freePayload, templatePayload, type Uploaded } from './payload';
import { remedyFor, type Remedy } from './refusals';
import { lastHeard } from './rows';
import { loadTemplates, type Templates } from './templates';

/** Free words may go for a day after the person was heard; a minute less, for what is on its way. */
const WINDOW_MS = 24 * 3_600_000 - 60_000;
const UNREACHABLE_MS = 10_000;
/** Meta takes so many a second of a number; on more it asks for a rest of a minute. */
const PER_SECOND = 80;
/** So long a message that is in hand waits for the end of Meta's rests; what lasts longer is left to whoever claims. */
const LONGEST_REST_MS = 5_000;

type Refused = Extract<Answer<never>, { kind: 'refused' }>;

/** What has to be known of a chat before something goes to it. */
interface Known {
  heardAt: Instant | null;
  templates: Templates;
}

export class Sender {
  /** Asked once for all that leave in one moment. */
  private readonly known: DataLoader<string, Known>;
  /** Until when Meta wants nothing of this number, and for how long that was. */
  private throttled = { until: 0, ms: 0 };
  private resting: Promise<unknown> | null = null;
  /** When the next may leave, by the monotonic clock. */
  private nextAt = 0;
  private readonly stopping = new AbortController();

  constructor(
    private readonly options: { db: Database; clock: Clock; merchantId: number },
    private readonly graph: Graph,
  ) {
    const { db, merchantId } = options;
    const look = (chatIds: readonly string[]): Promise<Known[]> =>
      db.asMerchant(merchantId, (work) => knownOf(work, chatIds));
    this.known = new DataLoader(look, { cache: false });
  }

  /** A problem where nothing goes any more until somebody sees to it. */
  async send(message: OutboundMessage): Promise<SendOutcome | { problem: ChannelProblem }> {
    const account = accountOfChat(message.chatId);
    if (account === null) return { state: 'failed', reason: 'not-on-this-channel', retry: false };
    // Before any wait: what is asked in one moment is asked together.
    const known = await this.known.load(message.chatId).catch(() => null);
    if (known === null) return { state: 'held', reason: 'channel-down', waitMs: UNREACHABLE_MS };
    const until = performance.now() + LONGEST_REST_MS;
    for (;;) {
      if (!(await this.isRested(until))) return { state: 'held', reason: 'throttled', waitMs: this.restMs() };
      await this.turn();
      // Another may have been told to rest while this one waited.
      if (this.restMs() > 0) continue;
      const outcome = await this.sendNow(account, message, known);
      if (this.restMs() === 0 || 'problem' in outcome || outcome.state !== 'held') return outcome;
    }
  }

  /** What waits in hand for the end of a rest is held instead. */
  stop(): void {
    this.stopping.abort();
  }

  private async sendNow(
    account: string,
    message: OutboundMessage,
    { heardAt, templates }: Known,
  ): Promise<SendOutcome | { problem: ChannelProblem }> {
    if (!this.isOpen(heardAt)) return this.sendTemplate(account, message, templates);
    const file = await this.upload(message);
    if (file !== null && 'ok' in file) return this.outcomeOf(file);
    const sent = await this.post(account, message, freePayload(message, file));
    const isClosed = !sent.ok && sent.kind === 'refused' && this.remedy(sent)?.kind === 'needs-template';
    return isClosed ? this.sendTemplate(account, message, templates) : this.outcomeOf(sent);
  }

  restsUntil(): Instant | null {
    const { until, ms } = this.throttled;
    const wait = until - this.options.clock.now();
    // A clock that was put back must not hold the number for that much longer.
    return wait > 0 && wait <= ms ? until : null;
  }

  remedy({ code, status, retryAfterMs }: Refused): Remedy | null {
    return remedyFor(code, status, retryAfterMs);
  }

  /** Once no rest is left; false where one lasts beyond that moment. All that is in hand goes on together. */
  private async isRested(until: number): Promise<boolean> {
    const { signal } = this.stopping;
    for (let ms = this.restMs(); ms > 0; ms = this.restMs()) {
      if (signal.aborted || performance.now() + ms > until) return false;
      this.resting ??= sleep(ms, undefined, { signal })
        .catch(() => undefined)
        .finally(() => (this.resting = null));
      await this.resting;
    }
    return true;
  }

  /** One after another, no faster than Meta takes them. */
  private async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + 1_000 / PER_SECOND;
    if (at > now) await sleep(at - now);
  }

  private restMs(): number {
    const until = this.restsUntil();
    return until === null ? 0 : until - this.options.clock.now();
  }

  private isOpen(heardAt: Instant | null): boolean {
    return heardAt !== null && this.options.clock.now() - heardAt < WINDOW_MS;
  }

  private async sendTemplate(
    account: string,
    message: OutboundMessage,
    templates: Templates,
  ): Promise<SendOutcome | { problem: ChannelProblem }> {
    const { template: wanted } = message;
    if (wanted === undefined) return { state: 'failed', reason: 'window-closed', retry: false };
    const template = templates(wanted.kind, wanted.lang);
    if (template === null) return { state: 'failed', reason: 'template-missing', retry: false };
    const file = template.hasPicture ? await this.upload(message) : null;
    if (file !== null && 'ok' in file) return this.outcomeOf(file);
    const payload = templatePayload(template, wanted.values, file);
    if (payload === null) return { state: 'failed', reason: 'template-does-not-fit', retry: false };
    return this.outcomeOf(await this.post(account, message, payload));
  }

  private post(account: string, { id }: OutboundMessage, payload: object): Promise<Answer<string>> {
    const to = /^\d/.test(account) ? { to: account } : { recipient: account };
    return this.graph.send({ recipient_type: 'individual', ...to, ...payload, biz_opaque_callback_data: id });
  }

  /** Null where there is no file; Meta's refusal where it was not taken. */
  private async upload({ picture, document }: OutboundMessage): Promise<Uploaded | null | Answer<never>> {
    if (picture === undefined && document === undefined) return null;
    const type = picture === undefined ? 'document' : 'image';
    const fileName = picture?.fileName ?? document?.fileName ?? '';
    const mimeType = document?.mimeType ?? 'image/png';
    const bytes = picture?.png ?? document?.bytes ?? Buffer.alloc(0);
    const answer = await this.graph.upload(bytes, picture ? 'image/png' : mimeType, fileName);
    if (answer.ok) return { type, id: answer.value, fileName };
    // An upload that may have arrived is no message that may have.
    return answer.kind === 'unknown' ? { ok: false, kind: 'unreachable' } : answer;
  }

  private outcomeOf(answer: Answer<string>): SendOutcome | { problem: ChannelProblem } {
    if (answer.ok) return { state: 'sent', providerId: answer.value };
    if (answer.kind === 'unreachable')
      return { state: 'held', reason: 'channel-down', waitMs: UNREACHABLE_MS };
    if (answer.kind === 'unknown') return { state: 'unknown', reason: answer.reason };
    const remedy = this.remedy(answer);
    if (remedy === null) return { state: 'failed', reason: 'refused', retry: true };
    switch (remedy.kind) {
      case 'wait':
        this.throttled = { until: this.options.clock.now() + remedy.ms, ms: remedy.ms };
        return { state: 'held', reason: remedy.reason, waitMs: remedy.ms };
      case 'wait-for-chat':
        return { state: 'held', reason: remedy.reason, waitMs: remedy.ms };
      case 'retry':
        return { state: 'failed', reason: remedy.reason, retry: true };
      case 'give-up':
        return { state: 'failed', reason: remedy.reason, retry: false };
      case 'needs-template':
        return { state: 'failed', reason: 'window-closed', retry: false };
    }
    return { problem: remedy.problem };
  }
}

async function knownOf(work: Work, chatIds: readonly string[]): Promise<Known[]> {
  const [heard, templates] = await Promise.all([lastHeard(work, chatIds), loadTemplates(work)]);
  return chatIds.map((id) => ({ heardAt: heard.get(id) ?? null, templates }));
}
