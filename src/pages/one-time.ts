import express, { Router, type Request, type Response } from 'express';
import type { Clock } from '../clock';
import type { Database, Work } from '../db';
import { TokenBuckets } from '../http/limits';
import {
  loadCustomer,
  loadShop,
  STAFF_ROLES,
  staffById,
  type Language,
  type Role,
  type Shop,
  type StaffMember,
} from '../loyalty';
import {
  findLink,
  holderOnce,
  shopOfAddress,
  useLink,
  type LinkPurpose,
  type OneTimeLink,
} from './one-time-links';
import { PAGE_SCRIPT, PAGE_STYLE } from './assets';
import type { Html } from './html';
import { PAGE_POLICY, paragraph, renderPage, type Page } from './shell';
import { languageAsked, pageWords } from './words';

/** Addresses that were none, of one sender: so many at once, and a minute until as many again. */
const MISSES = { burst: 20, perSecond: 20 / 60 };
const LARGEST_FORM = '16kb';

/** One who came by a link that is good. */
export interface Visit<Purpose extends LinkPurpose> {
  db: Database;
  link: OneTimeLink<Purpose>;
  shop: Shop;
  lang: Language;
  /** Null where the link is a customer's. */
  staff: StaffMember | null;
  /** Uses the link up within the transaction of what it is used for; false where it was used meanwhile: then do nothing. */
  use: (work: Work) => Promise<boolean>;
}

export interface Content {
  title: string;
  body: Html;
  /** 200 unless said. */
  status?: number;
}

/** What a form was filled in with; a field that is missing is empty. */
export type Filled = (field: string) => string;

export interface OneTimePage<Purpose extends LinkPurpose> {
  purpose: Purpose;
  /** The least role that its holder must still have. */
  who: 'customer' | Role;
  /** May be opened any number of times. */
  show(visit: Visit<Purpose>): Content | Promise<Content>;
  /** Null: the link was used meanwhile. What keeps the link good (a mistake to correct) does not call `use`. */
  submit?(visit: Visit<Purpose>, filled: Filled): Promise<Content | null>;
}

/** The pages behind one-time links: `/p/{purpose}/{shop}.{token}`. */
export function createOneTimeRouter(
  { db, clock }: { db: Database; clock: Clock },
  pages: readonly OneTimePage<LinkPurpose>[],
): Router {
  const router = Router();
  const misses = new TokenBuckets(MISSES, clock);
  for (const page of pages) {
    const path = `/p/${page.purpose}/:address`;
    router.get(path, async (request, response) => {
      const visit = await visitOf(db, page, misses, request, response);
      if (visit !== null) send(response, visit, await page.show(visit));
    });
    if (page.submit === undefined) continue;
    router.post(
      path,
      express.urlencoded({ extended: false, limit: LARGEST_FORM }),
      async (request, response) => {
        if (!isOwnForm(request)) return sendWords(request, response, 403, 'elsewhere');
        const visit = await visitOf(db, page, misses, request, response);
        if (visit === null) return;
        const content = await page.submit?.(visit, (name) => textIn(request.body, name));
        if (content === null || content === undefined) sendWords(request, response, 410, 'gone', visit);
        else send(response, visit, content);
      },
    );
  }
  router.get('/assets/page.css', (_request, response) => void response.type('css').send(PAGE_STYLE));
  router.get('/assets/page.js', (_request, response) => void response.type('js').send(PAGE_SCRIPT));
  return router;
}

/** Null where the link is not good; the answer was sent then. */
async function visitOf(
  db: Database,
  page: OneTimePage<LinkPurpose>,
  misses: TokenBuckets,
  request: Request,
  response: Response,
): Promise<Visit<LinkPurpose> | null> {
  const sender = request.ip ?? '';
  if (misses.wait(sender) > 0) {
    response.set('retry-after', '60');
    sendWords(request, response, 429, 'tooMany');
    return null;
  }
  const address = String(request.params['address']);
  const shop = shopOfAddress(address);
  const found =
    shop === null
      ? null
      : await db.asMerchant(
          shop,
          async (work) => (await open(work, db, page, address)) ?? ownerOnce(work, page, address),
        );
  if (found !== null && 'use' in found) return found;
  if (found === null) misses.take(sender);
  sendWords(request, response, 404, 'gone', found?.reader);
  return null;
}

/** Whose page says something. */
type Reader = Pick<Visit<LinkPurpose>, 'shop' | 'lang'>;

/** Of a link that was good once; an address that never was tells nothing. */
async function ownerOnce(
  work: Work,
  { purpose }: OneTimePage<LinkPurpose>,
  address: string,
): Promise<{ reader: Reader } | null> {
  const holder = await holderOnce(work, purpose, address);
  return holder === null ? null : { reader: await readerOf(work, holder.customerId) };
}

async function readerOf(work: Work, customerId: string | null): Promise<Reader> {
  const shop = await loadShop(work);
  const customer = customerId === null ? null : await loadCustomer(work, customerId);
  return { shop, lang: customer?.language ?? shop.language };
}

async function open(
  work: Work,
  db: Database,
  { purpose, who }: OneTimePage<LinkPurpose>,
  address: string,
): Promise<Visit<LinkPurpose> | null> {
  const link = await findLink(work, purpose, address);
  if (link === null) return null;
  const { holder } = link;
  const staff = 'staffId' in holder ? await staffById(work, holder.staffId) : null;
  if (who !== 'customer' && !(staff !== null && STAFF_ROLES.indexOf(staff.role) >= STAFF_ROLES.indexOf(who)))
    return null;
  const reader = await readerOf(work, 'customerId' in holder ? holder.customerId : null);
  return { db, link, ...reader, staff, use: (later) => useLink(later, link.id) };
}

/**
 * That the address cannot be known elsewhere is what keeps another's page from sending this form; where the browser says
 * that one did all the same, it is not taken. (A page without a referrer has the origin "null" in older browsers.)
 */
function isOwnForm(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin') ?? 'null';
  return origin === 'null' || (URL.canParse(origin) && new URL(origin).host === request.get('host'));
}

function textIn(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

function send(response: Response, { lang, shop }: Visit<LinkPurpose>, content: Content): void {
  const { title, body, status = 200 } = content;
  sendPage(response, status, { lang, title, shop, body });
}

function sendWords(
  request: Request,
  response: Response,
  status: number,
  what: 'gone' | 'tooMany' | 'elsewhere' | 'missing',
  reader: Reader | null = null,
): void {
  const { lang, shop } = reader ?? { lang: languageAsked(request.get('accept-language')), shop: null };
  const { title, text } = pageWords[lang][what];
  sendPage(response, status, { lang, title, shop, body: paragraph(text) });
}

/** To be asked last: a person in a browser reads what a program gets as a problem. */
export function createMissingRouter(): Router {
  const router = Router();
  router.use((request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && request.accepts(['application/problem+json', 'html']) === 'html')
      sendWords(request, response, 404, 'missing');
    else next();
  });
  return router;
}

/** To whoever opens a link that ran out; or that never was, which tells of no shop. */
export const sendGone = (request: Request, response: Response, shop?: Shop): void =>
  sendWords(request, response, 404, 'gone', shop && { shop, lang: shop.language });

/** `no-store`, `no-referrer` and what else every answer has are set for all of them (http.ts). */
export function sendPage(response: Response, status: number, page: Page): void {
  response.set('content-security-policy', PAGE_POLICY);
  response.status(status).type('html').send(renderPage(page));
}
