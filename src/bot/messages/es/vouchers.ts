import type { VoucherMode, VoucherRefund } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

const from = (minimum: string | null): string => (minimum === null ? '' : `, en compras desde *${minimum}*`);
const since = (day: string | null): string => (day === null ? '' : ` desde el *${day}*`);

const mode: Record<VoucherMode, string> = {
  counter: 'Mostrador: el equipo valida el código aquí en el chat',
  'connected-till': 'Caja conectada: el sistema de la caja valida el código',
  automatic: 'Automático: la venta que llega con el código ya usa el vale',
  manual: 'Manual: el cliente sigue las instrucciones de la tienda, y la gerencia confirma aquí',
};

const refund: Record<VoucherRefund, string> = {
  'back-to-balance': 'En devoluciones, lo que pagó el vale vuelve al saldo del cliente.',
  lost: 'En devoluciones, lo que pagó el vale no vuelve.',
};

interface Shown {
  worth: string;
  day: string;
  minimum: string | null;
}

export const vouchers = {
  worth: {
    percent: (percent: string, most: string | null) =>
      `${percent} de descuento${most === null ? '' : `, hasta ${most}`}`,
    stores: (names: string) => `Solo en: ${names}.`,
  },
  voucher: {
    issued: (of: Shown & { code: string; left: string }) =>
      `Tu vale de *${of.worth}*: código *${of.code}*.\nMuéstralo en la caja hasta el *${of.day}*${from(of.minimum)}.\nTe quedan ${of.left}.`,
    ofCashback: (amount: string) => `*${amount}* de cashback`,
    procedure: (words: string) => `Cómo usarlo: ${words}`,
  },
  vouchers: {
    title: 'Tus vales abiertos:',
    line: (of: Shown & { code: string; since: string | null }) =>
      `*${of.code}*: *${of.worth}*${since(of.since)} hasta el *${of.day}*${from(of.minimum)}`,
    none: 'No tienes vales abiertos. Para hacer uno, di “canjear”.',
    others: (count: number) => `Y ${whole(count)} más, con más plazo.`,
    show: 'Muestra el código en la caja.',
  },
  cancelVoucher: {
    which: '¿Qué vale? Di su código, como “ABCD-1234”.',
    list: {
      line: (number: number, of: { worth: string; holder: string | null; day: string }) =>
        `${number}. *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}, vale hasta ${of.day}`,
      ask: `¿Cuál cancelo? ${answers.byNumber}`,
      noneToday:
        'Hoy no salió ningún vale que siga abierto. Di de quién es: “cancelar el vale de Bia”, o el teléfono.',
      noneOf: (who: string) => `${who} no tiene un vale abierto que se pueda cancelar.`,
      others: 'Hay otros. Di también el valor, como “cancelar el vale de 20”, o de quién es.',
    },
    confirmOf: (of: { worth: string; back: string; holder: string | null }) =>
      `¿Cancelo el vale de *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}? Vuelven *${of.back}* al saldo del cliente, con el plazo que tenían. ${answers.yesOrNo}`,
    doneOf: (worth: string, balance: string) =>
      `Listo, el vale de *${worth}* fue cancelado. El cliente ahora tiene ${balance} para usar.`,
    confirm: (worth: string, back: string) =>
      `¿Cancelo tu vale de *${worth}*? Vuelven *${back}* a tu saldo, con el plazo que tenían. ${answers.yesOrNo}`,
    done: (worth: string, balance: string) =>
      `Listo, el vale de *${worth}* quedó cancelado. Ahora tienes ${balance} para usar.`,
    doneNothing: (worth: string) =>
      `Listo, el vale de *${worth}* quedó cancelado. Lo que tenía ya había vencido o pagó una devolución.`,
  },
  rewards: {
    title: (points: string) => `Tienes *${points}*. Premios:`,
    line: (number: number, worth: string, points: string) => `${number}. ${worth}: *${points}*`,
    missing: (points: string) => `faltan ${points}`,
    used: 'ya tuviste el tuyo',
    ask: `¿Cuál quieres? ${answers.byNumber}`,
    later: 'Junta más puntos y vuelve por aquí.',
    none: 'La tienda todavía no tiene premios por puntos. Di “saldo” para ver lo que tienes.',
    more: 'Para ver los otros, di “más”.',
    confirm: (of: Shown & { points: string; where: string }) =>
      `¿Cambio *${of.points}* por *${of.worth}*? El vale sirve hasta el *${of.day}*${from(of.minimum)}${of.where}. ${answers.yesOrNo}`,
    staffTitle: 'Premios de la tienda:',
    staffNone: 'La tienda todavía no tiene premios. Para poner uno, di “premio: café por 100 puntos”.',
    paused: 'en pausa',
    minimum: (amount: string) => `en compras desde ${amount}`,
    limit: (count: number) => `${whole(count)} por cliente`,
    onlyAt: (names: string) => `solo en ${names}`,
    change: 'Para cambiar uno, di “pausar 1”, “volver 1” o “quitar 1”.',
    pause: (name: string) => `¿Pongo *${name}* en pausa? ${answers.yesOrNo}`,
    resume: (name: string) => `¿Vuelvo a ofrecer *${name}*? ${answers.yesOrNo}`,
    remove: (name: string) =>
      `¿Quito *${name}* de los premios? Los vales ya dados siguen valiendo. ${answers.yesOrNo}`,
    done: 'Hecho. Di “premios” para ver cómo quedó.',
  },
  addReward: {
    whichStores:
      'No entendí en qué tiendas vale. Dilo así: “premio: café por 100 puntos solo en la tienda Centro”.',
    unknownStores: (names: string, known: string) =>
      `Todavía no vi ventas de ${names}: revisa el nombre. Las tiendas que conozco: ${known}.`,
    isCustomer: (name: string, points: string) =>
      `${name} es cliente de la tienda. Para fijar el saldo, di “deja a ${name} con ${points}”; para un premio, “premio: ${name} por ${points}”.`,
    how: 'Di el premio en una frase: “premio: café por 100 puntos”, “premio: R$ 10 por 200 puntos” o “premio: 20% de descuento hasta R$ 30 por 150 puntos”.',
    unclear: (name: string) =>
      `No entendí el premio “${name}”. Di el nombre de la cosa, un monto como “R$ 10” o una parte como “20% de descuento”.`,
    ask: (of: { worth: string; points: string; more: string }) =>
      `Premio: *${of.worth}* por *${of.points}*${of.more}. ¿Lo agrego? ${answers.yesOrNo}`,
    same: (of: { worth: string; points: string; more: string }) =>
      `Ese premio ya está así: *${of.worth}* por *${of.points}*${of.more}.`,
    askChange: (of: { worth: string; points: string; more: string; before: string }) =>
      `Ese premio ya existe, por *${of.before}*. ¿Lo cambio a *${of.worth}* por *${of.points}*${of.more}? ${answers.yesOrNo}`,
    added: 'Premio agregado. Los clientes lo ven en “premios”.',
    changed: 'Premio cambiado. Los vales ya dados quedan como eran.',
  },
  voucherMode: {
    mode,
    refund,
    now: (name: string) => `Cómo se validan hoy los vales:\n${name}.`,
    line: (number: number, name: string) => `${number}. ${name}`,
    changeRefund: (number: number) => `Para cambiar eso, responde ${number}.`,
    ask: `¿Cómo lo quieres? ${answers.byNumber}`,
    confirm: (name: string) => `¿Cambio a este modo?\n${name}.\n${answers.yesOrNo}`,
    askProcedure: (longest: number) =>
      `Escribe las instrucciones que van con cada vale, en hasta ${longest} letras.`,
    tooLong: (longest: number) => `Quedó demasiado largo. Escríbelo en hasta ${longest} letras.`,
    confirmProcedure: (words: string) =>
      `¿Cambio al modo manual? Cada vale va con:\n${words}\n${answers.yesOrNo}`,
    confirmRefund: (name: string) => `¿Lo cambio? ${name} ${answers.yesOrNo}`,
    done: 'Listo, cambiado. Vale también para los vales que ya están abiertos.',
  },
  validate: {
    /** As it stands ready in the chat that a voucher's QR opens. */
    verb: 'validar',
    whichCode: '¿Cuál es el código del vale? Son 8 letras y números, como “ABCD-1234”.',
    shows: (of: Shown & { holder: string | null }) =>
      `Vale de *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}, hasta el *${of.day}*${from(of.minimum)}.`,
    howMuch: '¿De cuánto es la compra?',
    ask: (purchase: string, pays: string) =>
      `¿Usarlo en la compra de *${purchase}*? Descuenta *${pays}*. ${answers.yesOrNo}`,
    askItem: (item: string) => `¿Entregar *${item}*? ${answers.yesOrNo}`,
    redeemed: (value: string, holder: string | null) =>
      `Vale usado${holder === null ? '' : ` por ${holder}`}. Descuenta *${value}* de la compra.`,
    redeemedItem: (item: string, holder: string | null) =>
      `Vale usado${holder === null ? '' : ` por ${holder}`}. Entrega: *${item}*.`,
    returned: (value: string) =>
      `Los otros *${value}* vuelven al saldo del cliente, con el plazo que tenían.`,
  },
};
