import type { Language } from '../../../loyalty';

/** What can be paused. */
export const PAUSABLE: Record<Language, Record<string, readonly string[]>> = {
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
