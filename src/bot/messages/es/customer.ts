import type { StatementEntry } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

type MovementKind = Extract<StatementEntry, { quantity: number }>['kind'];

/** What follows the amount in a line of the statement; the sale's amount where there is one. */
const entry: Record<MovementKind, (sale: string | null) => string> = {
  earned: (sale) => (sale === null ? 'ganaste' : `compra de ${sale}`),
  'taken-back': (sale) => (sale === null ? 'compra devuelta' : `devolución de la compra de ${sale}`),
  held: () => 'pasó a un vale',
  released: () => 'volvió de un vale',
  expired: () => 'venció',
  adjusted: () => 'ajuste de la tienda',
  'debt-paid': () => 'pagó una devolución anterior',
};

const from = (minimum: string | null): string => (minimum === null ? '' : `, en compras desde *${minimum}*`);

export const customer = {
  balance: {
    usable: (amounts: string) => `Tienes ${amounts} para usar ahora.`,
    usableForever: (amounts: string) => `Tienes ${amounts} para usar ahora. No vence.`,
    forever: (amounts: string) => `No vence: ${amounts}.`,
    usableUntil: (amounts: string, day: string) => `Tienes ${amounts} para usar hasta el *${day}*.`,
    none: 'Todavía no tienes saldo para usar.',
    pending: (amounts: string, day: string) => `Disponible a partir del *${day}*: ${amounts}.`,
    expiring: (amounts: string, day: string) => `Usa antes de que termine el *${day}*: ${amounts}.`,
    held: (amounts: string) => `En vales abiertos: ${amounts}.`,
    debt: (amounts: string) => `Tus próximas compras descuentan ${amounts}, por una devolución.`,
    use: 'Para usar el cashback, di “canjear”.',
    rewards: 'Para cambiar puntos, di “premios”.',
    stamps: (made: number, every: number, prize: string) =>
      `Sellos: ${whole(made)} de ${whole(every)} para ${prize}.`,
    vouchers: (count: number) =>
      `Tienes ${count === 1 ? '1 vale' : `${whole(count)} vales`} para usar: di “mis vales”.`,
    earn: 'Aparece aquí cuando compras y das tu teléfono.',
  },
  statement: {
    title: 'Tus últimos movimientos:',
    line: (day: string, amount: string, what: string) => `${day}: *${amount}*, ${what}`,
    entry,
    adjustedFor: (reason: string) => `ajuste de la tienda: ${reason}`,
    voucherLine: (day: string, what: string) => `${day}: ${what}`,
    voucherEarned: (worth: string, sale: string | null) =>
      `vale de *${worth}*${sale === null ? '' : `, por la compra de ${sale}`}`,
    voucherUsed: (worth: string, paid: string | null, purchase: string | null) =>
      `vale de *${worth}* usado${purchase === null ? '' : ` en la compra de ${purchase}`}${paid === null ? '' : `, pagó ${paid}`}`,
    none: 'Todavía no tienes movimientos. Las compras con tu teléfono aparecen aquí.',
    noMore: 'No hay movimientos más antiguos.',
    more: 'Para ver los anteriores, di “más”.',
  },
  redeem: {
    howMuch: (available: string) => `Tienes *${available}* de cashback. ¿Cuánto quieres usar?`,
    nothing: 'Todavía no tienes cashback para usar. Di “saldo” para ver lo que está en camino.',
    confirm: (of: { value: string; day: string; minimum: string | null }) =>
      `¿Cambio *${of.value}* de tu cashback por un vale? Vale hasta el *${of.day}*${from(of.minimum)}. ${answers.yesOrNo}`,
  },
  program: {
    title: (shop: string) => `Cómo funciona en ${shop}:`,
    none: (shop: string) =>
      `${shop} todavía está preparando el programa. Cuando empiece, las reglas aparecen aquí.`,
    notYet: 'El programa todavía no empezó: las compras ganan cuando la tienda lo active.',
    paused: 'Por ahora las compras no están ganando. Tu saldo sigue valiendo.',
    redeemFrom: (minimum: string) => `Puedes canjear desde *${minimum}*.`,
    paysUpTo: (percent: string) => `Un vale paga hasta el ${percent} de la compra.`,
    voucherDays: (days: number) => `El vale dura ${days === 1 ? '1 día' : `${days} días`}.`,
  },
  optedOut:
    'Listo, no te mando más novedades ni promociones. Solo recibes avisos de tus compras. Para volver, di “volver”. Para parar también esos, di “parar todo”.',
  optOutOfAll: 'dejar de recibir todo, también los avisos de tus compras',
  optedOutOfAll: 'Listo, paré todo: no envío nada más sin que lo pidas. Para volver, di “volver”.',
  optedIn: 'Listo, vuelves a recibir novedades y promociones. Para parar, di “salir”.',
  language: {
    changed: 'Listo, ahora te hablo en español.',
    which: '¿En qué idioma? Di “português”, “english” o “español”.',
  },
};
