import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Clock } from '../clock';
import type { Database, Work } from '../db';
import { TokenBuckets } from '../http/limits';
import {
  answerOnce,
  balanceOf,
  findCustomers,
  identityKey,
  loadCustomer,
  shopOfTillKey,
  tillOfKey,
  tillRedeem,
  tillValidate,
  type TillAnswer,
} from '../loyalty';
import { sendProblem, type Problem } from '../http/problem';
import { balanceBody, problemAnswer, problemOf, redeemed, validated } from './answers';
import * as requests from './requests';

const LARGEST_BODY = '8kb';
/** Of one till. */
const REQUESTS = { burst: 60, perSecond: 20 };
/** Customers that are none, of one till: nobody is to try all phones there are. */
const UNKNOWN = { burst: 30, perSecond: 30 / 60 };
/** Keys that are none, of one sender. */
const WRONG_KEYS = { burst: 20, perSecond: 20 / 60 };

/** A till that is known: what it asks is done in one transaction of its shop. */
interface Till {
  shop: number;
  id: string;
}

interface Parts {
  db: Database;
  clock: Clock;
}

/** The routes of a shop's own tills (PRODUCT.md section 9), each under a key that the shop gave. */
export function createTillRouter(parts: Parts): Router {
  const router = Router();
  const json = express.json({ limit: LARGEST_BODY });
  const routes = new TillRoutes(parts);
  router.post('/v1/vouchers/validate', json, (request, response) => routes.validate(request, response));
  router.post('/v1/vouchers/redeem', json, (request, response) => routes.redeem(request, response));
  router.get('/v1/customers/:customer/balance', (request, response) => routes.balance(request, response));
  router.use(['/v1/vouchers', '/v1/customers'], unreadable);
  return router;
}

class TillRoutes {
  private readonly limits: TokenBuckets;
  private readonly unknown: TokenBuckets;
  private readonly wrongKeys: TokenBuckets;

  constructor(private readonly parts: Parts) {
    this.limits = new TokenBuckets(REQUESTS, parts.clock);
    this.unknown = new TokenBuckets(UNKNOWN, parts.clock);
    this.wrongKeys = new TokenBuckets(WRONG_KEYS, parts.clock);
  }

  async validate(request: Request, response: Response): Promise<void> {
    const { db, clock } = this.parts;
    const till = await this.till(request, response);
    const body = till === null ? null : parse(requests.validateBody, request.body, response);
    if (till === null || body === null) return;
    const { code, amount_cents: cents, store = null } = body;
    const purchase = cents === null || cents === undefined ? {} : { purchaseCents: cents };
    const found = await db.asMerchant(till.shop, (work) =>
      tillValidate(work, { code, till: till.id, store, ...purchase }),
    );
    if (found.ok) response.json(validated(found.value));
    else sendProblem(response, problemOf(found.refusal, clock.now()));
  }

  async redeem(request: Request, response: Response): Promise<void> {
    const { db, clock } = this.parts;
    const till = await this.till(request, response);
    if (till === null) return;
    const key = requests.idempotencyKey.safeParse(request.get('idempotency-key') ?? '');
    if (!key.success) return sendProblem(response, NO_KEY);
    const body = parse(requests.redeemBody, request.body, response);
    if (body === null) return;
    const answer = await db.asMerchant(till.shop, (work) => redeemOnce(work, till.id, key.data, body));
    send(response, answer ?? problemAnswer(problemOf({ code: 'idempotency-conflict' }, clock.now())));
  }

  async balance(request: Request, response: Response): Promise<void> {
    const till = await this.till(request, response);
    if (till === null) return;
    const wait = this.unknown.wait(till.id);
    if (wait > 0) return sendProblem(response, tooMany(wait));
    const identity = requests.readCustomer(String(request.params['customer']));
    if (identity === null || identity === 'ambiguous')
      return sendProblem(response, identity === null ? NO_CUSTOMER : AMBIGUOUS);
    const body = await this.parts.db.asMerchant(till.shop, async (work) => {
      const id = (await findCustomers(work, [{ identity }])).get(identityKey(identity));
      if (id === undefined) return null;
      return balanceBody((await loadCustomer(work, id)).name, await balanceOf(work, id));
    });
    if (body !== null) return void response.json(body);
    this.unknown.take(till.id);
    return sendProblem(response, { status: 404, title: 'There is no such customer', field: 'customer' });
  }

