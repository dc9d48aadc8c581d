import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SAFE_HEADERS, sendProblem } from './problem';
import type { Logger } from '../telemetry';

/**
 * The application of these routers: no listening, and every error a problem. A request's sender is whom the last of so
 * many proxies in front of it names.
 */
export function createApp(routers: readonly Router[], logger: Logger, proxies = 0): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', proxies);
  app.use((_request, response, next) => {
    response.set(SAFE_HEADERS);
    next();
  });
  for (const router of routers) app.use(router);
  app.use((_request, response) => sendProblem(response, { status: 404, title: 'There is nothing here' }));
  const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) logger.error({ err: error }, 'a request failed');
    sendProblem(response, {
      status,
      title: status >= 500 ? 'Something failed here' : 'The request cannot be read',
    });
  };
  app.use(onError);
  return app;
}

/** What express and its parsers call the client's own fault keeps its status. */
function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Tried before express; true where the request was its own. */
export type RawRoute = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Within ten seconds for a head and fifteen for a request a slow client is closed, with the time that looking takes: Node looks every 30 s by itself. */
const SLOW_CLIENTS = {
  headersTimeout: 8_000,
  requestTimeout: 12_000,
  connectionsCheckingInterval: 500,
  keepAliveTimeout: 65_000,
};

/** So long a client may take to read an answer that is ready, in milliseconds. */
const READING_MS = 12_000;
const LOOK_MS = 500;

/**
 * A client that reads nothing, or too slowly, would keep its socket and the answer for good. All are looked at together, since
 * a timer for each answer costs more than the answer.
 */
function endSlowReaders(open: ReadonlySet<ServerResponse>): NodeJS.Timeout {
  const readySince = new WeakMap<ServerResponse, number>();
  const look = (): void => {
    const now = performance.now();
    for (const response of open) {
      if (!response.writableEnded) continue;
      const since = readySince.get(response);
      if (since === undefined) readySince.set(response, now);
      else if (now - since > READING_MS) response.req.socket.destroy();
    }
  };
  return setInterval(look, LOOK_MS).unref();
}

/** What each server has still to answer. */
const unanswered = new WeakMap<Server, Set<ServerResponse>>();

/** Is told of each request before anything is done with it, and returns what is to be told at its end. */
export type Watch = (request: IncomingMessage, response: ServerResponse) => () => void;

export function createHttpServer(app: Express, raw: RawRoute | null, watch?: Watch): Server {
  const open = new Set<ServerResponse>();
  const server = createServer(SLOW_CLIENTS, (request, response) => {
    open.add(response);
    const ended = watch?.(request, response);
    response.once('close', () => {
      open.delete(response);
      ended?.();
    });
    if (raw === null || !raw(request, response)) app(request, response);
  });
  unanswered.set(server, open);
  const looking = endSlowReaders(open);
  server.once('close', () => clearInterval(looking));
  return server;
}

const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);

/** A port that is taken, or not ours to take. */
export class PortUnavailable extends Error {
  constructor(variable: string, port: number, code: string, host?: string) {
    const why = code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${code})`;
    super(
      host !== undefined && NO_ADDRESS.has(code)
        ? `${host} is no address of this machine (${code}). Name one with HOST, such as 127.0.0.1 or 0.0.0.0.`
        : `Port ${port} ${why}. Stop that program, or choose another port with ${variable}.`,
    );
    this.name = 'PortUnavailable';
  }
}

/** Listens; resolves with the port, which the system chooses where 0 is asked for. */
export function listen(server: Server, host: string, port: number, variable: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new PortUnavailable(variable, port, error.code ?? error.message, host)),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** So long what is in progress may take when the server closes, in milliseconds. */
const ENDING_MS = 15_000;

/**
 * Takes no new requests, lets those in progress end, and closes what idles. Each further answer is its connection's last:
 * a client that went on over it would have its request cut off, accepted and unanswered, when the time is over.
 */
export function closeServer(server: Server): Promise<void> {
  const isLast = (response: ServerResponse): void => {
    response.shouldKeepAlive = false;
  };
  unanswered.get(server)?.forEach(isLast);
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) =>
    isLast(response),
  );
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), ENDING_MS).unref();
  });
}
