import type { Language } from '../../loyalty';
import { en } from './en';
import { es } from './es';
import { ptBR } from './pt-BR';

/** Every text of the chat, in one language. */
export type Messages = typeof ptBR;

const CATALOGUES: Record<Language, Messages> = { pt: ptBR, en, es };

export const messagesIn = (lang: Language): Messages => CATALOGUES[lang];
