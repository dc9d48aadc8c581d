import type { Language } from '../../../loyalty';
import type { CommandName } from '../../command';
import { en } from './en';
import { es } from './es';
import { pt } from './pt';

/** A command's phrases with ` / ` between them. Slots are written as in the patterns. */
export type Phrases = Readonly<Record<CommandName, string>>;

/** Also of wishes that have no command yet, which nobody hears; `none` is what is no wish. */
export type MorePhrases = Readonly<Record<string, string>>;

const books: Record<Language, Phrases> = { pt, en, es };

export function phrasesOf(name: CommandName, lang: Language): string[] {
  return books[lang][name].split('/').map((phrase) => phrase.trim());
}
