/** What the simulated page and its server say to each other. Ours alone: WhatsApp's own protocol is another. */

export interface WireMessage {
  /** The short id, unique within the chat. */
  id: string;
  fromMe: boolean;
  chatId: string;
  type: string;
  body?: string;
  caption?: string;
  /** Unix seconds. */
  t: number;
  ack: number;
  notifyName?: string;
  isForwarded?: boolean;
  /** Where the bytes of a picture were put. */
  directPath?: string;
  mimetype?: string;
  /** In bytes. */
  size?: number;
}

export interface WireChat {
  id: string;
  unread: number;
  messages: WireMessage[];
}

/** The number that is linked, as WhatsApp ids. */
export interface Me {
  pn: string;
  lid: string;
}

/** How the page is to misbehave; what each stands for is known of the real page. */
export interface PageFaults {
  /** In sync before the library listens. */
  syncsEarly: boolean;
  /** Out of sync and in again, at once after the first time. */
  syncsTwice: boolean;
  /** A picture's model carries its private `__x_id`. */
  leaksModelId: boolean;
}

export type FromServer =
  | { type: 'hello'; me: Me | null; ref: string; faults: PageFaults }
  | { type: 'history'; chats: WireChat[] }
  | { type: 'ref'; ref: string }
  | { type: 'linked'; token: string; me: Me }
  | { type: 'message'; message: WireMessage }
  | { type: 'ack'; chatId: string; id: string; ack: number }
  | { type: 'logout' };

/** Who an id is; null when nobody. */
export interface Contact {
  id: string;
  pn: string;
  lid: string | null;
}
