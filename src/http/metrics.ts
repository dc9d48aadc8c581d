import type { IncomingMessage, ServerResponse } from 'node:http';
import { Histogram, type Registry } from 'prom-client';

/** Kinds of routes, by how their paths begin: a path itself may name a person or open a page. */
const ROUTES: readonly (readonly [begins: string, route: string])[] = [
  ['/v1/smartpos/events/', 'events'],
  ['/v1/whatsapp/events/', 'callbacks'],
  ['/v1/mail/', 'returned-mail'],
  ['/v1/vouchers/', 'tills'],
  ['/v1/customers/', 'tills'],
  ['/p/', 'pages'],
  ['/link/', 'linking'],
  ['/u/', 'unsubscribing'],
  ['/try', 'try-it'],
];

export const routeOf = (url: string): string =>
  ROUTES.find(([begins]) => url.startsWith(begins))?.[1] ?? 'other';

/** Counts and times requests of the public port. */
export class HttpMetrics {
  private readonly seconds: Histogram<'route' | 'status'>;

  constructor(registry: Registry) {
    this.seconds = new Histogram({
      name: 'smartbis_http_seconds',
      help: 'How long a request of the public port took, by the kind of its route and the class of its answer; gone: the client left before',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
      registers: [registry],
    });
  }

  /** Of a request that begins; to be called when its answer is closed. */
  watch(request: IncomingMessage, response: ServerResponse): () => void {
    const began = performance.now();
    return () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
      this.seconds.observe({ route: routeOf(request.url ?? ''), status }, (performance.now() - began) / 1000);
    };
  }
}
