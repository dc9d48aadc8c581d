import { setTimeout as sleep } from 'node:timers/promises';

/** How long the channel waits for what; all in milliseconds. Tests shorten them. */
export interface Timings {
  /** From launching the browser to having WhatsApp Web's page open with the library in it. */
  start: number;
  /** For the page to show WhatsApp Web's own code, within `start`. */
  load: number;
  /** From being linked to being usable; a person's scanning of the code is not counted. */
  ready: number;
  /** How long the page may be in sync without the library noticing before it is told. */
  syncGrace: number;
  /** From there to the library listening to the page. */
  attach: number;
  probeEvery: number;
  /** For the page to answer a probe; two misses in a row are a dead or frozen browser. */
  probe: number;
  /** How long WhatsApp Web may be without its own connection before the browser is started anew. */
  offline: number;
  /** For one look-up in the page. */
  call: number;
  /** For a received picture to be fetched. */
  media: number;
  /** For a message to be handed to the page, uploading of its picture included. */
  send: number;
  /** From there to the server's acknowledgement. */
  ack: number;
  /** For the browser to end when it is asked to. */
  close: number;
  retryFirst: number;
  retryMost: number;
  /** Between two looks at the browser's memory. */
  weighEvery: number;
  /** Without a message for this long, the browser may be replaced unnoticed. */
  quiet: number;
  /** A browser that was ready this long makes the next pause short again. */
  steady: number;
  /** Between tries to make a received message durable, growing eightfold at most. */
  redeliver: number;
  /** Unread messages older than this are left to people when the channel comes up. */
  sweepAge: number;
}

export const DEFAULT_TIMINGS: Timings = {
  start: 120_000,
  load: 60_000,
  ready: 180_000,
  syncGrace: 4_000,
  attach: 30_000,
  probeEvery: 1_000,
  probe: 2_500,
  offline: 120_000,
  call: 15_000,
  media: 30_000,
  send: 45_000,
  ack: 30_000,
  close: 5_000,
  retryFirst: 500,
  retryMost: 8_000,
  weighEvery: 60_000,
  quiet: 60_000,
  steady: 5_000,
  redeliver: 1_000,
  sweepAge: 86_400_000,
};

export class TimedOut extends Error {
  constructor(what: string, ms: number) {
    super(`${what} took longer than ${ms} ms`);
  }
}

/** The result of `work`, or a TimedOut after `ms`; work that settles later is ignored. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(what, ms)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves after `ms`, or at once when the signal is aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
