import type { Logger } from 'pino';
import {
  LARGEST_MEDIA_BYTES,
  type InboundMedia,
  type InboundMessage,
  type TypedMessage,
} from '../../channel';
import { reasonOf } from './fault';
import { isOwnMessageId, isPersonalChat, phoneOfChat, serialized } from './ids';
import { pause } from './timing';

/** A message as the library's `getMessageModel` gives it; only what is read here. */
export interface RawMessage {
  id: { fromMe: boolean; id: string; remote: string; _serialized: string };
  type: string;
  /** The words of a text; for other types it may hold a thumbnail in base64. */
  body?: string;
  caption?: string;
  /** Unix seconds. */
  t: number;
  notifyName?: string;
  mimetype?: string;
  /** In bytes, of what came with it. */
  size?: number;
  isForwarded?: boolean;
  forwardingScore?: number;
  isStatusV3?: boolean;
  broadcast?: boolean;
}

/** What people send, by WhatsApp's types. What is missing here is a notice of the system and is ignored. */
const KINDS: Readonly<Record<string, InboundMessage['kind']>> = {
  chat: 'text',
  image: 'image',
  audio: 'audio',
  ptt: 'audio',
  video: 'other',
  document: 'other',
  sticker: 'other',
  location: 'other',
  vcard: 'other',
  multi_vcard: 'other',
  poll_creation: 'other',
};

const CAPTIONED = new Set(['image', 'video']);

/** The message as the product knows it; null for what never carries a wish: groups, status, forwarded, our own. */
export function toInbound(raw: RawMessage): InboundMessage | null {
  const kind = kindOf(raw);
  if (kind === undefined || raw.id.fromMe || !isPersonalChat(raw.id.remote)) return null;
  if (raw.isForwarded === true || (raw.forwardingScore ?? 0) > 0) return null;
  if (raw.isStatusV3 === true || raw.broadcast === true) return null;
  return {
    id: serialized(raw.id),
    chatId: raw.id.remote,
    phone: phoneOfChat(raw.id.remote),
    name: raw.notifyName?.trim() || null,
    kind,
    text: (kind === 'text' ? raw.body : CAPTIONED.has(raw.type) ? raw.caption : '') ?? '',
    at: raw.t * 1000,
  };
}

/** A photo that was sent as a file, to keep its quality, is a picture. */
function kindOf({ type, mimetype }: RawMessage): InboundMessage['kind'] | undefined {
  return type === 'document' && mimetype?.startsWith('image/') === true ? 'image' : KINDS[type];
}

/** A person's message on the shop's own phone or another of its devices; null for this program's and for all else. */
export function toTyped(raw: RawMessage): TypedMessage | null {
  const isWritten = KINDS[raw.type] !== undefined && raw.isStatusV3 !== true && raw.broadcast !== true;
  if (!raw.id.fromMe || !isWritten || !isPersonalChat(raw.id.remote) || isOwnMessageId(raw.id.id))
    return null;
  return { id: serialized(raw.id), chatId: raw.id.remote, at: raw.t * 1000 };
}

export interface InboxPort {
  /** Makes the message durable, or rejects. */
  hand(message: InboundMessage): Promise<void>;
  /** The phone behind a `@lid`, or null. */
  phoneOf(chatId: string): Promise<string | null>;
  /** The bytes of a picture; rejects where they are not to be had. */
  fetch(raw: RawMessage): Promise<Buffer>;
  /** Nothing of this chat is still to be made durable. */
  settled(chatId: string): Promise<void>;
}

/**
 * Hands received messages on, one chat's in their order, each until it is durable. Only then is the chat marked as
 * seen, so that what a crash interrupts is still unread, and is found again.
 */
export class Inbox {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly underWay = new Set<string>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly port: InboxPort,
    private readonly redeliverMs: number,
    private readonly logger: Logger,
  ) {}

  /** What never carries a wish is passed over. */
  accept(raw: RawMessage): void {
    const message = toInbound(raw);
    if (message === null) return;
    if (this.stopping.signal.aborted || this.underWay.has(message.id)) return;
    this.underWay.add(message.id);
    const before = this.tails.get(message.chatId) ?? Promise.resolve();
    const tail: Promise<void> = this.follow(before, message, raw).then(() =>
      this.settle(message.chatId, tail),
    );
    this.tails.set(message.chatId, tail);
  }

  /** Gives up retries, and resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.tails.values());
  }

  private async follow(before: Promise<void>, message: InboundMessage, raw: RawMessage): Promise<void> {
    // Fetched while earlier messages are stored, and once, however often storing fails.
    const media = message.kind === 'image' ? this.mediaOf(raw) : null;
    await before;
    await this.deliver(media === null ? message : { ...message, media: await media });
    this.underWay.delete(message.id);
  }

  private async mediaOf(raw: RawMessage): Promise<InboundMedia> {
    const { mimetype: mimeType = 'image/jpeg', size = 0 } = raw;
    if (size > LARGEST_MEDIA_BYTES) return { mimeType, missing: 'too-large' };
    try {
      const bytes = await this.port.fetch(raw);
      return bytes.length > LARGEST_MEDIA_BYTES ? { mimeType, missing: 'too-large' } : { mimeType, bytes };
    } catch (error) {
      this.logger.warn({ reason: reasonOf(error) }, 'a received picture could not be fetched');
      return { mimeType, missing: 'unavailable' };
    }
  }

  private async settle(chatId: string, tail: Promise<void>): Promise<void> {
    if (this.tails.get(chatId) !== tail) return;
    this.tails.delete(chatId);
    if (!this.stopping.signal.aborted) await this.port.settled(chatId);
  }

  private async deliver(message: InboundMessage): Promise<void> {
    let wait = this.redeliverMs;
    while (!this.stopping.signal.aborted) {
      try {
        const phone = message.phone ?? (await this.port.phoneOf(message.chatId));
        await this.port.hand({ ...message, phone });
        return;
      } catch (error) {
        this.logger.warn({ reason: reasonOf(error) }, 'a received message could not be stored; trying again');
        await pause(wait, this.stopping.signal);
        wait = Math.min(wait * 2, this.redeliverMs * 8);
      }
    }
  }
}
