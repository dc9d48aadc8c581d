import type { Language } from '../../../loyalty';
import type { CommandName } from '../../command';
import { customersEn } from './en/customers';
import { spokenCustomersEn } from './en/spoken-customers';
import { spokenStaffEn } from './en/spoken-staff';
import { staffEn } from './en/staff';
import { en } from './en/wishes';
import { customersEs } from './es/customers';
import { spokenCustomersEs } from './es/spoken-customers';
import { spokenStaffEs } from './es/spoken-staff';
import { staffEs } from './es/staff';
import { es } from './es/wishes';
import { customersPt } from './pt/customers';
import { spokenCustomersPt } from './pt/spoken-customers';
import { spokenStaffPt } from './pt/spoken-staff';
import { staffPt } from './pt/staff';
import { pt } from './pt/wishes';

/** A command's phrases with ` / ` between them. Slots are written as in the patterns. */
export type Phrases = Readonly<Record<CommandName, string>>;

/** Also of wishes that have no command, which nobody hears; `none` is what is no wish. */
export type MorePhrases = Readonly<Record<string, string>>;

const books: Record<Language, readonly MorePhrases[]> = {
  pt: [pt, customersPt, staffPt, spokenCustomersPt, spokenStaffPt],
  en: [en, customersEn, staffEn, spokenCustomersEn, spokenStaffEn],
  es: [es, customersEs, staffEs, spokenCustomersEs, spokenStaffEs],
};

export function phrasesOf(name: string, lang: Language): string[] {
  const written = books[lang].flatMap((book) => book[name] ?? []);
  const phrases = written.flatMap((text) => text.split('/')).map((phrase) => phrase.trim());
  return [...new Set(phrases)].filter((phrase) => phrase !== '');
}
