import {
  chatLink,
  type Language,
  type MachineSilent,
  type MessageNotDelivered,
  type NumberLost,
  type OddClaim,
  type PersonNotice,
  type PinNotice,
  type StaffNotice,
  type TeamPlace,
} from '../../loyalty';
import { acquirerName } from './acquirer';
import { messagesIn } from './catalogue';
import { cleanName } from './clean';
import { isAboutConnection, renderConnectionNotice } from './connection-notice';
import { formatIn, phoneText } from './format';
import { renderVoucherNotice } from './voucher-notice';

interface Reader {
  lang: Language;
  zone: string;
  /** Whoever reads it in the chat has the number back. */
  byEmail?: boolean;
}

/** What the shop's own people have to see to, in their words. */
export function renderStaffNotice(notice: StaffNotice, reader: Reader): string {
  if (notice.kind === 'message-not-delivered') return notDelivered(notice, reader);
  if (notice.kind === 'number-lost') return numberLost(notice, reader);
  if (notice.kind === 'machine-silent') return silence(notice, reader);
  if (notice.kind === 'odd-claim') return oddClaim(notice, reader);
  if (isAboutConnection(notice)) return renderConnectionNotice(notice, reader);
  if (notice.kind === 'person-asked' || notice.kind === 'person-wrote') return aboutPerson(notice, reader);
  if (notice.kind === 'pin-alarm') return pinAlarm(notice, reader);
  if (notice.kind === 'program-unreadable') return messagesIn(reader.lang).pending.unreadable;
  if (notice.kind === 'team-place') return placeText(notice, reader);
  return renderVoucherNotice(notice, reader);
}

function aboutPerson(notice: PersonNotice, { lang }: Reader): string {
  const { human: say, notices } = messagesIn(lang);
  const whom = cleanName(notice.name ?? '') ?? notices.someCustomer;
  const phone = notice.phone === null ? null : phoneText(notice.phone);
  if (notice.kind === 'person-wrote') return say.staffWrote(whom, phone);
  const link = notice.phone === null ? null : chatLink(notice.phone);
  return say.staffAsked({ whom, question: asOneQuote(withoutLinks(notice.question).trim()), link });
}

/** Between our quotation marks no other one ends what they wrote: what followed it would read as ours. */
const asOneQuote = (text: string): string => text.replaceAll(/[“”„‟"«»＂〝〞〟]/g, "'");

/** What somebody else wrote must not look like ours to be tapped. */
const withoutLinks = (text: string): string =>
  text.replaceAll(/\S*(?:\/\/|www\.)\S*|\S+\.\p{L}{2,}(?:[/:?#]\S*)?/giu, '…');

function pinAlarm({ name, what, at }: PinNotice, { lang, zone }: Reader): string {
  return messagesIn(lang).pin.alarm[what](cleanName(name) ?? '…', formatIn(lang, zone).time(at));
}

function placeText({ shop, role, by }: TeamPlace, { lang }: Reader): string {
  return messagesIn(lang).team.welcome[role](cleanName(shop) ?? 'Smartbis', cleanName(by) ?? '…');
}

function numberLost(
  { problem, at, link = null, shopId }: NumberLost,
  { lang, zone, byEmail }: Reader,
): string {
  const { channel } = messagesIn(lang);
  const { day, time } = formatIn(lang, zone);
  const text = channel.lost({ day: day(at), time: time(at), why: channel.problem[problem] });
  return byEmail === true ? `${text}\n\n${channel.next(problem, { link, shop: shopId ?? null })}` : text;
}

function notDelivered({ to, phone, reason, fault }: MessageNotDelivered, { lang }: Reader): string {
  const { notices, email } = messagesIn(lang);
  const whom = [cleanName(to ?? '') ?? notices.someCustomer, phone ?? ''].join(' ').trim();
  const why = email.fault[fault ?? 'no-mailbox'];
  if (reason === 'email-bounced') return email.bounced(whom, why);
  if (reason === 'email-returned') return email.returned(whom, why);
  if (reason === 'email-complained') return email.complained(whom);
  return reason === 'not-on-channel' ? notices.notOnChannel(whom) : notices.sendingFailed(whom);
}

function silence({ machine, acquirer, store, lastSaleAt }: MachineSilent, { lang, zone }: Reader): string {
  const { day, time } = formatIn(lang, zone);
  return messagesIn(lang).machines.fellSilent({
    machine: cleanName(machine) ?? '…',
    acquirer: acquirer === null ? null : cleanName(acquirerName(acquirer)),
    store: store === null ? null : cleanName(store),
    day: day(lastSaleAt),
    time: time(lastSaleAt),
  });
}

function oddClaim(
  { pattern, who, phone, count, saleCents, at, by }: OddClaim,
  { lang, zone }: Reader,
): string {
  const { counter, notices } = messagesIn(lang);
  const { money, day } = formatIn(lang, zone);
  const named = [cleanName(who ?? '') ?? notices.someCustomer, phone ?? ''].join(' ').trim();
  if (pattern === 'many') return counter.odd.many(named, count);
  const of = { who: named, sale: money(saleCents), day: day(at) };
  if (pattern === 'by-hand')
    return counter.odd.byHand({ ...of, phone: phone === null ? '' : phoneText(phone) });
  const linkedBy = by === null ? null : cleanName(by);
  return counter.odd.ownPhone({ ...of, by: linkedBy });
}
