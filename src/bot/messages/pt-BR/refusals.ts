export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `Você tem ${available} para usar, e pediu ${requested}. Peça um valor menor, ou diga “saldo”.`,
  belowMinimumRedeem: (minimum: string) => `O resgate é a partir de *${minimum}*. Peça esse valor ou mais.`,
  notActive: 'O programa da loja ainda não está ativo. Assim que ela ativar, peça de novo.',
  paused: 'O programa da loja está em pausa. Seu saldo está guardado: peça de novo mais tarde.',
  voucherNotFound: 'Não encontrei esse código. Confira as 8 letras e números com o cliente e tente de novo.',
  voucherRedeemed: (value: string, day: string, time: string) =>
    `Esse voucher de *${value}* já foi usado em *${day}* às ${time}. Não vale de novo.`,
  voucherExpired: (day: string) =>
    `Esse voucher venceu: valia até *${day}*. O cliente pode dizer “saldo” para ver o que voltou.`,
  voucherCancelled: (day: string) =>
    `Esse voucher foi cancelado em *${day}*. O cliente pode fazer outro com “resgatar”.`,
  purchaseBelowMinimum: (minimum: string) =>
    `Esse voucher só vale em compras a partir de *${minimum}*. Ele continua aberto para outra compra.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `O voucher é de *${voucher}*, e nessa compra pode pagar até *${most}*. Para usar inteiro, a compra precisa ser de *${needed}*.`,
  tooManyTries: (day: string, time: string) =>
    `Foram muitos códigos errados. Por segurança, tente de novo em *${day}* às ${time}.`,
  conflict: 'Esse pedido já foi feito com outros dados. Nada mudou: comece de novo, por favor.',
  ruleChanged: 'Essa regra mudou enquanto você decidia. Nada foi feito: peça de novo.',
  ruleGone: 'Essa regra não existe mais. Diga “regras” para ver as que valem.',
  ruleLimit: (maximum: number) =>
    `A loja já tem ${maximum} regras, que é o máximo. Para pôr outra, é preciso tirar uma antes.`,
};
