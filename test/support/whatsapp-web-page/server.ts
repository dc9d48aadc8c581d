import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { selfSignedCertificate } from './certificate';
import type { Contact, FromServer, Me, PageFaults, WireChat, WireMessage } from './protocol';

const SCRIPTS = ['main', 'media', 'models', 'modules', 'session'];

const ME: Me = { pn: '5511988880000@c.us', lid: '900000000000@lid' };

/** How far the server acknowledges what is sent: refused, not at all, or up to a state. */
export type Acknowledging = -1 | 0 | 1 | 2 | 3;

export interface Behaviour extends PageFaults {
  acknowledges: Acknowledging;
  /** The page shows nothing of WhatsApp Web. */
  staysBlank: boolean;
}

function scriptOf(name: string): string {
  const source = readFileSync(join(__dirname, 'page', `${name}.ts`), 'utf8');
  return transformSync(source, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  }).code;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A stand-in for WhatsApp: it serves a page that models WhatsApp Web as far as whatsapp-web.js touches it, and is the
 * phone and the servers behind it. Everything stays on the loopback interface. It proves our code and the library
 * against each other, not against today's WhatsApp.
 */
export class SimulatedWhatsApp {
  readonly behaviour: Behaviour = {
    acknowledges: 2,
    staysBlank: false,
    syncsEarly: false,
    syncsTwice: false,
    leaksModelId: true,
  };
  /** What the linked number sent, in order. */
  readonly sent: WireMessage[] = [];
  readonly seen: string[] = [];
  /** Whom the page asked for. */
  readonly lookUps: string[] = [];
  /** The chats in which "typing" was shown. */
  readonly typing: string[] = [];
  readonly media = new Map<string, Buffer>();
  private readonly contacts: Contact[] = [];
  private readonly chats = new Map<string, WireChat>();
  private readonly links = new Set<string>();
  private readonly pages = new Set<ServerResponse>();
  private readonly server: Server;
  private ref = randomUUID();
  private code: string | null = null;
  private isAway = false;

  private constructor() {
    this.server = createServer(selfSignedCertificate('web.whatsapp.com'), (request, response) => {
      this.answer(request, response).catch(() => response.writeHead(500).end());
    });
  }

  static async start(): Promise<SimulatedWhatsApp> {
    const simulated = new SimulatedWhatsApp();
    simulated.server.listen(0, '127.0.0.1');
    await once(simulated.server, 'listening');
    return simulated;
  }

