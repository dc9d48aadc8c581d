import type { Response } from 'express';
import type { Change } from './backend';

const BEAT_MS = 15_000;
const MOST = 50;

/** The server-sent events of all pages that are open. */
export class Streams {
  private readonly open = new Set<Response>();

  /** Ended streams come back by themselves, unless there is nothing to come back to. */
  constructor(stopping: AbortSignal) {
    stopping.addEventListener('abort', () => {
      for (const response of this.open) response.end();
    });
  }

  get isFull(): boolean {
    return this.open.size >= MOST;
  }

  /** Each change as an event by its kind, until the page goes away. */
  serve(response: Response, subscribe: (listener: (change: Change) => void) => () => void): void {
    const end = subscribe(({ kind, ...rest }) => {
      response.write(`event: ${kind}\ndata: ${JSON.stringify(rest)}\n\n`);
    });
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    response.write('retry: 1000\n\n');
    // A page whose network went away without a word is found out by writing to it.
    const beat = setInterval(() => response.write(':\n\n'), BEAT_MS);
    this.open.add(response);
    response.on('close', () => {
      clearInterval(beat);
      end();
      this.open.delete(response);
    });
  }
}
