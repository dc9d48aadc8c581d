import type { Contact, Me, PageFaults } from '../protocol';
import { mediaModules } from './media';
import { Chat, Collection, createWid, Emitter, Msg, MsgKey, Wid, type MsgData, type Socket } from './models';

/** The page's one state, shared by its modules and by what comes from the server. */
export interface State {
  socket: Socket;
  me: Me | null;
  faults: PageFaults;
  conn: Emitter & { ref: string };
  cmd: Emitter & { refreshQR(): void };
  chats: Collection<Chat>;
  msgs: Collection<Msg>;
  /** What the page has learnt of who is who: `@lid` to phone id and back. */
  contacts: Map<string, Contact>;
  ask: (path: string, body: unknown) => Promise<unknown>;
  upload: (bytes: Blob) => Promise<string>;
}

const wid = (text: string | undefined): Wid | undefined => (text === undefined ? undefined : new Wid(text));

async function exists(state: State, id: Wid): Promise<{ wid: Wid } | null> {
  const contact = (await state.ask('/exists', { id: String(id) })) as Contact | null;
  if (contact === null) return null;
  state.contacts.set(contact.pn, contact);
  if (contact.lid !== null) state.contacts.set(contact.lid, contact);
  return { wid: new Wid(contact.id) };
}

async function findOrCreateChat(state: State, id: Wid): Promise<{ chat: Chat }> {
  const known = state.chats.get(id);
  if (known !== undefined) return { chat: known };
  if (id.isUser() && (await exists(state, id)) === null) throw new Error(`No LID for user ${String(id)}`);
  const chat = new Chat(id);
  state.chats.add(chat);
  return { chat };
}

function addAndSend(state: State, chat: Chat, data: MsgData): [Promise<Msg>, Promise<unknown>] {
  const added = (async () => {
    const msg = new Msg(data);
    chat.msgs.add(msg);
    state.msgs.add(msg);
    return msg;
  })();
  const sent = added.then((msg) => {
    const { id, type, body, caption, t, directPath } = msg;
    const wire = { id: id.id, fromMe: true, chatId: String(chat.id), type, body, caption, t, ack: 0 };
    return state.ask('/send', { ...wire, directPath });
  });
  sent.catch(() => undefined);
  return [added, sent];
}

function linkingModules(state: State): Record<string, unknown> {
  const pubKey = new Uint8Array(32);
  return {
    WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
    WAWebAltDeviceLinkingApi: {
      setPairingType: () => undefined,
      initializeAltDeviceLinking: async () => undefined,
      startAltLinkingFlow: (phone: string) => state.ask('/code', { phone }),
    },
    WABase64: { encodeB64: (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)) },
    WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey } }) } },
    WAWebSignalStoreApi: {
      waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey } }) },
    },
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'adv' },
    WAWebUserPrefsMeUser: {
      getMaybeMePnUser: () => wid(state.me?.pn),
      getMaybeMeLidUser: () => wid(state.me?.lid),
    },
  };
}

function chatModules(state: State): Record<string, unknown> {
  return {
    WAWebCollections: { Msg: state.msgs, Chat: state.chats },
    WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
    WAWebFindChatAction: { findOrCreateLatestChat: (id: Wid) => findOrCreateChat(state, id) },
    WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
    WAWebSendMsgChatAction: {
      addAndSendMsgToChat: (chat: Chat, data: MsgData) => addAndSend(state, chat, data),
    },
    WAWebUpdateUnreadChatAction: {
      sendSeen: async ({ chat }: { chat: Chat }) => {
        await state.ask('/seen', { chatId: String(chat.id) });
        chat.unreadCount = 0;
      },
    },
    WAWebChatStateBridge: {
      sendChatStateComposing: (id: Wid) => state.ask('/typing', { chatId: String(id) }),
    },
    WAWebStreamModel: { Stream: { markAvailable: () => undefined, markUnavailable: () => undefined } },
    WAWebQueryExistsJob: { queryWidExists: (id: Wid) => exists(state, id) },
    WAWebApiContact: {
      getCurrentLid: (id: Wid) => wid(state.contacts.get(String(id))?.lid ?? undefined),
      getPhoneNumber: (id: Wid) => wid(state.contacts.get(String(id))?.pn),
    },
  };
}

/** What `window.require` of the page gives, by module name; whatever else is asked for throws, as there. */
export function modulesOf(state: State): Record<string, unknown> {
  return {
    ...linkingModules(state),
    ...chatModules(state),
    ...mediaModules(() => state.faults.leaksModelId, state.upload),
    WAWebSocketModel: { Socket: state.socket },
    WAWebCmd: { Cmd: state.cmd },
    WAWebConnModel: {
      Conn: Object.assign(state.conn, { serialize: () => ({ pushname: 'Loja', platform: 'android' }) }),
    },
    WAWebSyncGatingUtils: {},
    WAWebCallCollection: undefined,
    WALinkify: { findLink: () => null, findLinks: () => [] },
    WAWebWidFactory: { createWid, createWidFromWidLike: createWid, asUserWidOrThrow: (id: Wid) => id },
    WAWebMsgKey: MsgKey,
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  };
}
