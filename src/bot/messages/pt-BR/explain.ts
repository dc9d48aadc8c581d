interface Of {
  amounts: string;
  sale: string;
  day: string;
}

export const explain = {
  gave: ({ amounts, sale, day }: Of) => `${amounts} pela compra de *${sale}* em *${day}*:`,
  voucher: ({ sale, day }: Of) => `Um voucher pela compra de *${sale}* em *${day}*:`,
  nothing: ({ sale, day }: Of) => `A compra de *${sale}* em *${day}* não deu benefício:`,
  dry: ({ amounts, sale, day }: Of) =>
    `Nada pela compra de *${sale}* em *${day}*: o programa não estava valendo. Teria dado ${amounts}:`,
  counts: (base: string, { refunded, voucher }: { refunded: string | null; voucher: string | null }) =>
    `Contam ${base}${refunded === null ? '' : `, sem os ${refunded} devolvidos`}${voucher === null ? '' : `, sem os ${voucher} pagos com voucher`}.`,
  noRules: 'Não havia regra valendo nesse dia.',
  noneOfTeam:
    'Por que o quê? De um cliente, veja “cliente 11 98888-0001”; de uma mensagem, “por que ela recebeu? 11 98888-0001”; dos números, “relatório”.',
  none: 'Ainda não há compra sua para explicar. Elas aparecem quando você compra e informa seu telefone.',
  noneOf: (amounts: string) => `Não achei um ganho de ${amounts}. Diga “extrato” para ver os seus.`,
  more: 'Para ver as outras regras, diga “mais”.',
  noMore: 'Eram todas as regras.',
};
