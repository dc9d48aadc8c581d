export const notices = {
  usableNow: 'Ya puedes usarlo.',
  usableFrom: (day: string) => `Puedes usarlo a partir del *${day}*.`,
  usableUntil: (day: string) => `Úsalo hasta el *${day}*.`,
  voucherUse: (of: { since: string | null; day: string; minimum: string | null }) =>
    `${of.since === null ? 'Úsalo' : `Sirve desde el *${of.since}*`} hasta el *${of.day}*${of.minimum === null ? '' : `, en compras desde *${of.minimum}*`}.`,
  notHonoured: (of: { sale: string; day: string; time: string; terminal: string | null; why: string }) =>
    `La venta de *${of.sale}* del *${of.day}* a las ${of.time}${of.terminal === null ? '' : `, en la terminal ${of.terminal}`}, vino con un vale que no se pudo usar. ${of.why}`,
  itemOfRefundedSale: (item: string, holder: string | null) =>
    `La compra que dio un vale de *${item}*${holder === null ? '' : ` a ${holder}`} fue devuelta, y ya se entregó. Si hace falta, acuérdalo con el cliente.`,
  itemOnRefundedSale: (item: string, holder: string | null) =>
    `La compra en que se usó el vale de *${item}*${holder === null ? '' : ` de ${holder}`} fue devuelta. Si hace falta, acuérdalo con el cliente.`,
  notOnChannel: (to: string) =>
    `No pude entregar un aviso a ${to}: el número no está en WhatsApp. Confirma el teléfono con el cliente.`,
  sendingFailed: (to: string) =>
    `No pude entregar un aviso a ${to} después de una hora de intentos. Si hay otros hoy, no repito este mensaje.`,
  someCustomer: 'un cliente',
};
