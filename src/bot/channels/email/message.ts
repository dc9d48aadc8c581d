import MailComposer from 'nodemailer/lib/mail-composer';
import { html, type Html } from '../../../pages/html';
import type { MailParts, OutboundMessage } from '../../channel';
import { messagesIn } from '../../messages';

const PICTURE = 'picture@smartbis';
const MARKED = /(\*[^*\n]+\*|https?:\/\/[^\s*]+|\n)/;
/** No colours of its own: the reader's mail program has them, in light and dark. */
const BODY = 'margin:0 auto;padding:1rem;max-width:32rem;font:17px/1.5 system-ui,sans-serif';

/** A notice as text and HTML, its picture within it, as bytes that are ready to leave (RFC 5322). */
export async function compose(
  { chatId, text, picture, document, mail }: OutboundMessage,
  from: string,
): Promise<{ mail: Buffer; messageId: string }> {
  if (mail === undefined) throw new Error('a message without what an e-mail needs');
  const messageId = `<${mail.returnToken}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const composed = new MailComposer({
    messageId,
    from: { name: mail.shop, address: from },
    to: { name: '', address: chatId },
    subject: mail.subject,
    text: plainText(text, mail),
    html: { content: page(text, mail, picture !== undefined).text },
    attachments: [
      ...(picture === undefined
        ? []
        : [{ filename: picture.fileName, content: picture.png, contentType: 'image/png', cid: PICTURE }]),
      ...(document === undefined
        ? []
        : [{ filename: document.fileName, content: document.bytes, contentType: document.mimeType }]),
    ],
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(mail) },
  });
  return { mail: await composed.compile().build(), messageId };
}

/** RFC 8058: mail programs show a button that needs no page. */
const unsubscribing = ({ unsubscribe }: MailParts): Record<string, string> =>
  unsubscribe === null
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

function plainText(text: string, { lang, shop, unsubscribe }: MailParts): string {
  const say = messagesIn(lang).email;
  const words = text.replaceAll(/\*([^*\n]+)\*/g, '$1');
  return unsubscribe === null
    ? words
    : `${words}\n\n-- \n${say.why(shop)}\n${say.unsubscribe}: ${unsubscribe}`;
}

function page(text: string, { lang, shop, subject, unsubscribe }: MailParts, hasPicture: boolean): Html {
  const say = messagesIn(lang).email;
  return html`<!doctype html>
    <html lang="${lang === 'pt' ? 'pt-BR' : lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
      </head>
      <body style="${BODY}">
        <p>${text.split(MARKED).map(marked)}</p>
        ${
          hasPicture
            ? html`<p>
                <img
                  src="cid:${PICTURE}"
                  alt="${say.picture}"
                  style="width:100%;max-width:24rem;border-radius:.75rem"
                />
              </p>`
            : null
        }
        ${
          unsubscribe === null
            ? null
            : html`<p style="margin-top:2rem;font-size:14px;opacity:.75">
                ${say.why(shop)}<br />
                <a href="${unsubscribe}" style="color:inherit">${say.unsubscribe}</a>
              </p>`
        }
      </body>
    </html>`;
}

function marked(part: string): Html {
  if (part === '\n') return html`<br />`;
  if (/^\*.+\*$/.test(part)) return html`<strong>${part.slice(1, -1)}</strong>`;
  return /^https?:/.test(part) ? html`<a href="${part}" style="color:inherit">${part}</a>` : html`${part}`;
}
