import { readFileSync } from 'node:fs';
import { commands } from '../bot/commands';
import { createUnderstanding, readPhraseFile, type Extension, type Understanding } from '../bot/understand';
import { ConfigError, type Config } from '../config';
import { LANGUAGES, type Language } from '../loyalty';

type Faults = { variable: string; fault: string }[];

/** What an operator may add phrases to; `none` is what is no wish. */
export const isWish = (name: string): boolean =>
  name === 'none' || commands.some((command) => command.name === name);

export const variableOf = (lang: Language): string => `PHRASES_${lang.toUpperCase()}`;

/** The chat's understanding with the operator's own phrases. Throws a ConfigError with all faults of all files. */
export function configuredUnderstanding({ phraseFiles }: Pick<Config, 'phraseFiles'>): Understanding {
  const faults: Faults = [];
  const [pt, en, es] = LANGUAGES.map((lang) => phrasesIn(lang, phraseFiles[lang], faults));
  if (faults.length > 0) throw new ConfigError(faults);
  const none: ReadonlyMap<string, readonly string[]> = new Map();
  return createUnderstanding(commands, { pt: pt ?? none, en: en ?? none, es: es ?? none });
}

function phrasesIn(lang: Language, path: string | null, faults: Faults): Extension['pt'] {
  if (path === null) return new Map();
  const note = (fault: string): void =>
    void faults.push({ variable: variableOf(lang), fault: `${path}: ${fault}` });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    note('cannot be read');
    return new Map();
  }
  const { phrases, faults: found } = readPhraseFile(text, lang, isWish);
  for (const fault of found) note(fault);
  return phrases;
}
