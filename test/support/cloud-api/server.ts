import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageForm, readForm, type SentMessage } from './forms';

const DAY_MS = 24 * 3_600_000;

/** A message that the shop's number sent, as Meta took it. */
export interface Taken {
  id: string;
  payload: SentMessage;
}

/** How the next requests for messages are answered instead. */
export interface Fault {
  status: number;
  code: number;
  retryAfter?: number;
  /** It is taken all the same, and the answer is lost. */
  isTaken?: boolean;
  /** What its error says besides. */
  words?: string;
}

export interface Registered {
  language: string;
  parameters: number;
  hasPicture?: boolean;
}

const PHONE_NUMBER_ID = '106540352242922';

/**
 * A stand-in for WhatsApp's Cloud API: it speaks Meta's contract as far as the product uses it, keeps its limits, and is the
 * phones and the callbacks behind it. It proves the product against that contract as it is written here, not against Meta.
 */
export class SimulatedCloudApi {
  readonly phoneNumberId = PHONE_NUMBER_ID;
  readonly appSecret = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  token = 'EAAsimulated';
  /** Where the shop wants to be called back. */
  callback: string | null = null;
  readonly sent: Taken[] = [];
  readonly read: { id: string; isTyping: boolean }[] = [];
  readonly templates = new Map<string, Registered>();
  readonly uploads = new Map<string, { bytes: Buffer; mimeType: string }>();
  /** What people sent, by the id of the media; a size may be claimed that it does not have. */
  readonly media = new Map<string, { bytes: Buffer; mimeType: string; claims?: number }>();
  faults: Fault[] = [];
  /** As whom Meta knows who writes. */
  writer = 'Ana';
  requests = 0;
  private readonly heardAt = new Map<string, number>();
  private readonly server: Server;

  private constructor(private readonly now: () => number) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(now: () => number = Date.now): Promise<SimulatedCloudApi> {
    const simulated = new SimulatedCloudApi(now);
    simulated.server.listen(0, '127.0.0.1');
    await once(simulated.server, 'listening');
    return simulated;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v23.0`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Somebody writes; returns how the callback was answered and the message's id. */
  async receive(from: string, message: object): Promise<{ status: number; id: string }> {
    const id = `wamid.${randomUUID()}`;
    this.heardAt.set(from, this.now());
    const timestamp = String(Math.floor(this.now() / 1000));
    const whole = { from, id, timestamp, ...message };
    const contacts = [{ profile: { name: this.writer }, wa_id: from }];
    return { status: await this.call({ contacts, messages: [whole] }), id };
  }

  says(from: string, body: string): Promise<{ status: number; id: string }> {
    return this.receive(from, { type: 'text', text: { body } });
  }

  /** The person taps what has this label on a message. */
  async taps(
    from: string,
    { id: context, payload }: Taken,
    label: string,
  ): Promise<{ status: number; id: string }> {
    if (payload.type !== 'interactive') throw new Error('there is nothing to tap');
    const { interactive } = payload;
    const choices =
      interactive.type === 'button'
        ? interactive.action.buttons.map(({ reply }) => reply)
        : interactive.action.sections.flatMap(({ rows }) => rows);
    const chosen = choices.find(({ title }) => title === label);
    if (chosen === undefined) throw new Error(`there is no ${label}`);
    const { id, title } = chosen;
    const type = `${interactive.type}_reply`;
    const tapped = {
      type: 'interactive',
      interactive: { type, [type]: { id, title } },
      context: { id: context },
    };
    return this.receive(from, tapped);
  }

  /** What became of a message. */
  tell({ id, payload }: Taken, status: string, more: object = {}): Promise<number> {
    const recipient = payload.to ?? payload.recipient;
    const own = { biz_opaque_callback_data: payload.biz_opaque_callback_data };
    return this.call({
      statuses: [{ id, status, timestamp: '1795000000', recipient_id: recipient, ...own, ...more }],
    });
  }

  /** Somebody turns the shop's offers off, or on again, in WhatsApp itself. */
  prefers(account: string, value: 'stop' | 'resume', category = 'marketing_messages'): Promise<number> {
    const timestamp = Math.floor(this.now() / 1000);
    const detail = `User requested to ${value} marketing messages`;
    const wishes = [{ wa_id: account, detail, category, value, timestamp }];
    return this.call(
      { contacts: [{ wa_id: account }], user_preferences: wishes },
      { field: 'user_preferences' },
    );
  }

  /** A callback about this number, signed unless told otherwise. */
  async call(
    value: object,
    change: { signature?: string; body?: string; field?: string } = {},
  ): Promise<number> {
    const metadata = { display_phone_number: '5511988880000', phone_number_id: this.phoneNumberId };
    const { field = 'messages' } = change;
    const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }];
    const body =
      change.body ?? JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
    const signature = `sha256=${createHmac('sha256', this.appSecret).update(body).digest('hex')}`;
    const response = await fetch(this.callback ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': change.signature ?? signature,
      },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [, , first = '', second] = new URL(request.url ?? '/', this.url).pathname.split('/');
    const json = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    };
    const refuse = (status: number, code: number, words = '', headers: Record<string, string> = {}): void => {
      const error = { message: `(#${code}) ${words}`, type: 'OAuthException', code, fbtrace_id: 'x' };
      json(status, { error }, headers);
    };
    const { authorization } = request.headers;
    // What it refuses it quotes.
    if (authorization !== `Bearer ${this.token}`) return refuse(401, 190, authorization);
    if (first === 'download') return void response.end(this.media.get(second ?? '')?.bytes);
    if (first !== PHONE_NUMBER_ID) return this.describe(first, json, refuse);
    if (second === undefined) return json(200, { id: first, display_phone_number: '+55 11 98888-0000' });
    this.requests += 1;
    if (second === 'media') return json(200, { id: await this.upload(request, body) });
    const said = JSON.parse(body.toString()) as object;
    if ('status' in said) return json(200, this.markRead(said));
    const fault = this.faults.shift();
    if (fault?.isTaken === true) this.take(messageForm.parse(said));
    if (fault !== undefined)
      return fault.isTaken === true
        ? void response.destroy()
        : refuse(
            fault.status,
            fault.code,
            fault.words,
            fault.retryAfter ? { 'retry-after': String(fault.retryAfter) } : {},
          );
    const form = messageForm.safeParse(said);
    if (!form.success) return refuse(400, 100);
    const code = this.objection(form.data);
    if (code !== null) return refuse(400, code);
    const id = this.take(form.data);
    json(200, { messaging_product: 'whatsapp', contacts: [{ input: form.data.to }], messages: [{ id }] });
  }

