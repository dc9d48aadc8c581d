import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../clock';
import type { Database } from '../../../db';
import { sendProblem } from '../../../http/problem';
import { isSameSecret, type Secrets } from '../../../secrets';
import { logTraces, type Logger } from '../../../telemetry';
import { CallbackAccounts, type CallbackAccount } from './account';
import { keepEvent } from './events';
import { messageIdsIn } from './parse';

/** Meta's own limit of a callback. */
const LARGEST_CALLBACK = '3mb';

/** Where Meta calls a shop back. */
export const callbackPath = (address: string): string => `/v1/whatsapp/events/${address}`;

/**
 * Meta's callbacks: the question by which it makes sure of the address, and signed events, which are durable before they are
 * answered. Errors are problems: 401 signature, 403 wrong verify token, 404 unknown address, 413, 503 when an event cannot be
 * made durable (Meta calls again, for days).
 */
export function createCallbackRouter(options: {
  db: Database;
  secrets: Secrets;
  clock: Clock;
  logger: Logger;
}): Router {
  const { db, secrets, clock, logger } = options;
  const accounts = new CallbackAccounts(db, secrets, clock);
  const router = Router();
  // Ahead of the body: what strangers send to addresses that are none must not be held in memory, 3 MB a connection.
  const known = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const account = await accounts.at(String(request.params['address']));
    if (account === null) return unknown(request, response);
    response.locals['account'] = account;
    next();
  };
  router.get('/v1/whatsapp/events/:address', known, (request, response) => {
    const account = accountOf(response);
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
    if (mode !== 'subscribe' || typeof challenge !== 'string' || !isSame(token, account.verifyToken))
      return sendProblem(response, { status: 403, title: 'The verify token is another' });
    response.type('text/plain').send(challenge);
  });
  router.post(
    '/v1/whatsapp/events/:address',
    known,
    express.raw({ type: () => true, limit: LARGEST_CALLBACK }),
    async (request, response) => {
      const account = accountOf(response);
      const { merchantId } = account;
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSame(request.get('x-hub-signature-256'), signatureOf(body, account.appSecret)))
        return sendProblem(response, { status: 401, title: 'The signature does not match the body' });
      const callback = body.toString('utf8');
      try {
        await db.asMerchant(merchantId, (work) => keepEvent(work, callback));
      } catch (error) {
        logger.error({ merchantId, err: error }, 'a callback could not be kept');
        return sendProblem(response, { status: 503, title: 'It cannot be kept now; call again' });
      }
      response.status(200).end();
      // Its host reads it; here it is taken apart for the log alone.
      if (logger.isLevelEnabled('info'))
        logTraces(logger, messageIdsIn(callback), { merchantId }, 'messages called back');
    },
  );
  return router;
}

const accountOf = (response: Response): CallbackAccount => response.locals['account'] as CallbackAccount;

function unknown(request: Request, response: Response): void {
  // What was not read cannot be followed by another request on the same socket.
  if (!request.complete) response.shouldKeepAlive = false;
  sendProblem(response, { status: 404, title: 'There is nothing here' });
}

/** As Meta signs: the hexadecimal HMAC-SHA256 of the raw body under the app secret. */
export const signatureOf = (body: Buffer, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

const isSame = (given: unknown, expected: string): boolean =>
  typeof given === 'string' && isSameSecret(given, expected);
