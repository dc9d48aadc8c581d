export const report = {
  report: {
    title: (period: string) => `Relatório: ${period}`,
    soFar: 'até agora',
    future: 'Esse período ainda não começou. Peça um que já começou, como “relatório de ontem”.',
    unknown: 'Não entendi o período. Diga assim: “relatório da semana passada” ou “relatório de outubro”.',
    empty: (period: string) => `Nenhuma venda em ${period}.`,
    emptyShop: 'Quando as vendas chegarem, os números aparecem aqui.',
    counting: 'Acabaram de chegar muitas vendas e ainda estou contando; peça de novo daqui a pouco.',
    sales: (count: string, revenue: string) => `Vendas: ${count}, somando *${revenue}*`,
    identified: (known: string, seen: string) => `Com cliente: ${known} de ${seen}`,
    customers: (fresh: string, returning: string) =>
      `Clientes: ${fresh} ${fresh === '1' ? 'novo' : 'novos'}, ${returning} que ${returning === '1' ? 'voltou' : 'voltaram'}`,
    repurchase: (part: string, whole: string) =>
      `Recompra: voltaram ${part} dos ${whole} que compraram nos 90 dias antes`,
    days: (median: string, late: string) =>
      `Tempo até voltar: metade em até ${median}, 4 de cada 5 em até ${late}`,
    moved: (granted: string, redeemed: string, outstanding: string) =>
      `Benefícios: dado *${granted}*, usado *${redeemed}*, em aberto *${outstanding}*`,
    movedPoints: (granted: string, redeemed: string, outstanding: string) =>
      `Pontos: dados ${granted}, usados ${redeemed}, em aberto ${outstanding}`,
    rest: (available: string, expired: string) => `Disponível para uso *${available}*, vencido *${expired}*`,
    restPoints: (available: string, expired: string) =>
      `Pontos disponíveis ${available}, vencidos ${expired}`,
    unknownBuyers: (claimed: string, claimable: string, lost: string) =>
      `Sem cliente na venda: ${claimed} ${claimed === '1' ? 'recuperada' : 'recuperadas'} com a nota, ${claimable} ainda ${claimable === '1' ? 'pode' : 'podem'} ser, ${lost} ${lost === '1' ? 'perdida' : 'perdidas'}`,
    ticket: {
      title: 'Ticket médio',
      used: (amount: string, sales: string) => `*${amount}* com benefício usado (${sales})`,
      unused: (amount: string, sales: string) => `*${amount}* sem benefício usado (${sales})`,
      different: 'São pessoas diferentes: não mostra o efeito do programa',
    },
    salesCounted: (count: number, written: string) => `${written} ${count === 1 ? 'venda' : 'vendas'}`,
    expiring: (parts: string) => `Em aberto hoje, vence: ${parts}`,
    expires: {
      week: (amount: string) => `em 7 dias *${amount}*`,
      month: (amount: string) => `até 30 dias *${amount}*`,
      quarter: (amount: string) => `até 90 dias *${amount}*`,
      later: (amount: string) => `depois *${amount}*`,
      never: (amount: string) => `nunca *${amount}*`,
    },
    expected: (redeemed: string, breakage: string) =>
      `Pelo que já foi usado, devem ser usados *${redeemed}* disso; *${breakage}* devem vencer ou ficar parados`,
    held: (amount: string) => `Em vouchers abertos: *${amount}*`,
    acquirers: 'Por adquirente:',
    terminals: 'Por máquina:',
    place: (name: string, sales: string, amount: string) => `${name}: ${sales}, *${amount}*`,
    placeUnknown: 'não informada',
    more: 'Diga “mais” para o resto ou “definições” para o que é cada número.',
    moreDefinitions: 'Diga “mais” para as outras.',
    why: 'O relatório soma o que as máquinas mandaram; ele não diz por que um número subiu ou caiu. Para comparar, peça outro período, como “relatório do mês passado”. Para o que é cada número, diga “definições”.',
    noMore: 'Era tudo desse relatório.',
    chart: {
      legend: ['Com cliente', 'Sem cliente'],
      sales: 'Vendas',
      revenue: 'Faturamento',
      back: 'Clientes que voltaram',
      redeemed: 'Cashback usado',
    },
    definitions: [
      'Vendas: as do período de que sobrou algum valor depois das devoluções; o valor é o pago, menos o devolvido.',
      'Com cliente: a máquina informou quem comprou, ou a pessoa recuperou a compra com a nota.',
      'Perdidas: sem cliente e fora do prazo para recuperar com a nota.',
      'Novos: a primeira compra foi no período. Que voltaram: já tinham comprado antes.',
      'Recompra: dos que compraram nos 90 dias antes do período, quantos compraram nele.',
      'Tempo até voltar: dias desde a compra anterior do mesmo cliente; compras do mesmo dia contam uma vez.',
      'Dado: o que as compras ganharam no período, menos o que devoluções tiraram. Usado: o que vouchers pagaram. Vencido: o que passou da validade.',
      'Em aberto: tudo que a loja ainda deve, também em vouchers e o que vai liberar. Disponível: o que já pode ser usado.',
      'Ticket médio: valor por venda de clientes conhecidos. Quem usa benefício já costuma ser mais fiel, então a diferença não é efeito do programa.',
      'Devem ser usados: estimado pela idade em que saldos parecidos foram usados até hoje.',
    ],
    weeklyOn: (day: string) =>
      `Combinado: o relatório da semana chega aos donos toda segunda às 9h, a partir de *${day}*.`,
    weeklyOff: 'Pronto, não mando mais o relatório semanal. Quando quiser, diga “relatório”.',
    did: { weeklyOn: 'pediu o relatório semanal', weeklyOff: 'parou o relatório semanal' },
    weekly: (shop: string) => `${shop}: sua semana passada.`,
  },
  cohorts: {
    why: 'A tabela mostra quem voltou, e não por quê. Para saber se uma ação trouxe gente de volta, faça uma campanha e veja o resultado dela.',
    title: 'Quem volta, pelo mês da primeira compra',
    after: 'meses depois: quantos compraram de novo',
    none: 'Ainda não há compras com cliente para mostrar quem volta.',
    line: (of: { month: string; size: string; next: string }) =>
      `De ${of.size} que ${of.size === '1' ? 'começou' : 'começaram'} em ${of.month}, ${of.next} compraram no mês seguinte.`,
    only: (of: { month: string; size: string }) =>
      `${of.size} ${of.size === '1' ? 'começou' : 'começaram'} em ${of.month}; no mês que vem dá para ver quem volta.`,
    how: 'Cada linha é o mês da primeira compra; as colunas contam quem comprou nos meses seguintes. O mês atual ainda não acabou.',
  },
};
