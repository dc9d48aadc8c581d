import express, { Router, type ErrorRequestHandler, type Response } from 'express';
import { join } from 'node:path';
import type { Logger } from '../../telemetry';
import { FAULTS } from '../faults';
import { TryItRefusal, type TryItBackend } from './backend';
import { isOfAnotherPage, isUnderOwnName } from './own-page';
import { Malformed, paramsOf, read } from './reading';
import * as requests from './requests';
import { Streams } from './stream';
import { addTrialRoutes } from './trial-routes';
import type { TryItTrials } from './trials';

/** The same folder from `src` and from `dist`: the page is served as it stands in the sources. */
const PUBLIC = join(__dirname, '..', '..', '..', 'src', 'sandbox', 'tryit', 'public');

const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export interface TryItOptions {
  logger: Logger;
  /** Ends the open streams, so that the server can close. */
  stopping: AbortSignal;
  /** What only a sandbox can make happen; null hides it. */
  trials: TryItTrials | null;
  /** Names under which it may be asked for, beside addresses and `localhost`. */
  names?: readonly string[];
}

/** The try-it page at `/try/`, and what it asks for below `/try/api`. For demonstrations only: it asks nobody who they are. */
export function createTryItRouter(
  backend: TryItBackend,
  { logger, stopping, trials, names = [] }: TryItOptions,
): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect('/try/'));
  const page = Router();
  page.use((request, response, next) => {
    response.set(SECURITY);
    if (isUnderOwnName(request, names)) return next();
    const detail = 'Ask for it by localhost or an address, or name the host by PUBLIC_URL.';
    return sendProblem(response, { status: 403, title: 'This is asked for under another name', detail });
  });
  page.use('/api', createApi(backend, trials, new Streams(stopping)), refuseErrors(logger));
  page.use(express.static(PUBLIC, { cacheControl: false, etag: false, lastModified: false }));
  router.use('/try', page);
  return router;
}

function createApi(backend: TryItBackend, trials: TryItTrials | null, streams: Streams): Router {
  const api = Router();
  // Another site's page in the same browser is not to press our buttons.
  api.use((request, response, next) => {
    if (!isOfAnotherPage(request)) return next();
    return sendProblem(response, { status: 403, title: 'This is asked for by another site' });
  });
  api.use(express.json({ limit: '32kb' }));
  addChatRoutes(api, backend);
  addMachineRoutes(api, backend);
  addTrialRoutes(api, backend, trials);
  api.get('/shops/:shop/events', (request, response) => {
    const { shop } = paramsOf(request);
    if (streams.isFull)
      return sendProblem(response, { status: 503, title: 'Too many pages are open already' });
    return streams.serve(response, (listener) => backend.subscribe(shop, listener));
  });
  api.use((_request, response) => sendProblem(response, { status: 404, title: 'There is nothing here' }));
  return api;
}

function addChatRoutes(api: Router, backend: TryItBackend): void {
  api.get('/shops', async (_request, response) => void response.json(await backend.shops()));
  api.get('/shops/:shop/phones', async (request, response) => {
    response.json(await backend.phones(paramsOf(request).shop));
  });
  api.get('/shops/:shop/chats/:chat/messages', async (request, response) => {
    const { shop, chat } = paramsOf(request);
    const { after } = read(requests.messagesQuery, request.query);
    const messages = await backend.messages(shop, chat, after);
    response.json(
      messages.map(({ hasPicture, document, ...message }) => ({
        ...message,
        picture: hasPicture ? `api/shops/${encodeURIComponent(shop)}/pictures/${message.id}` : null,
        document:
          document === null
            ? null
            : { name: document, url: `api/shops/${encodeURIComponent(shop)}/documents/${message.id}` },
      })),
    );
  });
  api.post('/shops/:shop/chats/:chat/messages', async (request, response) => {
    const { shop, chat } = paramsOf(request);
    await backend.say(shop, chat, read(requests.sayBody, request.body));
    response.status(202).end();
  });
  api.post('/shops/:shop/chats/:chat/receipts', async (request, response) => {
    const { shop, chat } = paramsOf(request);
    await backend.sendReceipt(shop, chat, read(requests.receiptBody, request.body));
    response.status(202).end();
  });
  api.get('/shops/:shop/pictures/:message', async (request, response) => {
    const { shop, message } = paramsOf(request);
    const picture = await backend.picture(shop, message);
    if (picture === null) throw new TryItRefusal(404, 'There is no such picture');
    response.type('png').send(picture);
  });
  api.get('/shops/:shop/documents/:message', async (request, response) => {
    const { shop, message } = paramsOf(request);
    const found = await backend.document(shop, message);
    if (found === null) throw new TryItRefusal(404, 'There is no such file');
    // Always saved, never shown: what a file says is not the page's.
    response.attachment(found.name).type(found.mime).send(found.bytes);
  });
}

function addMachineRoutes(api: Router, backend: TryItBackend): void {
  api.get('/shops/:shop/machines', async (request, response) => {
    response.json(await backend.machines(paramsOf(request).shop));
  });
  api.get('/shops/:shop/sales', async (request, response) => {
    response.json(await backend.sales(paramsOf(request).shop));
  });
  api.post('/shops/:shop/sales', async (request, response) => {
    const order = read(requests.sellBody, request.body);
    response.status(201).json(await backend.sell(paramsOf(request).shop, order));
  });
  api.post('/shops/:shop/sales/:sale/cancel', async (request, response) => {
    const { shop, sale } = paramsOf(request);
    response.json(await backend.cancel(shop, sale));
  });
  api.post('/shops/:shop/sales/:sale/refunds', async (request, response) => {
    const { shop, sale } = paramsOf(request);
    const { amount } = read(requests.refundBody, request.body);
    response.json(await backend.refund(shop, sale, amount));
  });
  api.get('/shops/:shop/faults', async (request, response) => {
    response.json({ all: FAULTS, faults: await backend.faults(paramsOf(request).shop) });
  });
  api.put('/shops/:shop/faults', async (request, response) => {
    await backend.setFaults(paramsOf(request).shop, read(requests.faultsBody, request.body).faults);
    response.status(204).end();
  });
  api.get('/shops/:shop/ledger', async (request, response) => {
    response.json(await backend.ledger(paramsOf(request).shop));
  });
}

interface Problem {
  status: number;
  title: string;
  field?: string;
  detail?: string;
}

/** As RFC 9457 has it; `field` is ours. */
function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));
}

function refuseErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof TryItRefusal)
      return sendProblem(response, { status: error.status, title: error.title });
    if (error instanceof Malformed) {
      const { field, detail } = error;
      return sendProblem(response, { status: 400, title: 'The request cannot be read', field, detail });
    }
    // The parsers' own refusals: not JSON, too large.
    const { status } = error as { status?: unknown };
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(response, { status, title: 'The request cannot be read' });
    logger.error({ err: error }, 'the try-it page was failed');
    return sendProblem(response, { status: 500, title: 'Something failed here' });
  };
}
