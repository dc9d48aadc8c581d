import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ManualClock } from '../../src/clock';
import {
  createSandboxSmartPos,
  type Company,
  type CompanySetup,
  type SandboxSmartPos,
} from '../../src/sandbox/smartpos';
import { untilSeen } from '../support/until';

export const NOON = Date.parse('2026-11-23T12:00:00-03:00');
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const BAKERY: CompanySetup = {
  id: 'padaria',
  name: 'Padaria Central',
  cnpj: '11222333000181',
  seed: 'a bakery',
};

/** A sandbox over a file of its own, which outlives `restart`. */
export class SandboxRig {
  readonly clock = new ManualClock(NOON);
  readonly folder = mkdtempSync(join(tmpdir(), 'smartbis-sandbox-'));
  readonly file = join(this.folder, 'smartpos.jsonl');
  sandbox: SandboxSmartPos = this.create();
  url = '';

  async start(): Promise<void> {
    this.url = (await this.sandbox.start()).url;
  }

  async restart(): Promise<void> {
    await this.sandbox.stop();
    this.sandbox = this.create();
    await this.start();
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get(company: Company, path: string, headers?: Record<string, string>): Promise<Response> {
    const keys = { 'X-Api-Key-Id': company.apiKeyId, 'X-Api-Key-Secret': company.apiKeySecret };
    return fetch(`${this.url}${path}`, { headers: { ...keys, ...headers } });
  }

  create(): SandboxSmartPos {
    return createSandboxSmartPos({
      dataFile: this.file,
      clock: this.clock,
      logger: pino({ level: 'silent' }),
      host: '127.0.0.1',
      firstWaitMs: 20,
      slowMs: 300,
      lateMs: 30,
    });
  }
}

export interface Delivered {
  headers: Record<string, string>;
  body: string;
  answer: number;
}

/** Takes deliveries. */
export class Receiver {
  readonly deliveries: Delivered[] = [];
  answers: number[] = [];
  /** The next of `answers`, then 202. */
  answerTo: (headers: Delivered['headers'], body: string) => number = () => this.answers.shift() ?? 202;
  onDelivery: () => void = () => undefined;
  url = '';
  private readonly server: Server = createServer((request, response) => {
    void readText(request).then((body) => {
      const headers = request.headers as Delivered['headers'];
      const answer = this.answerTo(headers, body);
      this.deliveries.push({ headers, body, answer });
      this.onDelivery();
      response.writeHead(answer).end();
    });
  });

  /** Resolves once it has taken at least so many. */
  async took(count: number): Promise<void> {
    await untilSeen(
      `${count} deliveries`,
      () => this.deliveries,
      ({ length }) => length >= count,
    );
  }

  start(): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => {
        this.url = `http://127.0.0.1:${(this.server.address() as { port: number }).port}/events`;
        resolve();
      });
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
