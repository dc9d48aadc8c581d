import express, { Router, type Request, type Response } from 'express';
import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { isSameSecret } from '../../secrets';
import { TokenBuckets } from '../../http/limits';
import type { MailFault } from '../../loyalty';
import { sendProblem } from '../../http/problem';
import type { Logger } from '../../telemetry';
import { noteReturned } from './note';
import type { Noted } from './row';
import { readReport } from './report';
import type { Named } from './token';

export const RETURNED_PATH = '/v1/mail/returned';
const LARGEST_MAIL = '2mb';
/** Secrets that are none, of one sender. */
const WRONG_SECRETS = { burst: 20, perSecond: 20 / 60 };
const AGAIN_SECONDS = 60;
/** A report names one message, at times in several places. */
const NAMES_READ = 8;

interface Parts {
  db: Database;
  clock: Clock;
  logger: Logger;
  /** What the mail server says to be let in. */
  secret: string;
}

/**
 * Where the mail server hands over what comes to the address for returned mail, each as it is (RFC 5322): see
 * operations.md. Only a report that names a message of ours by its proof counts.
 */
export function createReturnedMailRouter(parts: Parts): Router {
  const wrong = new TokenBuckets(WRONG_SECRETS, parts.clock);
  const router = Router();
  const guard = (request: Request, response: Response, next: () => void): void => {
    const sender = request.ip ?? '';
    const wait = wrong.wait(sender);
    if (wait > 0) return problem(response, 429, 'Too many wrong secrets', Math.ceil(wait / 1000));
    if (isLetIn(request.get('authorization'), parts.secret)) return next();
    wrong.take(sender);
    response.set('www-authenticate', 'Bearer');
    return problem(response, 401, 'The secret is missing or another');
  };
  const body = express.raw({ type: () => true, limit: LARGEST_MAIL });
  router.post(RETURNED_PATH, guard, body, async (request, response) => {
    const { names, fault } = await readReport(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    try {
      if (fault === null) response.json({ outcome: 'no-report' });
      else answer(response, await noteFirst(parts, names.slice(0, NAMES_READ), fault));
    } catch (error) {
      parts.logger.error({ err: error }, 'a returned mail could not be noted');
      problem(response, 503, 'It cannot be noted now; hand it over again', AGAIN_SECONDS);
    }
  });
  return router;
}

async function noteFirst({ db, logger }: Parts, names: readonly Named[], fault: MailFault): Promise<Noted> {
  for (const named of names) {
    const noted = await db.asMerchant(named.merchantId, (work) => noteReturned(work, named, fault));
    if (noted === 'unknown') continue;
    logger.info({ merchantId: named.merchantId, outbox: named.messageId, fault, noted }, 'a mail came back');
    return noted;
  }
  return 'unknown';
}

function answer(response: Response, noted: Noted): void {
  if (noted === 'unknown') return problem(response, 404, 'It is about no message of ours');
  if (noted === 'sending')
    return problem(response, 503, 'Its message is still being sent; hand it over again', AGAIN_SECONDS);
  response.json({ outcome: noted });
}

function problem(response: Response, status: number, title: string, retryAfterSeconds?: number): void {
  sendProblem(response, { status, title, retryAfterSeconds });
}

/** As a bearer's token, or as the password of any name, which is all that some mail services can be told. */
function isLetIn(header: string | undefined, secret: string): boolean {
  const [, scheme = '', given = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(header ?? '') ?? [];
  const said =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(given, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : given;
  return isSameSecret(said, secret);
}
