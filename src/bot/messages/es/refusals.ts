export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `Tienes ${available} para usar, y pediste ${requested}. Pide menos, o di “saldo”.`,
  belowMinimumRedeem: (minimum: string) => `Se puede canjear desde *${minimum}*. Pide ese monto o más.`,
  notActive: 'El programa de la tienda todavía no está activo. Cuando lo active, pide de nuevo.',
  paused: 'El programa de la tienda está en pausa. Tu saldo está guardado: pide de nuevo más tarde.',
  voucherNotFound: 'No encontré ese código. Revisa las 8 letras y números e intenta de nuevo.',
  voucherRedeemed: (worth: string, day: string, time: string) =>
    `Ese vale de *${worth}* ya se usó el *${day}* a las ${time}. No vale otra vez.`,
  voucherExpired: (day: string) =>
    `Ese vale venció: valía hasta el *${day}*. Si salió del saldo, lo que aún vale volvió allí.`,
  voucherCancelled: (day: string) => `Ese vale se canceló el *${day}* y ya no vale.`,
  purchaseBelowMinimum: (minimum: string) =>
    `Ese vale solo sirve en compras desde *${minimum}*. Sigue abierto para otra compra.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `El vale es de *${voucher}*, y en esta compra puede pagar hasta *${most}*. Para usarlo entero, la compra tiene que ser de *${needed}*.`,
  customerBlocked:
    'La tienda suspendió este registro: no gana ni usa beneficios. Para saber por qué, habla con la tienda.',
  tooManyTries: (day: string, time: string) =>
    `Hubo muchos códigos equivocados. Por seguridad, intenta de nuevo el *${day}* a las ${time}.`,
  insufficientPoints: (available: string, requested: string) =>
    `Tienes ${available}, y ese premio pide ${requested}. Elige otro, o di “saldo”.`,
  voucherNotYet: (day: string) => `Ese vale solo sirve a partir del *${day}*.`,
  voucherOtherStore: (stores: string) => `Ese vale solo sirve en: ${stores}.`,
  voucherNotCancellable:
    'Ese vale fue un regalo de la tienda y no usó tu saldo: no hay nada que devolver. Es tuyo hasta que venza.',
  voucherMode: {
    'connected-till': 'En esta tienda valida el sistema de la caja. Escribe el código allí.',
    automatic: 'En esta tienda el vale funciona solo: escribe el código con la venta, en la terminal.',
    manual: 'En esta tienda la gerencia confirma los vales. Sigue las instrucciones que tiene el cliente.',
  },
  rewardNotFound: 'Ese premio ya no está en la lista. Di “premios” para ver los otros.',
  rewardLimit: (name: string, limit: number) =>
    `Ya tuviste ${name}: ${limit === 1 ? 'es 1' : `son ${limit}`} por cliente. Di “premios” para ver los otros.`,
  catalogueFull: (maximum: number) =>
    `La tienda ya tiene ${maximum} premios, que es el máximo. Para poner otro, quita uno antes: di “premios”.`,
  campaign: {
    'campaign-nobody': 'Nadie está en el público de esa campaña ahora. No se hizo nada.',
    'campaign-unbounded':
      'Con presupuesto, el vale necesita un monto máximo, como “vale de 20% hasta R$ 30”.',
    'campaign-not-found': 'No encontré esa campaña. Di “campañas” para ver las que hay.',
  },
  conflict: 'Ese pedido ya se hizo con otros datos. Nada cambió: empieza de nuevo, por favor.',
  ruleChanged: 'Esa regla cambió mientras decidías. No se hizo nada: pídelo de nuevo.',
  changedMeanwhile: 'Eso cambió mientras decidías, y todavía no se hizo nada. Ahora es así:',
  ruleGone: 'Esa regla ya no existe. Di “reglas” para ver las vigentes.',
  ruleLimit: (maximum: number) =>
    `La tienda ya tiene ${maximum} reglas, que es el máximo. Para agregar otra, hay que quitar una antes.`,
};
