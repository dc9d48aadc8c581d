import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { TokenBuckets } from '../http/limits';
import { sendProblem, type Problem } from '../http/problem';
import type { Logger } from '../telemetry';
import type { AddressBook } from './connections';
import { IntakeFull, type Intake } from './intake';
import type { RefusalReason } from './refusals';
import { textOf } from './smartpos/text';
import { verifySignature, type SignatureFault } from './signature';

const ADDRESS = /^\/v1\/smartpos\/events\/([\w-]{1,64})(?:\?|$)/;
export const LARGEST_BODY = 64 * 1024;

export interface WebhookOptions {
  addresses: AddressBook;
  intake: Intake;
  clock: Clock;
  logger: Logger;
  /** Of one connection; more are told to come again. */
  eventsPerSecond: number;
  /** Is told of what was turned away. */
  refused?: (merchantId: number, connectionId: string, reason: RefusalReason) => void;
}

const SIGNATURE_FAULTS: Record<SignatureFault, string> = {
  missing: 'webhook-id, webhook-timestamp and webhook-signature are all needed',
  malformed: 'webhook-id or webhook-timestamp is malformed',
  stale: 'webhook-timestamp is more than five minutes away; send it again signed anew',
  wrong: 'no signature fits the body under this address’s secret',
};

/**
 * `POST /v1/smartpos/events/{connection}`, served on plain node:http ahead of express, whose routing alone costs more
 * than all that is done here. Answers 202 once the event is durable; true where the request was this route's.
 */
export function createWebhook(
  options: WebhookOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { eventsPerSecond, clock } = options;
  const limits = new TokenBuckets({ burst: eventsPerSecond, perSecond: eventsPerSecond }, clock);
  return (request, response) => {
    const match = ADDRESS.exec(request.url ?? '');
    if (match === null) return false;
    accept(options, limits, match[1] ?? '', request).then(
      (problem) => {
        if (problem !== null) return refuse(request, response, problem);
        response.writeHead(202, { 'content-length': 0 });
        response.end();
      },
      (error: unknown) => {
        if (!(error instanceof IntakeFull))
          options.logger.error({ err: error }, 'an event could not be made durable');
        refuse(request, response, {
          status: 503,
          title: 'Cannot be taken in now',
          detail: 'The event was not stored. Send it again.',
          retryAfterSeconds: error instanceof IntakeFull ? 1 : 5,
        });
      },
    );
    return true;
  };
}

/** A body that was not read to its end cannot be followed by another request on the same socket. */
function refuse(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  if (!request.complete) response.shouldKeepAlive = false;
  sendProblem(response, problem);
}

async function accept(
  options: WebhookOptions,
  limits: TokenBuckets,
  connectionId: string,
  request: IncomingMessage,
): Promise<Problem | null> {
  if (request.method !== 'POST') return { status: 405, title: 'Only POST is served here' };
  const tooLarge: Problem = { status: 413, title: 'The event is over 64 kB' };
  // The reading begins before the look-up, or an early error of the socket would find nobody listening.
  const reading = readBody(request);
  const address = await options.addresses.find(connectionId);
  const body = await reading;
  if (address === null) return { status: 404, title: 'There is no such connection' };
  const refused = (reason: RefusalReason): void =>
    options.refused?.(address.merchantId, connectionId, reason);
  if (body === 'too-large') {
    refused('too-large');
    return tooLarge;
  }
  if (body === 'aborted') return { status: 400, title: 'The body ended early', field: 'body' };
  const id = header(request, 'webhook-id') ?? '';
  const text = textOf(body);
  const event = readEvent(request, body, text, address.keys, options.clock.now());
  if ('reason' in event) {
    refused(event.reason);
    return event.problem;
  }
  // Of what is the sender's own: whoever only knows the address must not use up its rate.
  const waitMs = limits.take(connectionId);
  if (waitMs > 0)
    return { status: 429, title: 'Too many events', retryAfterSeconds: Math.ceil(waitMs / 1000) };
  await options.intake.add({
    merchantId: address.merchantId,
    connectionId,
    deliveryId: id,
    source: 'webhook',
    body: text,
    saleId: event.saleId,
  });
  return null;
}

type EventRead = { saleId: string | undefined } | { reason: RefusalReason; problem: Problem };

/** It is not taken where its signature does not hold, or where it is no event. */
function readEvent(
  request: IncomingMessage,
  body: Buffer,
  text: string,
  keys: readonly Buffer[],
  now: number,
): EventRead {
  const signed = {
    id: header(request, 'webhook-id'),
    timestamp: header(request, 'webhook-timestamp'),
    signature: header(request, 'webhook-signature'),
  };
  const fault = verifySignature(signed, body, keys, now);
  if (fault === null) return parseEvent(text);
  const detail = SIGNATURE_FAULTS[fault];
  return {
    reason: fault === 'stale' ? 'stale' : 'signature',
    problem: { status: 401, title: 'The signature does not hold', detail },
  };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** What makes an event unreadable as such is refused; what is odd within its sale is for the judging, which keeps it for a person. */
function parseEvent(text: string): EventRead {
  const malformed = (field: string, detail: string): EventRead => ({
    reason: 'malformed',
    problem: { status: 400, title: 'Malformed event', field, detail },
  });
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    return malformed('body', 'not JSON');
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return malformed('body', 'not an object');
  const { type, data } = event as { type?: unknown; data?: unknown };
  if (typeof type !== 'string' || type === '') return malformed('type', 'not a text');
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return malformed('data', 'not an object');
  const { uniqueIdentifier } = data as { uniqueIdentifier?: unknown };
  return { saleId: typeof uniqueIdentifier === 'string' ? uniqueIdentifier : undefined };
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) resolve('too-large');
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) {
        request.pause();
        resolve('too-large');
      } else chunks.push(chunk);
    });
    request.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    request.on('close', () => resolve('aborted'));
    request.on('error', () => resolve('aborted'));
  });
}
