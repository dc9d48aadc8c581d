/**
 * What runs inside WhatsApp Web's page. Each function is sent there as text, so it may use nothing from outside
 * its own body; types are erased and may be shared.
 */

interface Wid {
  user: string;
  server: string;
  isLid(): boolean;
}

interface PageMessage {
  id: { fromMe: boolean; id: string; _serialized: string };
  ack: number;
  t: number;
}

interface PageChat {
  id: Wid;
  unreadCount: number;
  t?: number;
  msgs: { getModelsArray(): PageMessage[] };
}

interface MessageKey {
  readonly __key: unique symbol;
}

interface Outgoing {
  extraOptions?: { chosenId?: string; id?: MessageKey };
}

interface PageModules {
  WAWebSocketModel: { Socket: { state: string; hasSynced?: boolean } };
  WAWebCmd: { Cmd: { refreshQR(): void } };
  WAWebMsgKey: new (parts: { from: Wid | undefined; to: Wid; id: string; selfDir: 'out' }) => MessageKey;
  WAWebUserPrefsMeUser: { getMaybeMeLidUser(): Wid | undefined; getMaybeMePnUser(): Wid | undefined };
  WAWebCollections: {
    Chat: { getModelsArray(): PageChat[] };
    Msg: { get(id: MessageKey): PageMessage | undefined };
  };
  WAWebChatLoadMessages: { loadEarlierMsgs(of: { chat: PageChat }): Promise<PageMessage[] | undefined> };
}

interface Page {
  require<Name extends keyof PageModules>(name: Name): PageModules[Name];
  onAppStateHasSyncedEvent?: () => unknown;
  WWebJS: {
    mended?: true;
    processMediaData: (...args: unknown[]) => Promise<object>;
    sendMessage: (chat: PageChat, content: unknown, options: Outgoing) => Promise<PageMessage | undefined>;
    getChat(chatId: string, options: { getAsModel: false }): Promise<PageChat | undefined>;
    getMessageModel(message: PageMessage): unknown;
    sendChatstate(state: 'typing' | 'stop', chatId: string): Promise<unknown>;
  };
}

/** `state` is that of WhatsApp Web's own connection: CONNECTED, UNPAIRED, TIMEOUT, … */
export interface PageState {
  state: string;
  hasSynced: boolean;
}

export interface OwnMessage {
  providerId: string;
  ack: number;
}

export function readState(): PageState {
  const page = globalThis as unknown as Page;
  const { Socket } = page.require('WAWebSocketModel');
  return { state: Socket.state, hasSynced: Socket.hasSynced === true };
}

/** The library listens for a change; a page that was in sync before it listened never changes again. */
export function tellSynced(): void {
  const page = globalThis as unknown as Page;
  void page.onAppStateHasSyncedEvent?.();
}

/** The linked number, in the digits of its E.164 form. */
export function readNumber(): string | null {
  const page = globalThis as unknown as Page;
  return page.require('WAWebUserPrefsMeUser').getMaybeMePnUser()?.user ?? null;
}

export function refreshQr(): void {
  const page = globalThis as unknown as Page;
  page.require('WAWebCmd').Cmd.refreshQR();
}

/**
 * Mends the library after each load of the page. A picture's model carries a private `__x_id` that it would copy over
 * the message's own id: it is hidden from copying. And it takes `chosenId` as the id of the message to be sent.
 */
export function mendLibrary(): void {
  const page = globalThis as unknown as Page;
  const library = page.WWebJS;
  if (library.mended === true) return;
  library.mended = true;

  const process = library.processMediaData;
  library.processMediaData = async (...args) => {
    const media = await process(...args);
    if ('__x_id' in media) Object.defineProperty(media, '__x_id', { enumerable: false });
    return media;
  };

  const send = library.sendMessage;
  library.sendMessage = async (chat, content, options) => {
    const { chosenId, ...extra } = options.extraOptions ?? {};
    if (chosenId === undefined) return send(chat, content, options);
    const me = page.require('WAWebUserPrefsMeUser');
    const from = chat.id.isLid() ? me.getMaybeMeLidUser() : me.getMaybeMePnUser();
    const id = new (page.require('WAWebMsgKey'))({ from, to: chat.id, id: chosenId, selfDir: 'out' });
    await send(chat, content, { ...options, extraOptions: { ...extra, id } });
    return page.require('WAWebCollections').Msg.get(id);
  };
}

/** The shop's own messages of a chat whose WhatsApp id begins with `stem`, looking back at least `depth` messages. */
export async function findOwnMessages(chatId: string, stem: string, depth: number): Promise<OwnMessage[]> {
  const page = globalThis as unknown as Page;
  const chat = await page.WWebJS.getChat(chatId, { getAsModel: false });
  if (chat === undefined || chat === null) return [];
  let seen = chat.msgs.getModelsArray().slice();
  while (seen.length < depth && !seen.some((message) => message.id.id.startsWith(stem))) {
    const earlier = await page.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat });
    if (!earlier?.length) break;
    seen = [...earlier, ...seen];
  }
  return seen
    .filter((message) => message.id.fromMe && message.id.id.startsWith(stem))
    .map(({ id: { _serialized: providerId }, ack }) => ({ providerId, ack }));
}

/** What people wrote in unread chats since the given second, oldest first, in the library's form. */
export async function readUnread(sinceSeconds: number): Promise<unknown[]> {
  const page = globalThis as unknown as Page;
  const found: PageMessage[] = [];
  for (const chat of page.require('WAWebCollections').Chat.getModelsArray()) {
    if (chat.unreadCount <= 0 || (chat.id.server !== 'c.us' && chat.id.server !== 'lid')) continue;
    const theirs = (messages: PageMessage[]): PageMessage[] =>
      messages.filter((message) => !message.id.fromMe);
    let recent = theirs(chat.msgs.getModelsArray());
    while (recent.length < chat.unreadCount) {
      const earlier = await page.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat });
      if (!earlier?.length) break;
      recent = [...theirs(earlier), ...recent];
    }
    found.push(...recent.slice(-chat.unreadCount).filter((message) => message.t >= sinceSeconds));
  }
  found.sort((a, b) => a.t - b.t);
  return found.map((message) => page.WWebJS.getMessageModel(message));
}

/** What the shop's number sent since the given second, on whichever device, as far as it is loaded; in the library's form. */
export function readOwn(sinceSeconds: number): unknown[] {
  const page = globalThis as unknown as Page;
  return page
    .require('WAWebCollections')
    .Chat.getModelsArray()
    .filter((chat) => chat.id.server === 'c.us' || chat.id.server === 'lid')
    .flatMap((chat) => chat.msgs.getModelsArray())
    .filter((message) => message.id.fromMe && message.t >= sinceSeconds)
    .map((message) => page.WWebJS.getMessageModel(message));
}

/** WhatsApp itself ends it after some seconds, or when a message goes out. */
export async function showTyping(chatId: string): Promise<void> {
  const page = globalThis as unknown as Page;
  await page.WWebJS.sendChatstate('typing', chatId);
}
