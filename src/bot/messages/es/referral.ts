import type { referral as ptBR } from '../pt-BR/referral';
import { answers } from './answers';

export const referral: typeof ptBR = {
  referral: {
    terms: (giver, friend) => `*${giver}* para quien recomienda y *${friend}* para el amigo`,
    until: (days) => `, para usar en ${days}`,
    share: (terms, code, days) =>
      `Tu código de recomendación es *${code}*. Pide a tu amigo que escriba aquí, antes de su primera compra: “vengo por la recomendación ABCD-1234”, con tu código. Cuando compre, en hasta ${days} días, ¡es ${terms}!`,
    how: 'Para premiar recomendaciones, di: “recomendación: R$ 10 para quien recomienda y R$ 5 para el amigo”.',
    askTerms: (terms) =>
      `Por recomendación, después de la primera compra del amigo: ${terms}. ¿Queda así? ${answers.yesOrNo}`,
    set: '¡Listo! Tus clientes ya pueden decir “recomendar a un amigo”. Para parar, di lo mismo con R$ 0.',
    accepted: (friend, days) =>
      friend === null
        ? `¡Anotado! Tu primera compra, en hasta ${days} días, premia a quien te recomendó.`
        : `¡Anotado! Haz tu primera compra en hasta ${days} días, con tu teléfono, y gana *${friend}*.`,
    refused: {
      off: 'Esta tienda no tiene premio por recomendación por ahora.',
      unknown: 'No conozco ese código de recomendación. Revísalo con quien te recomendó.',
      self: 'Ese es tu propio código: es para un amigo.',
      ring: 'Esa recomendación no vale: tú trajiste a esa persona.',
      'not-new': 'La recomendación es para quien todavía no compró aquí. ¡Qué bueno que ya eres cliente!',
      already: 'Ya dijiste quién te recomendó. Vale la primera vez.',
    },
    termsRange: (most: string, days: string) =>
      `La recomendación paga hasta *${most}* a cada lado, y puede valer hasta ${days}. Dilo de nuevo con menos.`,
    did: (giver, friend) =>
      `cambió el premio por recomendación: ${giver} para quien recomienda, ${friend} para el amigo`,
  },
};
