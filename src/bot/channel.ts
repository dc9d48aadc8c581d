import { MAIL_FAULTS, type Instant, type Language, type MailFault, type Variable } from '../loyalty';

/** The small interface behind which every chat transport sits. The product behaves the same over each. */
export interface Channel {
  readonly kind: ChannelKind;
  /**
   * Connects in the background; resolves once the channel tries, not once it is linked. A message is handed to
   * `events.message`, whose promise resolves when it is durable; until then the channel must be able to hand it again.
   */
  start(events: ChannelEvents): Promise<void>;
  /** Stops receiving, lets a send in progress end, frees everything. May be called twice. */
  stop(): Promise<void>;
  /** Never throws: a fault is an outcome. Resolves within the channel's own time limit. */
  send(message: OutboundMessage): Promise<SendOutcome>;
  /**
   * The chat in which a phone (E.164) is reached; null when the number is not on this channel. Rejects while the
   * channel cannot tell, such as when it is not linked.
   */
  chatOf(phone: string): Promise<string | null>;
  /**
   * Whether this message, whose sending was interrupted, is already in the chat. Asked before anything is sent
   * again; `null` when the channel cannot tell.
   */
  wasSent(message: OutboundMessage): Promise<{ providerId: string } | false | null>;
  /** Shows "typing" in the chat for some seconds, or until a message goes out. A courtesy: never throws. */
  typing(chatId: string): Promise<void>;
  /** Something was written for it: it looks at once what. Never throws. */
  wake?(): Promise<void>;
  /** Until when it takes no message at all; null where it does. */
  restsUntil?(): Instant | null;
}

export type ChannelKind = 'simulator' | 'whatsapp-web' | 'cloud-api' | 'email';

export interface InboundMessage {
  /** The channel's own id: duplicates are known by it. */
  id: string;
  /** The channel's name of the chat: opaque, never a phone to authorise by. */
  chatId: string;
  /** E.164, only where the channel vouches for it. */
  phone: string | null;
  /** What the sender calls themselves; untrusted. */
  name: string | null;
  kind: 'text' | 'image' | 'audio' | 'other';
  /** Empty for a message without words. */
  text: string;
  at: Instant;
  /** What came with a picture or a document. */
  media?: InboundMedia;
}

/** What was fetched, or why it was not. */
export type InboundMedia = { mimeType: string } & ({ bytes: Buffer } | { missing: MissingMedia });

export type MissingMedia = 'too-large' | 'unavailable';

/** Larger media are not fetched: a photo of a receipt has a tenth of it. */
export const LARGEST_MEDIA_BYTES = 5_000_000;

/** A person of the shop wrote in this chat, on the shop's own phone; never a message of this program's. */
export interface TypedMessage {
  id: string;
  chatId: string;
  at: Instant;
}

export interface OutboundMessage {
  /** The outbox row's id. */
  id: string;
  chatId: string;
  /** The text, or the caption of the picture or the document. WhatsApp markup. */
  text: string;
  /** One of the two at most. */
  picture?: Picture;
  document?: Document;
  /** What the text numbers, for a channel that shows buttons. */
  choices?: Choices;
  /** For a channel that takes free words only for a while after it heard the person. */
  template?: TemplateMessage;
  /** What an e-mail needs beside the text. */
  mail?: MailParts;
}

export interface MailParts {
  lang: Language;
  /** Whose name it bears. */
  shop: string;
  subject: string;
  /** The address at which offers are stopped; null where it is none of a customer's. */
  unsubscribe: string | null;
  /** By which it is known when it comes back. */
  returnToken: string;
}

export interface Choices {
  /** On what opens the list of them. */
  title: string;
  options: readonly Choice[];
}

export interface Choice {
  label: string;
  /** What is heard when it is tapped. */
  says: string;
  /** It means the same whenever it is tapped; else only while the question is open. */
  anytime: boolean;
}

/** A notice as a registered template of its kind says it. */
export interface TemplateMessage {
  kind: string;
  lang: Language;
  /** What may be put in, by the names of the product's variables; null where it is not known. */
  values: Readonly<Partial<Record<Variable, string | null>>>;
}

export interface Document {
  bytes: Buffer;
  fileName: string;
  mimeType: string;
}

export interface Picture {
  png: Buffer;
  fileName: string;
}

/** The reason of a message whose address the mail server refuses for good. */
export const BOUNCED = 'address-refused';

/** The reason of a message that came back, or was refused, for what may pass: a full mailbox, a policy. */
export const RETURNED = 'mail-returned';

/** The reason of a message to somebody who told WhatsApp itself that they want no offers of this number. */
export const OPTED_OUT_THERE = 'opted-out-there';

export const reasonOf = (fault: MailFault): string => (MAIL_FAULTS[fault] === 'hard' ? BOUNCED : RETURNED);

export type SendOutcome =
  | { state: 'sent'; providerId: string }
  /** Not sent, and surely not in the chat. */
  | { state: 'failed'; reason: string; retry: boolean; fault?: MailFault }
  /** Not sent, for a cause that is not the message's: it waits this long, and that counts as no try. */
  | { state: 'held'; reason: string; waitMs: number }
  /** It may have left: `wasSent` is to be asked before it is sent again. */
  | { state: 'unknown'; reason: string };

export type ChannelState = 'starting' | 'linking' | 'ready' | 'down' | 'logged-out';

/** What somebody has to see to, so that the number serves again. */
export type ChannelProblem =
  | 'browser-missing'
  | 'disk-full'
  | 'no-connection'
  | 'browser-fault'
  | 'logged-out'
  | 'not-hosted'
  | 'no-account'
  | 'token-refused'
  | 'not-registered'
  | 'account-blocked'
  | 'payment';

export interface ChannelStatus {
  state: ChannelState;
  /** While linking: what the phone is to scan (the text inside the QR code). */
  qr?: string;
  /** While linking by a code: what is to be typed into the phone, such as `ABCD-EFGH`. */
  code?: string;
  /** The linked number, in the digits of its E.164 form; once it is ready, where the channel can tell. */
  number?: string;
  /** What the linked number's browser takes, in megabytes, where that was looked at. */
  memoryMb?: number;
  problem?: ChannelProblem;
  /** What a person should know: why it is down, what to do. */
  detail?: string;
}

export interface DeliveryUpdate {
  providerId: string;
  state: 'sent' | 'delivered' | 'read' | 'failed';
}

export interface ChannelEvents {
  message(message: InboundMessage): Promise<void>;
  typed(message: TypedMessage): Promise<void>;
  /** The phone (E.164) that was once handed over with a message of this chat; null where none was. */
  phoneOf(chatId: string): Promise<string | null>;
  delivery(update: DeliveryUpdate): Promise<void>;
  status(status: ChannelStatus): void;
}
