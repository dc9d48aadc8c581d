export const why = {
  why: {
    which: 'De qual cliente? Diga o telefone.',
    nothing: 'Não encontrei mensagem automática para esse telefone.',
    head: (of: { message: string; day: string; time: string; state: string }) =>
      `A última foi “${of.message}”, *${of.day}* às ${of.time} (${of.state}).`,
    state: {
      queued: 'na fila',
      sending: 'saindo',
      sent: 'enviada',
      delivered: 'entregue',
      read: 'lida',
      failed: 'não chegou',
      unknown: 'sem confirmação',
      suppressed: 'não enviada',
    },
    campaign: (number: number, what: string) => `Está na campanha ${number}: ${what}.`,
    silent: (purchases: string, days: string) =>
      `Comprou em ${purchases === '1' ? '1 dia' : `${purchases} dias`} e estava há ${days} sem comprar.`,
    late: (days: string) => `O aviso vai com ${days} sem comprar.`,
    usual: (days: string) => `Costuma voltar a cada ${days}.`,
    unlikely: (percent: string, threshold: string) =>
      `A chance de não comprar nos 90 dias seguintes era de ${percent}%; o aviso vai a partir de ${threshold}%.`,
    because: {
      'benefit-earned': 'Uma compra deu um benefício.',
      'benefit-available': 'Um benefício ganho antes ficou disponível nesse dia.',
      'voucher-earned': 'Uma compra deu um voucher.',
      'voucher-redeemed': 'Um voucher foi usado.',
      'voucher-cancelled': 'A loja cancelou um voucher aberto.',
      'voucher-returned': 'Uma compra paga com voucher foi devolvida.',
      'referral-paid': 'A primeira compra de quem veio por uma indicação valeu o prêmio.',
      'benefit-taken-back': 'Uma compra que deu benefício foi devolvida.',
      'balance-expiring': 'Parte do saldo vence em 7 dias ou no dia seguinte.',
      'voucher-expiring': 'Um voucher aberto está perto de vencer.',
      'come-back': 'Estava há mais tempo sem comprar do que o normal.',
      birthday: 'Era aniversário.',
      'first-purchase': 'Fez a primeira compra no dia anterior.',
      'thank-you': 'Chegou ao número de compras em que a loja agradece.',
      campaign: 'Está no público de uma campanha.',
    },
    timing: {
      fixed: (days: string, gaps: string) =>
        `A loja ainda não tem histórico (só ${gaps} retornos vistos), então o aviso de volta vai com ${days} sem comprar.`,
      rhythm: (days: string) =>
        `O aviso de volta vai com ${days} sem comprar: 4 de cada 5 retornos da loja vêm antes.`,
      customer: 'O aviso de volta vai no dia em que cada cliente atrasa para o próprio ritmo.',
      because: {
        'few-customers': 'Com mais clientes que voltam, o dia passa a ser o de cada um.',
        'no-fit': 'O cálculo por cliente não fechou com os dados da loja.',
        'few-contacts': 'O teste no passado da loja ainda tem poucos contatos.',
        'not-better': 'No passado da loja, o dia de cada cliente não acertou mais.',
      },
      tested: (of: { contacts: string; own: string; fixed: string }) =>
        `Testado no passado: de ${of.contacts} contatos, ${of.own} certos por cliente e ${of.fixed} com dias fixos.`,
    },
  },
};
