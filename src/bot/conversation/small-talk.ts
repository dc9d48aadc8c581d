import { LANGUAGES, type Language } from '../../loyalty';
import type { Turn } from '../command';
import { firstName, messagesIn } from '../messages';
import { isFarewell, isGreeting, isThanks } from '../understand';

/** What is no wish and is answered all the same, warmly and shortly, in the language that it was said in. */
export function smallTalk(turn: Turn, text: string): { text: string; lang: Language } | null {
  const lang = [turn.lang, ...LANGUAGES].find((one) =>
    [isThanks, isGreeting, isFarewell].some((is) => is(text, one)),
  );
  if (lang === undefined) return null;
  const { smallTalk: say } = turn.say;
  if (isThanks(text, lang)) return { text: say.welcome, lang };
  if (isFarewell(text, lang)) return { text: say.farewell, lang };
  const { staff, customer } = turn.speaker;
  const name = firstName(staff === null ? customer.name : staff.name);
  if (staff === null) return { text: say.greeting(name), lang };
  return { text: staff.role === 'cashier' ? say.greetingCashier(name) : say.greetingStaff(name), lang };
}

/** To a customer who has chosen no language and writes in another than the shop's: how to have it. */
export function languageHint({ lang, speaker }: Turn, heard: Language): string | null {
  const isNew = heard !== lang && speaker.staff === null && speaker.customer.language === null;
  return isNew ? messagesIn(heard).smallTalk.languageHint : null;
}
