import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Logger } from '../../telemetry';
import type { Account, Books } from './books';
import type { Faults } from './faults';
import { companyText, itemsText, listOf, pageText, salesText, type ListKind } from './wire';

const DAY_MS = 24 * 60 * 60_000;
const LONGEST_WINDOW_MS = 120 * DAY_MS;

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const windowSchema = z
  .object({ start: instant, end: instant })
  .refine(({ start, end }) => start <= end, 'start must not come after end')
  .refine(({ start, end }) => end - start <= LONGEST_WINDOW_MS, 'a window has at most 120 days');
const pageSchema = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(100),
});

/** Calls that are to be answered by 429, by company. */
export type Throttle = Map<string, { calls: number; retryAfterSeconds: number | null }>;

/** SmartPOS's API: every call carries the key pair of a company, and sees that company alone. */
export interface ApiParts {
  books: Books;
  throttle: Throttle;
  faults: Faults;
  logger: Logger;
  /** How long a slow answer takes. */
  slowMs: number;
}

export function createApi({ books, throttle, faults, logger, slowMs }: ApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/v1', (request, response, next) => {
    const account = books.withKeys(request.get('x-api-key-id') ?? '', request.get('x-api-key-secret') ?? '');
    if (account === undefined) return refuse(response, 401, 'Unknown API key');
    if (isThrottled(throttle, account.company.id, response))
      return refuse(response, 429, 'Too many requests');
    response.locals['account'] = account;
    return misbehave(faults, account.company.id, response, slowMs, next);
  });
  app.get('/v1/company', (_request, response) =>
    sendText(response, companyText(accountOf(response).company)),
  );
  app.get('/v1/sales', listSales);
  app.get('/v1/sales/:uniqueIdentifier/items', (request, response) => {
    const { company, sales } = accountOf(response);
    const sale = sales.get(request.params.uniqueIdentifier);
    if (sale === undefined) return refuse(response, 404, 'Unknown sale');
    return sendText(response, itemsText(company, sale));
  });
  for (const kind of ['products', 'categories', 'customers'] as const)
    app.get(`/v1/${kind}`, (request, response) => sendPage(kind, request, response));
  app.use((_request, response) => refuse(response, 404, 'Unknown route'));
  const onError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    logger.error({ err: error }, 'a request to the sandbox failed');
    refuse(response, 500, 'Internal error');
  };
  app.use(onError);
  return app;
}

/** Answers in the place of the routes, or later, or only half. */
function misbehave(
  faults: Faults,
  company: string,
  response: Response,
  slowMs: number,
  next: () => void,
): void {
  if (faults.has(company, 'api-429')) {
    response.set('retry-after', '1');
    return refuse(response, 429, 'Too many requests');
  }
  if (faults.has(company, 'api-500')) return refuse(response, 500, 'Internal error');
  response.locals['truncated'] = faults.has(company, 'api-truncated');
  if (!faults.has(company, 'api-slow')) return next();
  const timer = setTimeout(next, slowMs);
  response.on('close', () => clearTimeout(timer));
  return undefined;
}

function isThrottled(throttle: Throttle, company: string, response: Response): boolean {
  const left = throttle.get(company);
  if (left === undefined || left.calls <= 0) return false;
  left.calls -= 1;
  if (left.retryAfterSeconds !== null) response.set('retry-after', String(left.retryAfterSeconds));
  return true;
}

/** The sales made in the window, both ends in, oldest first. */
function listSales(request: Request, response: Response): void {
  const window = windowSchema.safeParse(request.query);
  if (!window.success) return refuse(response, 400, window.error.issues[0]?.message ?? 'Bad window');
  const { company, sales } = accountOf(response);
  const { start, end } = window.data;
  const found = [...sales.values()].filter(({ createdAt }) => createdAt >= start && createdAt <= end);
  sendText(
    response,
    salesText(
      company,
      found.sort((a, b) => a.createdAt - b.createdAt),
    ),
  );
}

function sendPage(kind: ListKind, request: Request, response: Response): void {
  const { company, sales } = accountOf(response);
  if (kind === 'customers' && !company.customersInPlan) return refuse(response, 403, 'Not part of this plan');
  const page = pageSchema.safeParse(request.query);
  if (!page.success) return refuse(response, 400, page.error.issues[0]?.message ?? 'Bad page');
  sendText(response, pageText(listOf(kind, company, [...sales.values()]), page.data.page, page.data.size));
}

const accountOf = (response: Response): Account => response.locals['account'] as Account;

function sendText(response: Response, text: string): void {
  response.type('json');
  if (response.locals['truncated'] !== true) return void response.send(text);
  // It says how long it would be, and ends in the middle.
  response.set('content-length', String(Buffer.byteLength(text)));
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

const refuse = (response: Response, status: number, message: string): void =>
  void response.status(status).json({ message });
