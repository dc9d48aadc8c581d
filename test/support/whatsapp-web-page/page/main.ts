import type { FromServer, Me, WireChat, WireMessage } from '../protocol';
import { Chat, Collection, Emitter, Msg, MsgKey, Socket, Wid, type MsgData } from './models';
import { modulesOf, type State } from './modules';
import { forgetToken, savedToken, saveToken } from './session';

const RECONNECT_MS = 300;

const state: State = {
  socket: new Socket(),
  me: null,
  faults: { syncsEarly: false, syncsTwice: false, leaksModelId: false },
  conn: Object.assign(new Emitter(), { ref: '' }),
  cmd: Object.assign(new Emitter(), { refreshQR: () => void state.ask('/refresh', {}) }),
  chats: new Collection(),
  msgs: new Collection(),
  contacts: new Map(),
  async ask(path, body) {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer.json();
  },
  async upload(bytes) {
    const answer = await fetch('/media', { method: 'POST', body: bytes });
    return (await answer.text()).trim();
  },
};

function modelOf(wire: WireMessage, me: Me, isNewMsg: boolean): Msg {
  const { id, fromMe, chatId, ...rest } = wire;
  const chat = new Wid(chatId);
  const self = new Wid(chat.isLid() ? me.lid : me.pn);
  const [from, to] = fromMe ? [self, chat] : [chat, self];
  const data: MsgData = {
    ...rest,
    id: new MsgKey({ from, to, id, selfDir: fromMe ? 'out' : 'in' }),
    from,
    to,
    isNewMsg,
  };
  return new Msg(data);
}

function chatOf(id: string): Chat {
  const known = state.chats.get(id);
  if (known !== undefined) return known;
  const chat = new Chat(new Wid(id));
  state.chats.add(chat);
  return chat;
}

function take(wire: WireMessage, isNewMsg: boolean): Chat {
  if (state.me === null) throw new Error('a message before the link');
  const chat = chatOf(wire.chatId);
  const msg = modelOf(wire, state.me, isNewMsg);
  if (state.msgs.get(msg.id) !== undefined) return chat;
  chat.msgs.add(msg);
  state.msgs.add(msg);
  return chat;
}

/** The real page takes seconds to come into sync; the library has attached its listener by then, as a rule. */
async function libraryListens(): Promise<void> {
  while (!state.socket.hears('change:hasSynced')) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function sync(chats: WireChat[]): Promise<void> {
  for (const { id, unread, messages } of chats) {
    for (const message of messages) take(message, false);
    chatOf(id).unreadCount = unread;
  }
  if (!state.faults.syncsEarly) await libraryListens();
  state.socket.setSynced(true);
  if (!state.faults.syncsTwice) return;
  state.socket.setSynced(false);
  state.socket.setSynced(true);
}

function acknowledge(chatId: string, id: string, ack: number): void {
  const msg = state.msgs.get(`true_${chatId}_${id}`);
  if (msg === undefined) return;
  msg.ack = ack;
  state.msgs.trigger('change:ack', msg, ack);
}

async function logOut(): Promise<void> {
  state.cmd.trigger('logout');
  await forgetToken();
  location.assign('/?post_logout=1');
}

async function hear(said: FromServer): Promise<void> {
  switch (said.type) {
    case 'hello':
      state.me = said.me;
      state.faults = said.faults;
      state.conn.ref = said.ref;
      state.socket.setState(said.me === null ? 'UNPAIRED' : 'CONNECTED');
      return;
    case 'ref':
      state.conn.ref = said.ref;
      state.conn.trigger('change:ref', state.conn, said.ref);
      return;
    case 'linked':
      await saveToken(said.token);
      state.me = said.me;
      state.socket.setState('PAIRING');
      state.socket.setState('CONNECTED');
      return;
    case 'history':
      return sync(said.chats);
    case 'message': {
      const chat = take(said.message, true);
      if (!said.message.fromMe) chat.unreadCount += 1;
      return;
    }
    case 'ack':
      return acknowledge(said.chatId, said.id, said.ack);
    case 'logout':
      return logOut();
  }
}

const modules = modulesOf(state);
Object.assign(globalThis, {
  Debug: { VERSION: '2.3000.1' },
  require: (name: string) => {
    if (!(name in modules)) throw new Error(`Requiring unknown module "${name}"`);
    return modules[name];
  },
});

async function connect(): Promise<void> {
  const live = new EventSource(`/live?token=${(await savedToken()) ?? ''}`);
  let heard = Promise.resolve();
  live.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as FromServer;
    heard = heard.then(() => hear(said));
  });
  live.addEventListener('error', () => {
    live.close();
    state.socket.setState('TIMEOUT');
    setTimeout(() => void connect(), RECONNECT_MS);
  });
}

void connect();