  private describe(
    id: string,
    json: (status: number, value: unknown) => void,
    refuse: (status: number, code: number) => void,
  ): void {
    const file = this.media.get(id);
    if (file === undefined) return refuse(400, 100);
    const { mimeType, bytes, claims } = file;
    json(200, {
      id,
      url: `${this.url}/download/${id}`,
      mime_type: mimeType,
      file_size: claims ?? bytes.length,
    });
  }

  private async upload(request: IncomingMessage, body: Buffer): Promise<string> {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const file = form.get('file');
    if (form.get('messaging_product') !== 'whatsapp' || !(file instanceof File)) throw new Error('no file');
    const id = String(1_000_000 + this.uploads.size);
    this.uploads.set(id, { bytes: Buffer.from(await file.arrayBuffer()), mimeType: file.type });
    return id;
  }

  private markRead(said: object): object {
    const { message_id: id, typing_indicator: typing } = readForm.parse(said);
    this.read.push({ id, isTyping: typing !== undefined });
    return { success: true };
  }

  private take(payload: SentMessage): string {
    const id = `wamid.${randomUUID()}`;
    this.sent.push({ id, payload });
    return id;
  }

  /** Meta's error code for what it does not take. */
  private objection(payload: SentMessage): number | null {
    const heard = this.heardAt.get(payload.to ?? payload.recipient ?? '') ?? 0;
    if (payload.type !== 'template') return this.now() - heard < DAY_MS ? null : 131047;
    const { name, language, components } = payload.template;
    const registered = this.templates.get(name);
    if (registered === undefined || registered.language !== language.code) return 132001;
    const given = components.find(({ type }) => type === 'body')?.parameters.length ?? 0;
    const hasHeader = components.some(({ type }) => type === 'header');
    return given !== registered.parameters || hasHeader !== (registered.hasPicture ?? false) ? 132000 : null;
  }
}
