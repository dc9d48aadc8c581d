import { Router, type Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import type { Database, Work } from '../../db';
import { loadCustomer, loadShop, shownText, stopMarketing, type Language, type Shop } from '../../loyalty';
import type { Html } from '../../pages/html';
import { form, notice, PAGE_POLICY, paragraph, renderPage } from '../../pages/shell';
import { query } from '../../db/rows';
import type { Secrets } from '../../secrets';
import { messagesIn } from '../messages';

/** The message by which somebody stops offers: it is the proof of what they wanted. */
interface Of {
  merchantId: number;
  /** The outbox row. */
  messageId: string;
}

/**
 * Where the reader of an e-mail stops offers: `/u/{shop}.{message}.{proof}`. It asks for no login and never runs out, since
 * whoever has the message may stop what it brings.
 */
export function unsubscribeUrl(secrets: Secrets, publicUrl: string, of: Of): string {
  const proof = secrets.hash(signed(of), CONTEXT).toString('base64url');
  return `${publicUrl}/u/${of.merchantId}.${of.messageId}.${proof}`;
}

const CONTEXT = 'unsubscribe';
const signed = ({ merchantId, messageId }: Of): string => `${merchantId}.${messageId}`;

function messageOf(secrets: Secrets, token: string): Of | null {
  const [, shop = '', messageId = '', given = ''] =
    /^(\d{1,9})\.([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  const of = { merchantId: Number(shop), messageId };
  const mac = Buffer.from(given, 'base64url');
  const holds = secrets
    .hashes(signed(of), CONTEXT)
    .some((proof) => proof.length === mac.length && timingSafeEqual(proof, mac));
  return holds ? of : null;
}

/**
 * Stops offers at once and once (RFC 8058): a mail program posts, a person opens the page and presses its button. Nothing is
 * done by GET, which programs that look for viruses do too.
 */
export function createUnsubscribeRouter({ db, secrets }: { db: Database; secrets: Secrets }): Router {
  const router = Router();
  const answer = async (
    token: string,
    response: Response,
    act: (work: Work, messageId: string, reader: Reader) => Promise<void>,
    body: (lang: Language) => Html,
  ): Promise<void> => {
    const of = messageOf(secrets, token);
    const reader =
      of === null
        ? null
        : await db.asMerchant(of.merchantId, async (work) => {
            const found = await readerOf(work, of.messageId);
            if (found !== null) await act(work, of.messageId, found);
            return found;
          });
    const lang = reader?.lang ?? 'pt';
    const { title, gone } = messagesIn(lang).email.page;
    const content = reader === null ? notice('bad', gone) : body(lang);
    response.set('content-security-policy', PAGE_POLICY);
    response
      .status(reader === null ? 404 : 200)
      .type('html')
      .send(renderPage({ lang, title, shop: reader?.shop ?? null, body: content }));
  };
  router.get('/u/:token', (request, response) =>
    answer(
      request.params.token,
      response,
      () => Promise.resolve(),
      (lang) => {
        const { page, unsubscribe } = messagesIn(lang).email;
        return form([paragraph(page.question)], unsubscribe);
      },
    ),
  );
  router.post('/u/:token', (request, response) =>
    answer(
      request.params.token,
      response,
      async (work, messageId, { customerId, lang }) => {
        // The e-mail's link and the page's button say the same.
        const shown = shownText('email-unsubscribe', lang, messagesIn(lang).email.unsubscribe);
        await stopMarketing(work, { customerId, messageId, shown });
      },
      (lang) => notice('good', messagesIn(lang).email.page.done),
    ),
  );
  return router;
}

interface Reader {
  customerId: string;
  lang: Language;
  shop: Shop;
}

/** Who was sent it; null where nobody is any more. */
async function readerOf(work: Work, messageId: string): Promise<Reader | null> {
  const [row] = await query<{ customer_id: string | null }>(
    work,
    `SELECT customer_id FROM outbox WHERE merchant_id = current_merchant() AND id = ?`,
    [messageId],
  );
  if (row === undefined || row.customer_id === null) return null;
  const shop = await loadShop(work);
  const { id, language } = await loadCustomer(work, row.customer_id);
  return { customerId: id, lang: language ?? shop.language, shop };
}
