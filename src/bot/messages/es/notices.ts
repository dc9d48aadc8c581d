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
