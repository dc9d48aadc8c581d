import { z } from 'zod';

/** For Meta to answer; an upload takes longer. */
const ANSWER_MS = 20_000;
const UPLOAD_MS = 60_000;

/** What Meta's Graph API said to a request. */
export type Answer<T> =
  | { ok: true; value: T }
  /** Refused by Meta, with its code where it gave one. */
  | { ok: false; kind: 'refused'; status: number; code: number | null; retryAfterMs: number | null }
  /** It never reached Meta. */
  | { ok: false; kind: 'unreachable' }
  /** It may have reached Meta. */
  | { ok: false; kind: 'unknown'; reason: string };

const errorSchema = z.looseObject({ error: z.looseObject({ code: z.number() }) });
const sentSchema = z.looseObject({ messages: z.array(z.looseObject({ id: z.string() })).min(1) });
/** That it answers is enough. */
const numberSchema = z
  .looseObject({ display_phone_number: z.string().nullable() })
  .catch({ display_phone_number: null });
const idSchema = z.looseObject({ id: z.string() });
const mediaSchema = z.looseObject({ url: z.url(), file_size: z.coerce.number().optional() });

/** Meta's Graph API as one number uses it: https://developers.facebook.com/docs/whatsapp/cloud-api/reference. */
export class Graph {
  constructor(
    /** With the version, such as https://graph.facebook.com/v23.0. */
    private readonly base: string,
    private readonly phoneNumberId: string,
    private readonly token: string,
  ) {}

  /** Whether the number and its token are good; the number as Meta shows it, where it does. */
  async check(): Promise<Answer<string | null>> {
    const address = `${this.base}/${this.phoneNumberId}?fields=display_phone_number`;
    const answer = await this.ask(address, {}, numberSchema, ANSWER_MS);
    return answer.ok ? { ok: true, value: answer.value.display_phone_number } : answer;
  }

  /** Returns the message's id. */
  async send(payload: object): Promise<Answer<string>> {
    const answer = await this.post('messages', payload, sentSchema);
    return answer.ok ? { ok: true, value: answer.value.messages[0]?.id ?? '' } : answer;
  }

  /** Marks a received message as read, and shows "typing" if asked to. */
  async markRead(messageId: string, isTyping: boolean): Promise<Answer<unknown>> {
    const typing = isTyping ? { typing_indicator: { type: 'text' } } : {};
    return this.post('messages', { status: 'read', message_id: messageId, ...typing }, z.unknown());
  }

  /** Returns the id by which a message may name the file. */
  async upload(bytes: Buffer, mimeType: string, fileName: string): Promise<Answer<string>> {
    const body = new FormData();
    body.set('messaging_product', 'whatsapp');
    body.set('type', mimeType);
    body.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), fileName);
    const init = { method: 'POST', body };
    const answer = await this.ask(`${this.base}/${this.phoneNumberId}/media`, init, idSchema, UPLOAD_MS);
    return answer.ok ? { ok: true, value: answer.value.id } : answer;
  }

  /** What came with a received message; null when it is larger than `most` bytes. Rejects when it is not to be had. */
  async download(mediaId: string, most: number): Promise<Buffer | null> {
    const found = await this.ask(`${this.base}/${encodeURIComponent(mediaId)}`, {}, mediaSchema, ANSWER_MS);
    if (!found.ok) throw new Error('the address of a file was not given');
    if ((found.value.file_size ?? 0) > most) return null;
    const response = await fetch(found.value.url, {
      headers: this.headers,
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    if (!response.ok || response.body === null) throw new Error(`a file was answered by ${response.status}`);
    return readUpTo(response.body, most);
  }

  private get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }

  private async post<T>(path: string, payload: object, form: z.ZodType<T>): Promise<Answer<T>> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...payload }),
    };
    return this.ask(`${this.base}/${this.phoneNumberId}/${path}`, init, form, ANSWER_MS);
  }

  private async ask<T>(
    url: string,
    init: { method?: string; headers?: Record<string, string>; body?: string | FormData },
    form: z.ZodType<T>,
    ms: number,
  ): Promise<Answer<T>> {
    try {
      const headers = { ...init.headers, ...this.headers };
      const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(ms) });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) return refusal(response, body);
      const value = form.safeParse(body);
      return value.success
        ? { ok: true, value: value.data }
        : { ok: false, kind: 'unknown', reason: 'an answer of an unknown form' };
    } catch (error) {
      return isUnreachable(error)
        ? { ok: false, kind: 'unreachable' }
        : { ok: false, kind: 'unknown', reason: error instanceof Error ? error.name : 'Error' };
    }
  }
}

function refusal(response: Response, body: unknown): Answer<never> {
  const error = errorSchema.safeParse(body);
  const code = error.success ? error.data.error.code : null;
  // A gateway's own fault page tells nothing of what became of the request.
  if (code === null && response.status >= 500)
    return { ok: false, kind: 'unknown', reason: `answered by ${response.status}` };
  const seconds = Number(response.headers.get('retry-after') ?? '');
  const retryAfterMs = seconds > 0 ? seconds * 1000 : null;
  return { ok: false, kind: 'refused', status: response.status, code, retryAfterMs };
}

/** Faults that come before anything was sent. */
function isUnreachable(error: unknown): boolean {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  return [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ].includes(String(cause?.code));
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
