import {
  isMessageKind,
  MESSAGES,
  type Language,
  type Notice,
  type StaffNotice,
  type TextKind,
} from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName } from './clean';
import { valuesOf } from './notice-values';
import { renderStaffNotice } from './staff-notice';
import { fill, names, type Values } from './template';

/** What goes to a customer is of a kind that the shop can switch and reword; the rest is for its own people. */
export const isToCustomer = (notice: Notice | StaffNotice): notice is Notice => isMessageKind(notice.kind);

export interface NoticeReader {
  lang: Language;
  zone: string;
  /** No message went to them before: it also says who writes, why and how to stop. */
  first: boolean;
  /** Of the customer. */
  name?: string | null;
  /** How offers are stopped is said for an e-mail, which ends with a link for it. */
  byEmail?: boolean;
  /** The shop's own words in this language. */
  texts?: Partial<Record<TextKind, string>> | undefined;
}

const LAST_EMOJI = /\s*\p{Extended_Pictographic}\uFE0F?$/u;

/**
 * What happened, in the recipient's words; a voucher's code has only its place (`codePlace`). The first message to anyone
 * also says who writes, why and how to stop, and marketing always the latter. Throws a RangeError for a zone that does
 * not exist.
 */
export function renderNotice(notice: Notice | StaffNotice, reader: NoticeReader): string {
  const { lang, zone, first, texts, byEmail = false } = reader;
  const say = messagesIn(lang);
  if (!isToCustomer(notice)) return renderStaffNotice(notice, { lang, zone, byEmail });
  const shop = cleanName(notice.shop) ?? 'Smartbis';
  const body = texts?.[notice.kind] ?? say.texts.body[notice.kind];
  const text = fill(body, { ...valuesOf(notice, reader), shop }, lang);
  if (first) {
    const welcome = texts?.welcome ?? say.texts.body.welcome;
    const introduction = fill(welcome, { shop, stop: say.texts.stop }, lang);
    return `${text.replace(LAST_EMOJI, '')}\n\n${introduction}`;
  }
  const isOffer = MESSAGES[notice.kind].class === 'marketing' && !byEmail && !names(body, 'stop', lang);
  return isOffer ? `${text.replace(LAST_EMOJI, '')}\n${say.texts.stopOffers}` : text;
}

/** What a registered template of the notice's kind may put in, by the names of its variables. */
export function templateValues(notice: Notice, reader: NoticeReader): Values {
  return { ...valuesOf(notice, reader), shop: cleanName(notice.shop) ?? 'Smartbis' };
}
