import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const KEYS = { apiKeyId: 'the-key-id', apiKeySecret: 'the-key-secret-of-40-characters-0123456' };

/**
 * A SmartPOS whose answers a test writes down itself, apart from the sandbox: an error that product and sandbox share
 * shows here.
 */
export class SmartPosServer {
  /** By path; a list is answered in its order, the last one for good. */
  readonly answers = new Map<string, Answer[]>();
  readonly asked: URL[] = [];
  private readonly server = createServer((request, response) => this.answer(request, response));

  constructor(private readonly pair = KEYS) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get keys() {
    return { baseUrl: this.url, ...this.pair };
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Forgets what it was to answer and what it was asked. */
  reset(): void {
    this.answers.clear();
    this.asked.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  on(path: string, ...answers: Answer[]): this {
    this.answers.set(`/v1/${path}`, answers);
    return this;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.url);
    this.asked.push(url);
    if (
      request.headers['x-api-key-id'] !== this.pair.apiKeyId ||
      request.headers['x-api-key-secret'] !== this.pair.apiKeySecret
    )
      return status(401)(request, response);
    const answers = this.answers.get(url.pathname);
    const next = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0];
    return (next ?? status(404))(request, response);
  }
}

/** JSON as it is written here: a number keeps its digits. */
export const text =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(body);

export const json = (body: unknown): Answer => text(JSON.stringify(body));

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end('{"message":"no"}');
