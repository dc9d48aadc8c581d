import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Clock } from '../clock';
import { signingKey } from '../sync/signature';
import type { Agenda } from './agenda';
import type { Draws } from './draws';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const LONGEST_WAIT_MS = 6 * HOUR_MS;

export type Webhook = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Options {
  agenda: Agenda;
  clock: Clock;
  draws: Draws;
  /** The present process's. */
  webhook: () => Webhook;
  connection: { id: string; signingSecret: string };
  faults: () => number;
  tell: (what: string) => void;
}

/** The way of events to the product: lost, delayed, doubled, overtaken; repeated until an answer of 2xx is heard. */
export class Deliveries {
  /** The shop ended its connection: SmartPOS has nobody to tell. */
  isEnded = false;
  private readonly open = new Map<string, string>();
  private count = 0;

  constructor(private readonly options: Options) {}

  send(body: string): void {
    const { agenda, draws, faults } = this.options;
    const id = `evt_${++this.count}`;
    this.open.set(id, body);
    const delay = draws.happens(faults()) ? draws.between(0, 4 * HOUR_MS) : draws.between(0, 3 * SECOND_MS);
    agenda.in(delay, () => this.attempt(id, body, 1));
  }

  /** Whatever was not taken yet comes now. */
  hurry(): void {
    for (const [id, body] of this.open) this.options.agenda.in(0, () => this.attempt(id, body, 1));
  }

  private async attempt(id: string, body: string, tries: number): Promise<void> {
    if (!this.open.has(id) || this.isEnded) return;
    const { agenda, draws, faults, tell } = this.options;
    const again = (): void =>
      agenda.in(Math.min(LONGEST_WAIT_MS, 5 * SECOND_MS * 4 ** tries), () =>
        this.attempt(id, body, tries + 1),
      );
    if (draws.happens(faults())) return again();
    const status = await this.post(id, body);
    tell(`event ${id} is answered by ${status}`);
    if (status === 404) {
      this.isEnded = true;
      return;
    }
    if (status !== 202 && status !== 429 && status !== 503)
      throw new Error(`an event was answered by ${status}`);
    if (status !== 202 || draws.happens(faults())) return again();
    this.open.delete(id);
    if (draws.happens(faults()))
      agenda.in(draws.between(0, HOUR_MS), async () => void (await this.post(id, body)));
  }

  /** Through the product's own handler: what node:http would give it. */
  private post(id: string, body: string): Promise<number> {
    const { clock, connection, webhook } = this.options;
    const timestamp = String(Math.floor(clock.now() / SECOND_MS));
    const signature = createHmac('sha256', signingKey(connection.signingSecret))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    const request = Object.assign(Readable.from([Buffer.from(body)]), {
      method: 'POST',
      url: `/v1/smartpos/events/${connection.id}`,
      complete: true,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
    });
    return new Promise((resolve) => {
      let status = 0;
      const response = {
        writeHead: (code: number) => {
          status = code;
        },
        end: () => resolve(status),
      };
      webhook()(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    });
  }
}
