export const notices = {
  earned: (shop: string, amounts: string, sale: string) =>
    `${shop}: você ganhou ${amounts} na compra de *${sale}*!`,
  usableNow: 'Já pode usar.',
  usableFrom: (day: string) => `Pode usar a partir de *${day}*.`,
  usableUntil: (day: string) => `Use até *${day}*.`,
  takenBack: (shop: string, amounts: string, refunded: string, sale: string) =>
    `${shop}: descontamos ${amounts}, porque *${refunded}* da compra de *${sale}* foram devolvidos.`,
  redeemed: (shop: string, value: string, purchase: string) =>
    `${shop}: você usou um voucher de *${value}* na compra de *${purchase}*.`,
  balance: (amounts: string) => `Seu saldo: ${amounts}.`,
  introduction: (shop: string) =>
    `Quem escreve é ${shop}, pelo programa de fidelidade, porque seu telefone foi informado na compra. Para não receber novidades, responda “sair”; para ver o que dá para fazer, “menu”.`,
  cheer: '🎉',
  notOnChannel: (to: string) =>
    `Não consegui entregar um aviso para ${to}: o número não está no WhatsApp. Confira o telefone com o cliente.`,
  sendingFailed: (to: string) =>
    `Não consegui entregar um aviso para ${to}, depois de uma hora tentando. Se houver outros hoje, não repito este recado.`,
  someCustomer: 'um cliente',
};
