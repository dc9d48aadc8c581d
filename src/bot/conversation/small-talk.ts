import { LANGUAGES, type Language } from '../../loyalty';
import type { Turn } from '../command';
import { cleanName, firstName, messagesIn } from '../messages';
import { isFarewell, isGreeting, isThanks, nameWords } from '../understand';

interface Talk {
  text: string;
  lang: Language;
}

/** Lower case, without accents and signs. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** `ok`, `beleza`: heard, where nothing is asked. */
const HEARD =
  /^(?:(?:o+k+|okay|okey|oki|blz|beleza|certo|certinho|ta (?:bom|certo|otimo|ok)|perfeito|otimo|legal|show|joia|top|combinado|entendi|great|perfect|cool|nice|alright|all right|got it|vale|bueno|listo|esta bien|genial|perfecto|entendido)(?: |$))+/;

/** Said of the shop, with nothing asked or missing. */
const PRAISE =
  /\b(?:adorei|amei|amo voces|amo vcs|(?:sao|e|eh) demais|maravilhos[oa]s?|parabens|nota (?:10|dez)|the best|love (?:it|you|this|your)|amazing|awesome|(?:son|es) lo maximo|me encant[ao]|excelentes?|buenisim[oa]s?)\b/;
const LACKS = /\b(?:nao|nunca|sem|mas|so que|not|never|but|no|pero|sin|n t)\b|\?/;

const WHO_ANSWERS: Record<Language, RegExp> = {
  pt: /^(?:(?:oi|ola|ei|mas|e|entao) )*(?:(?:voce|vc|ce|tu|isso|isto|isso aqui) (?:e|eh)|(?:eu )?(?:to|tou|estou) (?:falando|conversando) com) (?:um |uma )?(?:robo|robozinho|bot|chatbot|maquina|ia|inteligencia artificial|humano|humana|ser humano|pessoa|gente)(?: (?:de verdade|real))?(?: (?:ou|mesmo) ?.*)?$/,
  en: /^(?:(?:hi|hello|hey|so|wait) )*(?:are you|are u|r u|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an )?(?:real )?(?:bot|robot|chatbot|machine|ai|computer|human|human being|person|real)(?: or .*)?$/,
  es: /^(?:(?:hola|oye|pero|y) )*(?:(?:tu |usted |vos )?(?:eres|es|sos)|esto es|estoy hablando con) (?:un |una )?(?:robot|bot|chatbot|maquina|ia|inteligencia artificial|humano|humana|ser humano|persona)(?: (?:de verdad|real))?(?: o .*)?$/,
};

const among = ({ lang }: Turn, is: (one: Language) => boolean): Language | undefined =>
  [lang, ...LANGUAGES].find(is);

/** To who asks whether this is a bot: the truth, and how to reach a person. Nobody is called for the question. */
export function whoAnswers(turn: Turn, text: string): Talk | null {
  const words = wordsOf(text);
  const lang = among(turn, (one) => WHO_ANSWERS[one].test(words));
  if (lang === undefined) return null;
  const { smallTalk: say } = turn.say;
  const shop = cleanName(turn.shop.name) ?? 'Smartbis';
  return { text: turn.speaker.staff === null ? say.whoAnswers(shop) : say.whoAnswersStaff(shop), lang };
}

/** What is no wish and is answered all the same, warmly and shortly, in the language that it was said in. */
export function smallTalk(turn: Turn, text: string): Talk | null {
  const asked = whoAnswers(turn, text);
  if (asked !== null) return asked;
  const { smallTalk: say } = turn.say;
  const words = wordsOf(text);
  const rest = words.replace(HEARD, '');
  if (rest === '' && words !== '') return { text: say.here, lang: turn.lang };
  const said = rest === words ? text : rest;
  const lang = among(turn, (one) => [isThanks, isGreeting, isFarewell].some((is) => is(said, one)));
  if (lang === undefined) return isPraise(text) ? { text: say.praise, lang: turn.lang } : null;
  if (isThanks(said, lang)) return { text: say.welcome, lang };
  if (isFarewell(said, lang)) return { text: say.farewell, lang };
  const { staff, customer } = turn.speaker;
  const name = firstName(staff === null ? customer.name : staff.name);
  if (staff === null) return { text: say.greeting(name), lang };
  return { text: staff.role === 'cashier' ? say.greetingCashier(name) : say.greetingStaff(name), lang };
}

const isPraise = (text: string): boolean =>
  PRAISE.test(wordsOf(text)) && !LACKS.test(`${wordsOf(text)} ${/\?/.exec(text)?.[0] ?? ''}`);

/** No word of the language, and long enough to be no slip of the finger. */
const isForeign = ({ lang, understanding }: Turn, text: string): boolean =>
  nameWords(text, lang).some((word) => /^[a-z]{4,}$/.test(word) && !understanding.knows(word, lang));

/** To a customer who has chosen no language and writes in another than the shop's: how to have it. */
export function languageHint(turn: Turn, text: string, heard: Language): string | null {
  const { lang, speaker } = turn;
  const isNew = heard !== lang && speaker.staff === null && speaker.customer.language === null;
  return isNew && isForeign(turn, text) ? messagesIn(heard).smallTalk.languageHint : null;
}
