import type { Language } from '../../../loyalty';

/** What the figures of a report mean. */
export const DEFINITIONS: Record<Language, readonly string[]> = {
  pt: [
    'definicoes',
    'definicoes do relatorio',
    'explicar o relatorio',
    'explica o relatorio',
    'ajuda do relatorio',
  ],
  en: [
    'definitions',
    'definitions of the report',
    'explain the report',
    'help with the report',
    'report definitions',
  ],
  es: [
    'definiciones',
    'definiciones del informe',
    'explicar el informe',
    'explica el informe',
    'ayuda del informe',
  ],
};

export const WEEKLY: Record<Language, readonly string[]> = {
  pt: ['toda semana', 'semanal', 'semanalmente', 'toda segunda', 'por semana'],
  en: ['every week', 'weekly', 'each week', 'every monday'],
  es: ['cada semana', 'semanal', 'semanalmente', 'todas las semanas', 'todos los lunes'],
};

export const STOP: Record<Language, readonly string[]> = {
  pt: ['parar', 'parar de mandar', 'para de mandar', 'desligar', 'cancelar', 'nao quero mais', 'nao mandar'],
  en: ['stop', 'stop sending', 'turn off', 'cancel', 'no more'],
  es: ['parar', 'dejar de enviar', 'no quiero mas', 'desactivar', 'cancelar'],
};
