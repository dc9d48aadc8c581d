// A stand-in for WhatsApp's Cloud API that misbehaves: it loses requests, answers late or not at all, takes a message and
// dies before it says so, tells things twice and in another order. What it took is what people's phones show.
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Dice } from '../plan/draws.mjs';

const TOKEN = 'EAAchaos';
const APP_SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const NUMBER = 106540352242900;
const GATHER_MS = 300;
const FAULTS = [
  ['none', 84],
  /** Nothing of it arrives, and nobody answers. */
  ['dropped', 3],
  ['taken-and-died', 4],
  ['late', 4],
  ['gateway', 2],
  ['taken-behind-gateway', 1],
  ['throttled', 1],
  ['passing', 1],
];

export class Cloud {
  /** How often the network took each message, by the outbox row's id. */
  taken = new Map();
  /** Messages that people sent and that were acknowledged by 200: `{ place, id }`. */
  said = [];
  faults = {};
  /** How many callbacks were begun that nobody waits for. */
  told = 0;
  #phones = new Map();
  #statuses = [];
  #calls = new Set();
  #misbehaves = true;
  #requests = 0;

  static async start(plan, clock) {
    const cloud = new Cloud(plan, clock);
    cloud.server.listen(0, '127.0.0.1');
    await once(cloud.server, 'listening');
    return cloud;
  }

  constructor(plan, clock) {
    Object.assign(this, { plan, clock });
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
    });
  }

  get url() {
    return `http://127.0.0.1:${this.server.address().port}/v23.0`;
  }

  account = (place) => ({ phoneNumberId: String(NUMBER + place), token: TOKEN, appSecret: APP_SECRET });

  /** Whoever has this phone is shown what arrives. */
  answerTo(place, phone, shown) {
    this.#phones.set(`${place} ${phone.slice(1)}`, shown);
  }

  /** From now on it behaves. */
  behave() {
    this.#misbehaves = false;
  }

  /** Calls the shops back about what became of messages, until it is stopped. */
  begin(shops, poster) {
    Object.assign(this, { shops, poster });
    this.timer = setInterval(() => this.#tellStatuses(), GATHER_MS);
  }

  /** Somebody writes, or taps `tap`; resolves when the shop's number has it. `twice`: it is handed over once more, later. */
  async say(place, phone, { text, tap, twice }) {
    const id = `wamid.${randomUUID()}`;
    const from = phone.slice(1);
    const what =
      tap === undefined
        ? { type: 'text', text: { body: text } }
        : {
            type: 'interactive',
            interactive: { type: 'button_reply', button_reply: { id: tap.id, title: tap.title } },
            context: { id: tap.of },
          };
    const message = { from, id, timestamp: String(Math.floor(this.clock.now() / 1000)), ...what };
    const value = { contacts: [{ profile: { name: 'Ana' }, wa_id: from }], messages: [message] };
    await this.#call(place, value);
    this.said.push({ place, id });
    if (twice) this.#track(sleep(700).then(() => this.#call(place, value)));
  }

  /** Resolves when each callback was taken. */
  async settled() {
    for (;;) {
      this.#tellStatuses();
      if (this.#calls.size === 0) return;
      await Promise.all(this.#calls);
    }
  }

  async stop() {
    clearInterval(this.timer);
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  #call(place, value) {
    const metadata = { display_phone_number: '5511988880000', phone_number_id: String(NUMBER + place) };
    const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
    const signature = `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
    const headers = { 'x-hub-signature-256': signature };
    const isTaken = (status) => status === 200;
    return this.poster.until(this.shops[place].callback, isTaken, () => ({ headers, body }));
  }

  #track(calling) {
    const settled = calling.catch(() => undefined).finally(() => this.#calls.delete(settled));
    this.#calls.add(settled);
    this.told += 1;
  }

  /** Unordered, a fifth of them twice. */
  #tellStatuses() {
    for (const [place, all] of grouped(this.#statuses.splice(0))) {
      const statuses = all.map(({ status }) => status).toReversed();
      this.#track(this.#call(place, { statuses }));
      if (this.#requests % 5 === 0) this.#track(sleep(400).then(() => this.#call(place, { statuses })));
    }
  }

  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [, , number, what] = new URL(request.url, this.url).pathname.split('/');
    const json = (status, value, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return json(401, { error: { code: 190 } });
    if (what === undefined) return json(200, { id: number, display_phone_number: '+55 11 98888-0000' });
    if (what === 'media') return json(200, { id: randomUUID() });
    const payload = JSON.parse(Buffer.concat(chunks).toString());
    if (payload.status === 'read') return json(200, { success: true });
    return this.#take(Number(number) - NUMBER, payload, { json, response });
  }

  async #take(place, payload, { json, response }) {
    const dice = new Dice(this.plan.seed, 'request', this.#requests++);
    const fault = this.#misbehaves ? dice.weighed(FAULTS) : 'none';
    this.faults[fault] = (this.faults[fault] ?? 0) + 1;
    if (fault === 'dropped') return response.destroy();
    if (fault === 'gateway') return response.writeHead(502).end('<html>Bad Gateway</html>');
    if (fault === 'throttled') return json(429, { error: { code: 130429 } }, { 'retry-after': '2' });
    if (fault === 'passing') return json(500, { error: { code: 131016 } });
    if (fault === 'late') await sleep(dice.between(800, 4_000));
    const id = this.#deliver(place, payload);
    if (fault === 'taken-and-died') return response.destroy();
    if (fault === 'taken-behind-gateway') return response.writeHead(504).end('<html>Gateway Timeout</html>');
    return json(200, { messaging_product: 'whatsapp', messages: [{ id }] });
  }

  /** It is on the phone from now on, whatever is answered. */
  #deliver(place, payload) {
    const id = `wamid.${randomUUID()}`;
    const outboxId = payload.biz_opaque_callback_data;
    this.taken.set(outboxId, (this.taken.get(outboxId) ?? 0) + 1);
    for (const state of ['sent', 'delivered'])
      this.#statuses.push({
        place,
        status: {
          id,
          status: state,
          timestamp: '1795000000',
          recipient_id: payload.to,
          biz_opaque_callback_data: outboxId,
        },
      });
    this.#phones.get(`${place} ${payload.to}`)?.({ id, payload });
    return id;
  }
}

function grouped(statuses) {
  const byShop = new Map();
  for (const one of statuses) byShop.set(one.place, [...(byShop.get(one.place) ?? []), one]);
  return byShop;
}
