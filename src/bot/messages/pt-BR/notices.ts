export const notices = {
  usableNow: 'Já pode usar.',
  usableFrom: (day: string) => `Pode usar a partir de *${day}*.`,
  usableUntil: (day: string) => `Use até *${day}*.`,
  voucherUse: (of: { since: string | null; day: string; minimum: string | null }) =>
    `${of.since === null ? 'Use' : `Vale de *${of.since}*`} até *${of.day}*${of.minimum === null ? '' : `, em compras a partir de *${of.minimum}*`}.`,
  notHonoured: (of: { sale: string; day: string; time: string; terminal: string | null; why: string }) =>
    `A venda de *${of.sale}* de *${of.day}* às ${of.time}${of.terminal === null ? '' : `, na máquina ${of.terminal}`}, veio com um voucher que não pôde ser usado. ${of.why}`,
  itemOfRefundedSale: (item: string, holder: string | null) =>
    `A compra que deu um voucher de *${item}*${holder === null ? '' : ` para ${holder}`} foi devolvida, e ele já foi entregue. Se for o caso, combine com o cliente.`,
  itemOnRefundedSale: (item: string, holder: string | null) =>
    `A compra em que o voucher de *${item}*${holder === null ? '' : ` de ${holder}`} foi usado foi devolvida. Se for o caso, combine com o cliente.`,
  notOnChannel: (to: string) =>
    `Não consegui entregar um aviso para ${to}: o número não está no WhatsApp. Confira o telefone com o cliente.`,
  sendingFailed: (to: string) =>
    `Não consegui entregar um aviso para ${to}, depois de uma hora tentando. Se houver outros hoje, não repito este recado.`,
  someCustomer: 'um cliente',
};
