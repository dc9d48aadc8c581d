import type { Notice, StaffNotice } from '../../loyalty';
import type { OutboundMessage } from '../channel';
import { isToCustomer, templateValues, withCodes, type NoticeReader } from '../messages';
import { STAFF_TEMPLATE } from '../channels/cloud-api/templates';
import type { ToSend } from './render';

/** What only some channels need of a message: its choices where they show buttons, its values where they want a template. */
export function byChannel(
  { params, choices, codes, link }: ToSend,
  text: string,
  reader: NoticeReader,
): Pick<OutboundMessage, 'choices' | 'template'> {
  const chosen = choices === null ? {} : { choices };
  return params === null ? chosen : { ...chosen, template: { lang: reader.lang, ...template(params) } };

  function template(notice: Notice | StaffNotice) {
    if (!isToCustomer(notice)) return { kind: STAFF_TEMPLATE, values: { shop: notice.shop, words: text } };
    const values = Object.entries(templateValues(notice, reader)).map(([name, value]) => [
      name,
      value === null ? null : link(withCodes(value, codes)),
    ]);
    return { kind: notice.kind, values: Object.fromEntries(values) as Record<string, string | null> };
  }
}
