import { randomUUID } from 'node:crypto';
import type { Fault } from '../../src/sandbox/faults';
import type { ChatMessage, Ledger, Phone, TryItMachine } from '../../src/sandbox/tryit';
import { untilSeen } from './until';

/** More than a sending that was broken off needs until it is taken up again. */
const PATIENCE = { seconds: 240, everyMs: 100 };

type Said = Omit<ChatMessage, 'hasPicture' | 'document'> & { picture: string | null };

/** A demo shop, as the try-it page asks for it over HTTP. */
export class TryItShop {
  private constructor(
    private readonly baseUrl: () => string,
    private readonly id: string,
  ) {}

  /** `baseUrl`: where the program answers now; another one after a restart. */
  static async open(baseUrl: () => string, name: string): Promise<TryItShop> {
    const shops = (await (await fetch(`${baseUrl()}/try/api/shops`)).json()) as {
      id: string;
      name: string;
    }[];
    const found = shops.find((shop) => shop.name === name);
    if (found === undefined) throw new Error(`there is no shop ${name}`);
    return new TryItShop(baseUrl, found.id);
  }

  async phone(name: string): Promise<TryItPhone> {
    const found = (await this.read<Phone[]>('/phones')).find((phone) => phone.name === name);
    if (found === undefined) throw new Error(`${name} has no phone`);
    return new TryItPhone(this, found);
  }

  /** A button of a machine of this acquirer is pressed. */
  async sells(acquirer: string, amount: string, buyer: TryItPhone | null): Promise<void> {
    const machine = (await this.read<TryItMachine[]>('/machines')).find((one) => one.acquirer === acquirer);
    await this.send('POST', '/sales', {
      terminal: machine?.id,
      amount,
      method: 'pix',
      buyer: buyer === null ? null : { phone: buyer.phone },
    });
  }

  setFaults(...faults: Fault[]): Promise<void> {
    return this.send('PUT', '/faults', { faults });
  }

  ledger(): Promise<Ledger> {
    return this.read('/ledger');
  }

  async read<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.baseUrl()}/try/api/shops/${this.id}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  }

  async send(method: 'POST' | 'PUT', path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const options = { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(`${this.baseUrl()}/try/api/shops/${this.id}${path}`, options);
    expect([path, await answer.text(), answer.ok]).toEqual([path, expect.anything(), true]);
  }

  async file(path: string): Promise<Buffer> {
    return Buffer.from(await (await fetch(`${this.baseUrl()}/try/${path}`)).arrayBuffer());
  }
}

/** One of the phones side by side. */
export class TryItPhone {
  readonly phone: string;
  private readonly path: string;
  private heardTo = 0;

  constructor(
    private readonly shop: TryItShop,
    { phone, chatId }: Phone,
  ) {
    this.phone = phone;
    this.path = `/chats/${encodeURIComponent(chatId)}/messages`;
  }

  /** Resolves once it is acknowledged, which is before it is answered. */
  writes(text: string): Promise<void> {
    return this.shop.send('POST', this.path, { id: randomUUID(), text });
  }

  async says(text: string, hears: RegExp): Promise<Said> {
    await this.writes(text);
    return this.hears(hears);
  }

  /** The first message like it that comes after the one that was heard last. */
  async hears(words: RegExp): Promise<Said> {
    const like = (said: Said): boolean => said.seq > this.heardTo && words.test(said.text);
    const messages = await untilSeen(
      `a message like ${String(words)}`,
      () => this.shown(),
      (shown) => shown.some(like),
      PATIENCE,
    );
    const found = messages.find(like) as Said;
    this.heardTo = found.seq;
    return found;
  }

  /** All that the shop said to this phone. */
  async shown(): Promise<Said[]> {
    return (await this.shop.read<Said[]>(this.path)).filter(({ from }) => from === 'shop');
  }

  picture({ picture }: Said): Promise<Buffer> {
    if (picture === null) throw new Error('it came without a picture');
    return this.shop.file(picture);
  }
}
