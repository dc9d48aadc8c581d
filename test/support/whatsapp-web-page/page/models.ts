/* oxlint-disable eslint/no-underscore-dangle -- the library reads WhatsApp Web's own names */
/** The models of WhatsApp Web as far as the library touches them: wids, message keys, messages, chats, collections. */

type Listener = (...args: unknown[]) => void;

export class Emitter {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(names: string, listener: Listener): void {
    for (const name of names.split(' ')) {
      const known = this.#listeners.get(name) ?? new Set();
      this.#listeners.set(name, known.add(listener));
    }
  }

  once(name: string, listener: Listener): void {
    const wrapped = (...args: unknown[]): void => {
      this.off(name, wrapped);
      listener(...args);
    };
    this.on(name, wrapped);
  }

  off(name: string, listener: Listener): void {
    this.#listeners.get(name)?.delete(listener);
  }

  trigger(name: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }

  hears(name: string): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }
}

/** The connection's model: setting what changes tells `change:` listeners with itself and the value. */
export class Socket extends Emitter {
  state = 'OPENING';
  hasSynced = false;

  setState(state: string): void {
    if (this.state === state) return;
    this.state = state;
    this.trigger('change:state', this, state);
  }

  setSynced(synced: boolean): void {
    if (this.hasSynced === synced) return;
    this.hasSynced = synced;
    this.trigger('change:hasSynced', this, synced);
  }
}

export class Wid {
  readonly user: string;
  readonly server: string;

  constructor(readonly _serialized: string) {
    const [, user, server] = /^([\d-]+|status)@(c\.us|lid|g\.us|broadcast)$/.exec(_serialized) ?? [];
    if (user === undefined || server === undefined) throw new Error(`wid error: invalid wid ${_serialized}`);
    this.user = user;
    this.server = server;
  }

  isLid(): boolean {
    return this.server === 'lid';
  }

  isGroup(): boolean {
    return this.server === 'g.us';
  }

  isStatus(): boolean {
    return this.user === 'status';
  }

  isUser(): boolean {
    return this.server === 'c.us' || this.server === 'lid';
  }

  toString(): string {
    return this._serialized;
  }
}

export function createWid(from: string | { _serialized: string }): Wid {
  return new Wid(typeof from === 'string' ? from : from._serialized);
}

export class MsgKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly _serialized: string;

  static async newId(): Promise<string> {
    const bytes = crypto.getRandomValues(new Uint8Array(9));
    return `3EB0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()}`;
  }

  constructor({ from, to, id, selfDir }: { from: Wid; to: Wid; id: string; selfDir: 'in' | 'out' }) {
    this.fromMe = selfDir === 'out';
    this.remote = this.fromMe ? to : from;
    this.id = id;
    this._serialized = `${this.fromMe}_${this.remote._serialized}_${id}`;
  }
}

export interface MsgData {
  id: MsgKey;
  type: string;
  from: Wid;
  to: Wid;
  t: number;
  ack: number;
  isNewMsg: boolean;
  body?: string | undefined;
  caption?: string | undefined;
  notifyName?: string | undefined;
  isForwarded?: boolean | undefined;
  directPath?: string | undefined;
  mimetype?: string | undefined;
  size?: number | undefined;
}

export class Msg extends Emitter {
  declare type: string;
  declare from: Wid;
  declare to: Wid;
  declare t: number;
  declare ack: number;
  declare isNewMsg: boolean;
  declare body?: string;
  declare caption?: string;
  declare notifyName?: string;
  declare isForwarded?: boolean;
  declare directPath?: string;
  declare mimetype?: string;
  declare size?: number;
  readonly mediaData = { mediaStage: 'RESOLVED' };
  /** Where the real model keeps `id`: whoever writes here, writes the id. */
  __x_id: MsgKey | undefined;

  constructor(data: MsgData) {
    super();
    Object.assign(this, data);
    if (this.id === undefined)
      throw new Error(
        "Data passed to getter must include an id property (it's how we memoize) but got undefined",
      );
  }

  get id(): MsgKey {
    return this.__x_id as MsgKey;
  }

  set id(id: MsgKey) {
    this.__x_id = id;
  }

  serialize(): MsgData {
    const { id, type, from, to, t, ack, isNewMsg, body, caption, notifyName, isForwarded } = this;
    const { directPath, mimetype, size } = this;
    const words = { body, caption, notifyName, isForwarded };
    const plain = { type, from, to, t, ack, isNewMsg, ...words, directPath, mimetype, size };
    return { ...plain, id: Object.assign(Object.create(null) as MsgKey, id) };
  }

  toJSON(): MsgData {
    return this.serialize();
  }
}

interface HasId extends Emitter {
  id: { _serialized: string };
}

export class Collection<Model extends HasId> extends Emitter {
  readonly #models = new Map<string, Model>();

  get(id: string | { _serialized: string }): Model | undefined {
    return this.#models.get(typeof id === 'string' ? id : id._serialized);
  }

  add(model: Model): void {
    this.#models.set(model.id._serialized, model);
    this.trigger('add', model);
  }

  getModelsArray(): Model[] {
    return [...this.#models.values()];
  }
}

export class Chat extends Emitter {
  unreadCount = 0;
  readonly msgs = new Collection<Msg>();
  readonly mute = { expiration: 0 };
  readonly formattedTitle: string;

  constructor(readonly id: Wid) {
    super();
    this.formattedTitle = id.user;
  }

  serialize(): object {
    return { id: this.id, unreadCount: this.unreadCount, formattedTitle: this.formattedTitle };
  }

  toJSON(): object {
    return this.serialize();
  }
}
