import type { PaymentMethod } from '../../../loyalty';

const method: Record<PaymentMethod, string> = {
  pix: 'Pix',
  credit: 'crédito',
  debit: 'débito',
  cash: 'efectivo',
};

const butWas = (found: string | null): string =>
  found === null ? 'y la venta no dice cuál fue' : `y fue ${found}`;
const butHad = (found: string | null): string =>
  found === null ? 'y la venta no dice qué se vendió' : `y la compra tiene: ${found}`;
const itIs = (found: string | null): string =>
  found === null ? 'y no sabemos cuándo es' : `que es el ${found}`;
const birthday = {
  day: (found: string | null) => `solo vale en el día del cumpleaños, ${itIs(found)}`,
  week: (found: string | null) => `solo vale en la semana del cumpleaños, ${itIs(found)}`,
  month: (found: string | null) => `solo vale en el mes del cumpleaños, ${itIs(found)}`,
};

export const reasons = {
  method,
  notFired: (why: string) => `No aplicó: ${why}.`,
  miss: {
    base: 'no quedó valor que cuente, después de devoluciones y vouchers',
    above: (wanted: string, found: string) => `la compra debe pasar de ${wanted}, y contaron ${found}`,
    atLeast: (wanted: string, found: string) => `la compra debe ser de ${wanted} o más, y contaron ${found}`,
    atMost: (wanted: string, found: string) => `solo vale en compras hasta ${wanted}, y contaron ${found}`,
    dates: (first: string, last: string, found: string) =>
      `solo vale del ${first} al ${last}, y la compra fue el ${found}`,
    weekdays: (wanted: string, found: string) => `solo vale en ${wanted}, y era ${found}`,
    hours: (start: string, end: string, found: string) =>
      `solo vale de ${start} a ${end}, y eran las ${found}`,
    night: (end: string) => `(hasta las ${end} cuenta la noche del día anterior)`,
    payment: (wanted: string, found: string | null) => `solo vale pagando con ${wanted}, ${butWas(found)}`,
    brand: (wanted: string, found: string | null) => `solo vale con la marca ${wanted}, ${butWas(found)}`,
    terminal: (wanted: string, found: string | null) => `solo vale en la máquina ${wanted}, ${butWas(found)}`,
    acquirer: (wanted: string, found: string | null) =>
      `solo vale en terminales de ${wanted}, ${butWas(found)}`,
    store: (wanted: string, found: string | null) => `solo vale en la tienda ${wanted}, ${butWas(found)}`,
    included: (wanted: string, found: string | null) => `solo vale para ${wanted}, ${butHad(found)}`,
    excluded: (wanted: string, found: string | null) => `no vale para ${wanted}, ${butHad(found)}`,
    first: (found: string) => `solo vale en la primera compra, y esta es la ${found}.ª`,
    nth: (wanted: string, found: string) => `solo vale en la ${wanted}.ª compra, y esta es la ${found}.ª`,
    away: (wanted: string, found: string | null) =>
      found === null
        ? `solo vale después de ${wanted} sin comprar, y no hay compra anterior`
        : `solo vale después de ${wanted} sin comprar, y hace ${found}`,
    birthday,
    tier: (wanted: string, found: string | null) =>
      `solo vale para el nivel ${wanted}, ${found === null ? 'y el cliente aún no tiene nivel' : `y el del cliente es ${found}`}`,
    labels: (wanted: string, found: string | null) =>
      `solo vale para clientes con la etiqueta ${wanted}, ${found === null ? 'y el cliente no tiene ninguna' : `y el cliente tiene: ${found}`}`,
  },
  step: {
    items: (part: string, whole: string) => `cuentan ${part} de ${whole}`,
    percent: (percent: string, of: string, gives: string) => `${percent} de ${of} da ${gives}`,
    perAmount: (points: string, per: string, of: string, gives: string) =>
      `${points} por cada ${per} de ${of} da ${gives}`,
    fixed: (gives: string) => `da ${gives}`,
    multiplied: (gives: string) => `multiplicado, da ${gives}`,
    multiplies: {
      cashback: (times: string) => `multiplica el cashback por ${times}`,
      points: (times: string) => `multiplica los puntos por ${times}`,
    },
    limit: (most: string) => `el límite es ${most} por compra`,
    day: (most: string, left: string) => `del límite de ${most} por día queda ${left}`,
    week: (most: string, left: string) => `del límite de ${most} por semana queda ${left}`,
    month: (most: string, left: string) => `del límite de ${most} por mes queda ${left}`,
    budget: (most: string, left: string) => `del presupuesto de ${most} de la regla queda ${left}`,
    budgetSpent: (most: string) => `el presupuesto de ${most} de la regla ya no cubre este voucher`,
    best: 'otra regla da más, y solo cuenta la mejor',
    sale: (gives: string) => `queda en ${gives}, para que el cashback no pase de la compra`,
    round: (gives: string) => `redondeado, ${gives}`,
    stamp: (stamp: string, of: string) => `sello ${stamp} de ${of}`,
    voucher: (worth: string) => `da un voucher de ${worth}`,
    voucherPercent: (percent: string, most: string | null) =>
      `da un voucher de ${percent} de la compra${most === null ? '' : `, hasta ${most}`}`,
    voucherItem: (item: string) => `da un voucher para ${item}`,
  },
};
