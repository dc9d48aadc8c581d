import type { Language } from '../loyalty';

/** How numbers and dates are written; Spanish as its speakers in and beside Brazil write them: `R$ 1.234,50`. */
export const LOCALES: Record<Language, string> = { pt: 'pt-BR', en: 'en-US', es: 'es-AR' };