  /** Who asks; null where nobody may, and the answer was sent. */
  private async till(request: Request, response: Response): Promise<Till | null> {
    const till = await authenticate(this.parts.db, request, this.wrongKeys);
    if ('status' in till) sendProblem(response, till);
    else if (this.limits.take(till.id) === 0) return till;
    else sendProblem(response, tooMany(this.limits.wait(till.id)));
    return null;
  }
}

/** Under its idempotency key; null where that key was used for something else. */
function redeemOnce(
  work: Work,
  till: string,
  key: string,
  body: z.output<typeof requests.redeemBody>,
): Promise<TillAnswer | null> {
  const { code, amount_cents: cents = null, store = null } = body;
  const input = JSON.stringify(['redeem', code, cents, store]);
  return answerOnce(work, { till, key, input }, async () => {
    const spent = await tillRedeem(work, { code, till, store, purchaseCents: cents, key });
    if (spent.ok) return { answer: { status: 200, body: redeemed(spent.value) }, keeps: true };
    const answer = problemAnswer(problemOf(spent.refusal, work.now));
    return { answer, keeps: answer.status !== 429 };
  });
}

/** Whose key it is; wrong ones are counted by their sender. */
async function authenticate(
  db: Database,
  request: Request,
  wrongKeys: TokenBuckets,
): Promise<Till | Problem> {
  const sender = request.ip ?? '';
  const key =
    request.get('x-api-key') ?? /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const shop = shopOfTillKey(key);
  const till = shop === null ? null : await db.asMerchant(shop, (work) => tillOfKey(work, key));
  if (till !== null && shop !== null) return { shop, id: till.id };
  // A till with an old key behind the same address must not keep out one with a good key, which nobody guesses (`keys.ts`).
  if (wrongKeys.wait(sender) > 0) return tooMany(wrongKeys.wait(sender));
  wrongKeys.take(sender);
  return { status: 401, title: 'The API key is missing, unknown or revoked', field: 'X-Api-Key' };
}

const NO_KEY: Problem = {
  status: 400,
  title: 'An Idempotency-Key is needed',
  detail: 'A header of 1 to 200 visible ASCII characters, new for each purchase and the same for each try.',
  field: 'Idempotency-Key',
};
const NO_CUSTOMER: Problem = {
  status: 400,
  title: 'It is neither a phone nor a CPF',
  field: 'customer',
};
const AMBIGUOUS: Problem = {
  status: 400,
  title: 'It can be a phone and a CPF',
  detail: 'Write a phone with +55 before it, or a CPF with its points and dash.',
  field: 'customer',
};

const tooMany = (waitMs: number): Problem => ({
  status: 429,
  title: 'Too many requests',
  retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
});

function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  response: Response,
): z.output<Schema> | null {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknownField = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  sendProblem(response, {
    status: 400,
    title: 'The request cannot be read',
    detail: issue?.message ?? '',
    field: unknownField ?? (issue?.path.join('.') || 'body'),
  });
  return null;
}

function send(response: Response, { status, body }: TillAnswer): void {
  response
    .status(status)
    .type(status < 400 ? 'application/json' : 'application/problem+json')
    .send(JSON.stringify(body));
}

/** What the parsers refuse: no JSON, too large. All else is for the application's own last word. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = (error as { status?: unknown } | null)?.status;
  if (response.headersSent || typeof status !== 'number' || status < 400 || status >= 500) return next(error);
  const title = status === 413 ? 'The request is over 8 kB' : 'The request cannot be read';
  return sendProblem(response, { status, title, field: 'body' });
};
