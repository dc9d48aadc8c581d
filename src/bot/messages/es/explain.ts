import type { ptBR } from '../pt-BR';

export const explain: typeof ptBR.explain = {
  gave: ({ amounts, sale, day }) => `${amounts} por la compra de *${sale}* del *${day}*:`,
  voucher: ({ sale, day }) => `Un vale por la compra de *${sale}* del *${day}*:`,
  nothing: ({ sale, day }) => `La compra de *${sale}* del *${day}* no dio beneficio:`,
  dry: ({ amounts, sale, day }) =>
    `Nada por la compra de *${sale}* del *${day}*: el programa no estaba activo. Habría dado ${amounts}:`,
  counts: (base, { refunded, voucher }) =>
    `Cuentan ${base}${refunded === null ? '' : `, sin los ${refunded} devueltos`}${voucher === null ? '' : `, sin los ${voucher} pagados con vale`}.`,
  noRules: 'Ese día no había ninguna regla vigente.',
  noneOfTeam:
    '¿Por qué qué? De un cliente, mira “cliente 11 98888-0001”; de un mensaje, “¿por qué ella recibió esto? 11 98888-0001”; de los números, “informe”.',
  none: 'Todavía no hay una compra tuya para explicar. Aparecen cuando compras y das tu teléfono.',
  noneOf: (amounts) => `No encontré un beneficio de ${amounts}. Di “extracto” para ver los tuyos.`,
  more: 'Para ver las otras reglas, di “más”.',
  noMore: 'Esas eran todas las reglas.',
};