  /** The browser's arguments: the real origin leads here, and no other name leads anywhere. */
  get browserArguments(): string[] {
    const { port } = this.server.address() as AddressInfo;
    const rules = `MAP web.whatsapp.com:443 127.0.0.1:${port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`;
    return [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors'];
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Somebody who is on WhatsApp; `lid` alone in chats when given. */
  know(contact: { pn: string; lid?: string }): void {
    this.contacts.push({ id: contact.pn, pn: contact.pn, lid: contact.lid ?? null });
  }

  /** The phone scans the code that the page shows. */
  scan(qr: string): void {
    if (qr.split(',')[0] !== this.ref) throw new Error('the phone does not know this code');
    this.link();
  }

  private link(): void {
    this.code = null;
    const token = randomUUID();
    this.links.add(token);
    this.tell({ type: 'linked', token, me: ME });
    this.tell({ type: 'history', chats: [...this.chats.values()] });
  }

  /** Somebody types the code that is shown into the phone of the number that it was made for. */
  type(code: string): void {
    if (this.code === null || code.replace('-', '') !== this.code)
      throw new Error('the phone does not know this code');
    this.link();
  }

  /** The phone takes the link back. */
  logOut(): void {
    this.links.clear();
    this.ref = randomUUID();
    this.tell({ type: 'logout' });
  }

  /** The code to scan expires and another is shown. */
  renewCode(): void {
    this.ref = randomUUID();
    this.tell({ type: 'ref', ref: this.ref });
  }

  /** Somebody writes; returns the message's full id. */
  receive(message: Partial<WireMessage> & { chatId: string }): string {
    const defaults = {
      id: randomUUID().replaceAll('-', '').toUpperCase(),
      fromMe: false,
      type: 'chat',
      ack: 1,
    };
    const wire: WireMessage = { ...defaults, t: Math.floor(Date.now() / 1000), ...message };
    const chat = this.chatOf(wire.chatId);
    chat.messages.push(wire);
    if (!wire.fromMe) chat.unread += 1;
    this.tell({ type: 'message', message: wire });
    return `${wire.fromMe}_${wire.chatId}_${wire.id}`;
  }

  /** The server or the other phone acknowledges what was sent. */
  acknowledge({ chatId, id }: WireMessage, ack: number): void {
    const message = this.chatOf(chatId).messages.find((known) => known.id === id);
    if (message) message.ack = ack;
    this.tell({ type: 'ack', chatId, id, ack });
  }

  /** All connections of pages break; they try again by themselves, in vain until `comeBack`. */
  dropConnections(): void {
    this.isAway = true;
    for (const page of this.pages) page.destroy();
  }

  comeBack(): void {
    this.isAway = false;
  }

  private tell(what: FromServer): void {
    for (const page of this.pages) page.write(`data: ${JSON.stringify(what)}\n\n`);
  }

  private chatOf(id: string): WireChat {
    const chat = this.chats.get(id) ?? { id, unread: 0, messages: [] };
    this.chats.set(id, chat);
    return chat;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://web.whatsapp.com');
    const script = pathname.slice(1);
    if (request.method === 'POST') response.end(this.take(pathname, await bodyOf(request)));
    else if (pathname === '/live' && this.isAway) response.destroy();
    else if (pathname === '/live') this.open(response, searchParams.get('token'));
    else if (pathname === '/') response.setHeader('content-type', 'text/html').end(this.html());
    else if (this.media.has(pathname)) response.end(this.media.get(pathname));
    else if (SCRIPTS.includes(script))
      response.setHeader('content-type', 'text/javascript').end(scriptOf(script));
    else response.writeHead(404).end();
  }

  private html(): string {
    return this.behaviour.staysBlank
      ? '<!doctype html>'
      : '<!doctype html><title>WhatsApp</title><script type="module" src="/main"></script>';
  }

  private open(response: ServerResponse, token: string | null): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.pages.add(response);
    response.once('close', () => this.pages.delete(response));
    const me = token !== null && this.links.has(token) ? ME : null;
    const say = (what: FromServer): boolean => response.write(`data: ${JSON.stringify(what)}\n\n`);
    say({ type: 'hello', me, ref: this.ref, faults: this.behaviour });
    if (me !== null) say({ type: 'history', chats: [...this.chats.values()] });
  }

  /** What the page asks of the server, as JSON; a picture's bytes are answered by their path. */
  private take(path: string, body: Buffer): string {
    if (path === '/media') {
      const directPath = `/v/${randomUUID()}`;
      this.media.set(directPath, body);
      return directPath;
    }
    const said = JSON.parse(body.toString()) as Record<string, unknown>;
    if (path === '/send') this.send(said as unknown as WireMessage);
    else if (path === '/seen') this.see(String(said['chatId']));
    else if (path === '/typing') this.typing.push(String(said['chatId']));
    else if (path === '/code') return JSON.stringify(this.codeFor(String(said['phone'])));
    else if (path === '/refresh') this.renewCode();
    else if (path === '/exists') {
      this.lookUps.push(String(said['id']));
      const found = this.contacts.find(({ pn, lid }) => pn === said['id'] || lid === said['id']);
      return JSON.stringify(found ?? null);
    }
    return 'null';
  }

  private codeFor(phone: string): string {
    if (`${phone}@c.us` !== ME.pn) throw new Error('nobody has this phone');
    this.code = randomUUID().replaceAll('-', '').slice(0, 8).toUpperCase();
    return this.code;
  }

  private send(message: WireMessage): void {
    this.chatOf(message.chatId).messages.push(message);
    this.sent.push(message);
    const { acknowledges } = this.behaviour;
    if (acknowledges < 0) this.acknowledge(message, acknowledges);
    for (let ack = 1; ack <= acknowledges; ack += 1) this.acknowledge(message, ack);
  }

  private see(chatId: string): void {
    this.chatOf(chatId).unread = 0;
    this.seen.push(chatId);
  }
}
