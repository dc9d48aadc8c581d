import type { ptBR } from '../pt-BR';
import { numberIn } from '../format';

const whole = numberIn('es');

export const pending: typeof ptBR.pending = {
  none: 'Nada pendiente: todas las ventas que llegaron se leyeron.',
  noneLeft: 'No queda nada pendiente.',
  title: (total) => (total === 1 ? '1 venta te espera:' : `${whole(total)} ventas te esperan:`),
  sale: ({ amount, day, time }) =>
    `${amount === null ? 'Sin valor' : `*${amount}*`}, *${day}* a las ${time}:`,
  how: 'Di “leer 1” para leerla de nuevo y usarla como está, o “descartar 1”.',
  retried: 'La leo de nuevo ahora.',
  discarded: 'Descartada. Queda guardada, pero no cuenta.',
  staysTheirs:
    'Esa venta se queda con el cliente que ya la tiene. Si no es suya, corrige los saldos con “ajustar saldo” y di “descartar 1”, con su número.',
  gone: 'Alguien ya se ocupó de esa.',
  kept: 'Llegaron ventas que no pude leer por mi cuenta. Di “pendientes” para ver cuáles y qué hacer.',
  unreadable:
    'En las reglas guardadas hay algo que esta versión de Smartbis no conoce. Para no equivocarse, ninguna venta está ganando: quedan guardadas y se contarán cuando esto se resuelva, nada se pierde. Habla con quien cuida el sistema.',
  why: {
    'contradicts-known-sale': () => 'trae otro valor para una venta ya conocida. Leer usa este valor.',
    'same-id-other-body': () => 'vino con el número de un aviso anterior. Revísala en SmartPOS.',
    'recorded-by-hand': () =>
      'es igual a una que el equipo registró a mano (cliente, valor y hora), y no contó otra vez. Si son dos compras, léela; si es la misma, descártala.',
    'other-buyer': () =>
      'dice otro comprador, y la venta ya es de un cliente: se quedó con él. Confírmalo con él; si hace falta, “ajustar”.',
    'items-missing': () => 'se calculó sin sus artículos, que no llegaron. Revisa el beneficio.',
    'in-the-future': () => 'tiene fecha en el futuro. Ajusta el reloj de la máquina.',
    'unknown-type': () => 'es de un tipo que no conozco.',
    'cannot-be-processed': () => 'falló varias veces al calcularse. Intenta leerla de nuevo.',
    missing: (name) => `vino sin ${name}. Corrígelo en SmartPOS.`,
    negative: (name) => `tiene ${name} negativo. Corrígelo en SmartPOS.`,
    absurd: (name) => `tiene ${name} demasiado alto. Revísalo en SmartPOS.`,
    currency: () => 'no está en reales.',
    'over-total': (name) => `tiene ${name} mayor que el total. Revísalo en SmartPOS.`,
    unreadable: (name) => `tiene un campo que no entiendo (${name}). Revísalo en SmartPOS.`,
  },
};
