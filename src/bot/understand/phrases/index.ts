import type { Language } from '../../../loyalty';
import type { CommandName } from '../../command';
import { customersEn } from './customers-en';
import { customersEs } from './customers-es';
import { customersPt } from './customers-pt';
import { en } from './en';
import { es } from './es';
import { pt } from './pt';
import { staffEn } from './staff-en';
import { staffEs } from './staff-es';
import { staffPt } from './staff-pt';

/** A command's phrases with ` / ` between them. Slots are written as in the patterns. */
export type Phrases = Readonly<Record<CommandName, string>>;

/** Also of wishes that have no command, which nobody hears; `none` is what is no wish. */
export type MorePhrases = Readonly<Record<string, string>>;

const books: Record<Language, readonly MorePhrases[]> = {
  pt: [pt, customersPt, staffPt],
  en: [en, customersEn, staffEn],
  es: [es, customersEs, staffEs],
};

export function phrasesOf(name: string, lang: Language): string[] {
  const written = books[lang].flatMap((book) => book[name] ?? []);
  const phrases = written.flatMap((text) => text.split('/')).map((phrase) => phrase.trim());
  return [...new Set(phrases)].filter((phrase) => phrase !== '');
}
