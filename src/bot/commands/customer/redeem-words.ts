import type { Command } from '../../command';

/** How people ask to spend their cashback. */
export const redeemWords: Pick<Command, 'patterns' | 'examples'> = {
  patterns: {
    pt: [
      '[(quero|queria|posso|da pra|como faco para)] (resgatar|usar|gastar) [(o|meu|o meu)] [(cashback|saldo)]',
      'resgate',
      '[(quero|queria|posso|pode|da pra)] (resgatar|resgata|usar|usa|gastar|gasta) (tudo|todo [o] meu saldo|todo [o] meu cashback) [[o] que eu (tenho|tiver)] [ai]',
      '[(quero|queria|posso|da pra)] (resgatar|usar|trocar|gastar|resgate de) {amount_cents} [(de|do|do meu|em) (cashback|saldo)]',
      '[(quero|queria|gerar|fazer|me da)] um voucher [de {amount_cents}]',
      '[(quero|queria|gerar|fazer|me da)] voucher de {amount_cents}',
    ],
    en: [
      '[(i want to|i would like to|can i|how do i)] (redeem|use|spend) [my] [(cashback|balance)]',
      '[(i want to|i would like to|can i)] (redeem|use|spend) (everything|all of it|it all|all [[of] my (cashback|balance)]) [i have]',
      '[(i want to|i would like to|can i)] (redeem|use|spend) {amount_cents} [(of|from) [my] (cashback|balance)]',
      '[(i want|give me|i would like)] a voucher [(of|for) {amount_cents}]',
      '[(i want|give me|i would like)] voucher (of|for) {amount_cents}',
    ],
    es: [
      '[(quiero|quisiera|puedo|como hago para)] (canjear|usar|gastar) [mi] [(cashback|saldo)]',
      '[(quiero|quisiera|puedo)] (canjear|canjea|usar|usa|gastar|gasta) todo [(lo que tengo|mi saldo|mi cashback)]',
      '[(quiero|quisiera|puedo)] (canjear|usar|gastar|cambiar) {amount_cents} [(de|del|de mi) (cashback|saldo)]',
      '[(quiero|quisiera|dame|hacer)] un vale [(de|por) {amount_cents}]',
      '[(quiero|quisiera|dame|hacer)] vale (de|por) {amount_cents}',
    ],
  },
  examples: {
    pt: [
      { says: 'resgatar 5', args: { amount_cents: 500 } },
      { says: 'quero usar meu cashback', args: {} },
      { says: 'resgatar R$ 12,50', args: { amount_cents: 1250 } },
    ],
    en: [
      { says: 'redeem 5', args: { amount_cents: 500 } },
      { says: 'I want to use my cashback', args: {} },
      { says: 'redeem R$ 12.50', args: { amount_cents: 1250 } },
    ],
    es: [
      { says: 'canjear 5', args: { amount_cents: 500 } },
      { says: 'quiero usar mi cashback', args: {} },
      { says: 'canjear R$ 12,50', args: { amount_cents: 1250 } },
    ],
  },
};
