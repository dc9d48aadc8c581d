import express, { Router, type Request, type Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import QRCode from 'qrcode';
import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { canonicalPhone, loadShop, type Shop } from '../../loyalty';
import { html, type Html } from '../../pages/html';
import { sendGone, sendPage } from '../../pages/one-time';
import { field, form, type Page } from '../../pages/shell';
import type { Secrets } from '../../secrets';
import { statusOf, wantCode } from '../hosting/channel-states';
import type { ChannelStatus } from '../channel';
import { LINK_SCRIPT } from './link-script';
import { linkWords } from './link-words';
import { messagesIn } from '../messages';

const LINK_MS = 15 * 60_000;

/** The address at which a shop's number is linked, good for fifteen minutes: `/link/{shop}.{until}.{proof}`. */
export function linkPath(secrets: Secrets, merchantId: number, now: number): string {
  const until = now + LINK_MS;
  return `/link/${merchantId}.${until}.${proof(secrets, merchantId, until).toString('base64url')}`;
}

function proof(secrets: Secrets, merchantId: number, until: number): Buffer {
  return secrets.hash(`${merchantId}.${until}`, 'link page');
}

function linkOf(secrets: Secrets, token: string): { merchantId: number; until: number } | null {
  const [shop, until, given] = token.split('.');
  const expected = proof(secrets, Number(shop), Number(until));
  const mac = Buffer.from(given ?? '', 'base64url');
  const holds = mac.length === expected.length && timingSafeEqual(mac, expected);
  return holds ? { merchantId: Number(shop), until: Number(until) } : null;
}

/**
 * The page on which a shop's number is linked: the QR code of the moment, or a code to be typed into the phone, and how
 * far it has come. Whoever hosts the number shows its codes here, by way of its state.
 */
export function createLinkRouter(options: { db: Database; secrets: Secrets; clock: Clock }): Router {
  const { db, secrets, clock } = options;
  const router = Router();
  const merchantOf = (response: Response): number => response.locals['merchantId'] as number;
  router.param('token', async (request, response, next, token: string) => {
    const link = linkOf(secrets, token);
    if (link === null) return sendGone(request, response);
    const { merchantId, until } = link;
    if (until <= clock.now()) return sendGone(request, response, await db.asMerchant(merchantId, loadShop));
    response.locals['merchantId'] = merchantId;
    return next();
  });
  const show = async (response: Response, entered: Entered = {}): Promise<void> => {
    const shop = await db.asMerchant(merchantOf(response), loadShop);
    sendPage(response, entered.isFaulty === true ? 422 : 200, page(shop, entered));
  };
  router.get('/link/:token', (_request, response) => show(response));
  router.post(
    '/link/:token',
    express.urlencoded({ extended: false, limit: '1kb' }),
    async (request: Request, response: Response) => {
      const { phone: given } = (request.body ?? {}) as { phone?: unknown };
      const written = typeof given === 'string' ? given : '';
      const phone = canonicalPhone(written);
      if (phone === null) return show(response, { phone: written, isFaulty: true });
      await db.asMerchant(merchantOf(response), (work) => wantCode(work, phone));
      return show(response, { phone, isAsked: true });
    },
  );
  router.get('/link/:token/state', async (_request, response) => {
    const { shop, status } = await db.asMerchant(merchantOf(response), async (work) => ({
      shop: await loadShop(work),
      status: await statusOf(work),
    }));
    response.json(await stateOf(shop, status));
  });
  router.get('/assets/link.js', (_request, response) => void response.type('js').send(LINK_SCRIPT));
  return router;
}

async function stateOf({ language }: Shop, status: ChannelStatus | null): Promise<object> {
  const { state = 'starting', qr, code = null, problem } = status ?? {};
  const picture = qr === undefined ? null : await QRCode.toDataURL(qr, { margin: 2, width: 320 });
  // Why it is down says that it is; after the phone logged out the next code is what counts.
  const text =
    problem === undefined || problem === 'logged-out'
      ? linkWords[language].state[state]
      : capitalised(messagesIn(language).channel.problem[problem]);
  return { state, picture, code, text };
}

interface Entered {
  phone?: string;
  isFaulty?: boolean;
  isAsked?: boolean;
}

function page(shop: Shop, { phone = '', isFaulty, isAsked }: Entered): Page {
  const { language } = shop;
  const say = linkWords[language];
  const list = (lines: readonly string[]): Html =>
    html`<ol>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ol>`;
  const input = field({
    name: 'phone',
    label: say.phone,
    hint: say.phoneHint,
    value: phone,
    maxLength: 40,
    ...(isFaulty === true ? { error: say.noPhone } : {}),
  });
  const body = html`${list(say.steps)}
    <p id="picture" class="picture" role="img" aria-label="${say.qr}"></p>
    <p id="state" role="status" data-expired="${say.expired}" data-silent="${say.silent}">
      ${say.state.starting}
    </p>
    <h2>${say.byCode}</h2>
    ${list(say.codeSteps)}
    <output id="code" class="code">${isAsked === true ? say.codeComes : null}</output>
    ${form([input], say.askForCode)}`;
  return { lang: language, title: say.title, shop, body, script: '/assets/link.js' };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
