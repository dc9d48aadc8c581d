export const notices = {
  earned: (shop: string, amounts: string, sale: string) =>
    `${shop}: ¡ganaste ${amounts} en la compra de *${sale}*!`,
  usableNow: 'Ya puedes usarlo.',
  usableFrom: (day: string) => `Puedes usarlo a partir del *${day}*.`,
  usableUntil: (day: string) => `Úsalo hasta el *${day}*.`,
  takenBack: (shop: string, amounts: string, refunded: string, sale: string) =>
    `${shop}: descontamos ${amounts}, porque se devolvieron *${refunded}* de la compra de *${sale}*.`,
  redeemed: (shop: string, value: string, purchase: string) =>
    `${shop}: usaste un vale de *${value}* en la compra de *${purchase}*.`,
  redeemedItem: (shop: string, item: string) => `${shop}: usaste tu vale de *${item}*. ¡Que lo disfrutes!`,
  voucherEarned: (shop: string, worth: string, code: string) =>
    `${shop}: ¡ganaste un vale de *${worth}*! Código *${code}*.`,
  voucherUse: (of: { since: string | null; day: string; minimum: string | null }) =>
    `${of.since === null ? 'Úsalo' : `Sirve desde el *${of.since}*`} hasta el *${of.day}*${of.minimum === null ? '' : `, en compras desde *${of.minimum}*`}.`,
  voucherReturned: (shop: string, amounts: string, refunded: string, sale: string) =>
    `${shop}: te devolvimos ${amounts} que había pagado un vale: se devolvieron *${refunded}* de la compra de *${sale}*.`,
  notHonoured: (of: { sale: string; day: string; time: string; terminal: string | null; why: string }) =>
    `La venta de *${of.sale}* del *${of.day}* a las ${of.time}${of.terminal === null ? '' : `, en la terminal ${of.terminal}`}, vino con un vale que no se pudo usar. ${of.why}`,
  itemOfRefundedSale: (item: string, holder: string | null) =>
    `La compra que dio un vale de *${item}*${holder === null ? '' : ` a ${holder}`} fue devuelta, y ya se entregó. Si hace falta, acuérdalo con el cliente.`,
  itemOnRefundedSale: (item: string, holder: string | null) =>
    `La compra en que se usó el vale de *${item}*${holder === null ? '' : ` de ${holder}`} fue devuelta. Si hace falta, acuérdalo con el cliente.`,
  balance: (amounts: string) => `Tu saldo: ${amounts}.`,
  introduction: (shop: string) =>
    `Te escribe ${shop}, por su programa de fidelidad, porque diste tu teléfono en la compra. Para no recibir novedades, responde “salir”; para ver qué se puede hacer, “menú”.`,
  cheer: '🎉',
  notOnChannel: (to: string) =>
    `No pude entregar un aviso a ${to}: el número no está en WhatsApp. Confirma el teléfono con el cliente.`,
  sendingFailed: (to: string) =>
    `No pude entregar un aviso a ${to} después de una hora de intentos. Si hay otros hoy, no repito este mensaje.`,
  someCustomer: 'un cliente',
};
