export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `Tienes ${available} para usar, y pediste ${requested}. Pide menos, o di “saldo”.`,
  belowMinimumRedeem: (minimum: string) => `Se puede canjear desde *${minimum}*. Pide ese monto o más.`,
  notActive: 'El programa de la tienda todavía no está activo. Cuando lo active, pide de nuevo.',
  paused: 'El programa de la tienda está en pausa. Tu saldo está guardado: pide de nuevo más tarde.',
  voucherNotFound: 'No encontré ese código. Revisa las 8 letras y números con el cliente e intenta de nuevo.',
  voucherRedeemed: (value: string, day: string, time: string) =>
    `Ese vale de *${value}* ya se usó el *${day}* a las ${time}. No vale otra vez.`,
  voucherExpired: (day: string) =>
    `Ese vale venció: valía hasta el *${day}*. El cliente puede decir “saldo” para ver lo que volvió.`,
  voucherCancelled: (day: string) =>
    `Ese vale se canceló el *${day}*. El cliente puede hacer otro con “canjear”.`,
  purchaseBelowMinimum: (minimum: string) =>
    `Ese vale solo sirve en compras desde *${minimum}*. Sigue abierto para otra compra.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `El vale es de *${voucher}*, y en esta compra puede pagar hasta *${most}*. Para usarlo entero, la compra tiene que ser de *${needed}*.`,
  tooManyTries: (day: string, time: string) =>
    `Hubo muchos códigos equivocados. Por seguridad, intenta de nuevo el *${day}* a las ${time}.`,
  conflict: 'Ese pedido ya se hizo con otros datos. Nada cambió: empieza de nuevo, por favor.',
  ruleChanged: 'Esa regla cambió mientras decidías. No se hizo nada: pídelo de nuevo.',
  ruleGone: 'Esa regla ya no existe. Di “reglas” para ver las vigentes.',
  ruleLimit: (maximum: number) =>
    `La tienda ya tiene ${maximum} reglas, que es el máximo. Para agregar otra, hay que quitar una antes.`,
};
