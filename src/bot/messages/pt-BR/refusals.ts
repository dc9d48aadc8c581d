export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `Você tem ${available} para usar, e pediu ${requested}. Peça um valor menor, ou diga “saldo”.`,
  belowMinimumRedeem: (minimum: string) => `O resgate é a partir de *${minimum}*. Peça esse valor ou mais.`,
  notActive: 'O programa da loja ainda não está ativo. Assim que ela ativar, peça de novo.',
  paused: 'O programa da loja está em pausa. Seu saldo está guardado: peça de novo mais tarde.',
  voucherNotFound: 'Não encontrei esse código. Confira as 8 letras e números e tente de novo.',
  voucherRedeemed: (worth: string, day: string, time: string) =>
    `Esse voucher de *${worth}* já foi usado em *${day}* às ${time}. Não vale de novo.`,
  voucherExpired: (day: string) =>
    `Esse voucher venceu: valia até *${day}*. Se veio do saldo, o que ainda vale voltou para lá.`,
  voucherCancelled: (day: string) => `Esse voucher foi cancelado em *${day}* e não vale mais.`,
  purchaseBelowMinimum: (minimum: string) =>
    `Esse voucher só vale em compras a partir de *${minimum}*. Ele continua aberto para outra compra.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `O voucher é de *${voucher}*, e nessa compra pode pagar até *${most}*. Para usar inteiro, a compra precisa ser de *${needed}*.`,
  customerBlocked:
    'A loja suspendeu este cadastro: ele não ganha nem usa benefícios. Para entender o motivo, fale com a loja.',
  tooManyTries: (day: string, time: string) =>
    `Foram muitos códigos errados. Por segurança, tente de novo em *${day}* às ${time}.`,
  insufficientPoints: (available: string, requested: string) =>
    `Você tem ${available}, e esse prêmio pede ${requested}. Escolha outro, ou diga “saldo”.`,
  voucherNotYet: (day: string) => `Esse voucher só vale a partir de *${day}*.`,
  voucherOtherStore: (stores: string) => `Esse voucher só vale em: ${stores}.`,
  voucherNotCancellable:
    'Esse voucher foi um presente da loja e não usou o seu saldo: não há o que devolver. Ele fica com você até vencer.',
  voucherMode: {
    'connected-till': 'Nesta loja quem valida é o sistema do caixa. Digite o código lá.',
    automatic: 'Nesta loja o voucher vale sozinho: digite o código na venda, na maquininha.',
    manual: 'Nesta loja a gerência confirma os vouchers. Siga as instruções que estão com o cliente.',
  },
  rewardNotFound: 'Esse prêmio não está mais na lista. Diga “prêmios” para ver os outros.',
  rewardLimit: (name: string, limit: number) =>
    `Você já pegou ${name}: ${limit === 1 ? 'é 1' : `são ${limit}`} por cliente. Diga “prêmios” para ver os outros.`,
  catalogueFull: (maximum: number) =>
    `A loja já tem ${maximum} prêmios, que é o máximo. Para pôr outro, remova um antes: diga “prêmios”.`,
  campaign: {
    'campaign-nobody': 'Ninguém está no público dessa campanha agora. Nada foi feito.',
    'campaign-unbounded':
      'Com orçamento, o voucher precisa de um valor máximo, como “voucher de 20% até R$ 30”.',
    'campaign-not-found': 'Não encontrei essa campanha. Diga “campanhas” para ver as que há.',
  },
  conflict: 'Esse pedido já foi feito com outros dados. Nada mudou: comece de novo, por favor.',
  ruleChanged: 'Essa regra mudou enquanto você decidia. Nada foi feito: peça de novo.',
  changedMeanwhile: 'Isso mudou enquanto você decidia, e nada foi feito ainda. Agora é assim:',
  ruleGone: 'Essa regra não existe mais. Diga “regras” para ver as que valem.',
  ruleLimit: (maximum: number) =>
    `A loja já tem ${maximum} regras, que é o máximo. Para pôr outra, é preciso tirar uma antes.`,
};
