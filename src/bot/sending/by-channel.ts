import type { Notice, Shop, StaffNotice } from '../../loyalty';
import type { OutboundMessage } from '../channel';
import { isToCustomer, messagesIn, templateValues, withCodes, type NoticeReader } from '../messages';
import { STAFF_TEMPLATE } from '../channels/cloud-api/templates';
import type { ToSend } from './render';

/** What only some channels need of a message: its choices where they show buttons, its values where they want a template, its subject by e-mail. */
export function byChannel(
  { params, choices, codes, link, channel, unsubscribe, returnToken }: ToSend,
  text: string,
  reader: NoticeReader,
  { name: shop }: Pick<Shop, 'name'>,
): Pick<OutboundMessage, 'choices' | 'template' | 'mail'> {
  if (channel === 'email' && params !== null) return { mail: mail(params) };
  const chosen = choices === null ? {} : { choices };
  return params === null ? chosen : { ...chosen, template: { lang: reader.lang, ...template(params) } };

  function mail(notice: Notice | StaffNotice) {
    const { lang } = reader;
    const toCustomer = isToCustomer(notice);
    const subject = toCustomer ? messagesIn(lang).email.subject[notice.kind](shop) : `Smartbis: ${shop}`;
    return { lang, shop, subject, unsubscribe: toCustomer ? unsubscribe : null, returnToken };
  }

  function template(notice: Notice | StaffNotice) {
    if (!isToCustomer(notice)) return { kind: STAFF_TEMPLATE, values: { shop: notice.shop, words: text } };
    const values = Object.entries(templateValues(notice, reader)).map(([name, value]) => [
      name,
      value === null ? null : link(withCodes(value, codes)),
    ]);
    return { kind: notice.kind, values: Object.fromEntries(values) as Record<string, string | null> };
  }
}
