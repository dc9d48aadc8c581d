import type { Language } from '../../../loyalty';
import { normalise } from '../normalise';

/** By what people call them, normalised. */
export const LANGUAGE_NAMES: Record<string, Language> = {
  portugues: 'pt',
  'portugues do brasil': 'pt',
  brasileiro: 'pt',
  portuguese: 'pt',
  'brazilian portuguese': 'pt',
  pt: 'pt',
  'pt br': 'pt',
  ingles: 'en',
  english: 'en',
  en: 'en',
  espanhol: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  es: 'es',
};

/** The language that an answer names. */
export const readLanguage = (text: string, lang: Language): Language | null =>
  LANGUAGE_NAMES[normalise(text, lang)] ?? null;
