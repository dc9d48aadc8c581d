import type { Language } from '../../../loyalty';
import { normalise } from '../normalise';

type Pausable = 'messages' | 'earning';

/** What can be paused. */
export const PAUSABLE: Record<Language, Record<Pausable, readonly string[]>> = {
  pt: {
    messages: ['mensagens', 'mensagem', 'envios', 'avisos', 'envio de mensagens'],
    earning: ['ganhos', 'ganho', 'pontuacao', 'acumulo', 'cashback', 'pontos', 'beneficios'],
  },
  en: {
    messages: ['messages', 'messaging', 'sending', 'texts'],
    earning: ['earning', 'earnings', 'cashback', 'points', 'rewards'],
  },
  es: {
    messages: ['mensajes', 'mensaje', 'envios', 'avisos', 'envio de mensajes'],
    earning: ['ganancias', 'ganancia', 'acumulacion', 'cashback', 'puntos', 'beneficios'],
  },
};

const ARTICLE = /^(?:(?:so|apenas|somente|only|just|solo) )?(?:(?:as|os|o|a|the|los|las|el|la) )?/;

/** What the text as a whole names, whatever its writing; null where it is neither. */
export function pausableNamed(text: string, lang: Language): Pausable | null {
  const words = normalise(text, lang).replace(ARTICLE, '');
  const found = (['messages', 'earning'] as const).find((what) => PAUSABLE[lang][what].includes(words));
  return found ?? null;
}

/** A paused rule is to go on. */
export const RESUME: Record<Language, readonly string[]> = {
  pt: [
    'reativar',
    'reativa',
    'retomar',
    'retoma',
    'religar',
    'religa',
    'despausar',
    'voltar com',
    'volta com',
    'ativar',
    'ativa',
    'ligar',
    'liga',
    'liga de novo',
  ],
  en: [
    'resume',
    'unpause',
    'reactivate',
    'activate',
    'enable',
    'switch on',
    'turn on',
    'back on',
    'on again',
  ],
  es: [
    'reactivar',
    'reactiva',
    'reanudar',
    'reanuda',
    'activar',
    'activa',
    'volver a activar',
    'encender',
    'enciende',
    'prender',
    'prende',
  ],
};
