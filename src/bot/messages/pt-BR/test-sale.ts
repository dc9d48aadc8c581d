import type { Way } from '../../../loyalty';

/** By which a sale came, after "chegou". */
const way: Record<Way, string> = {
  webhook: 'pelo aviso do SmartPOS (webhook)',
  pull: 'pela consulta que faço ao SmartPOS',
};

export const testSale = {
  started:
    'Pronto, estou olhando por 10 minutos. Faça agora uma venda em uma maquininha, de preferência com o telefone do cliente. Conto aqui tudo o que chegar.',
  notConnected: (next: string) => `Ainda não dá para testar. Antes, ${next}`,
  way,
  arrived: (of: { sale: string; method: string | null; machine: string | null }) =>
    `Chegou a venda de *${of.sale}*${of.method === null ? ', sem a forma de pagamento' : `, ${of.method}`}${of.machine === null ? '' : `, da máquina ${of.machine}`}.`,
  noMachine: 'A máquina não veio na venda: regras por máquina não vão valer para ela.',
  took: (by: string, seconds: number) => `Veio ${by}, ${seconds} s depois da venda.`,
  clockDiffers: (by: string, time: string, { isBehind, about }: { isBehind: boolean; about: string }) =>
    `Veio ${by}, com a hora ${time}: cerca de ${about} ${isBehind ? 'atrasada' : 'adiantada'}. Confira o relógio da maquininha e o do SmartPOS: regras por horário usam essa hora.`,
  buyer: {
    phone: 'Cliente: o telefone veio, então o aviso vai no WhatsApp.',
    cpf: 'Cliente: só veio o CPF. A venda vale, mas sem telefone o aviso não tem para onde ir.',
    email: 'Cliente: só veio o e-mail. A venda vale, mas sem telefone não há aviso no WhatsApp.',
    none: 'Cliente: não veio. Ninguém ganha até o cliente pedir essa venda com a nota, ou o caixa vincular.',
  },
  gave: (amounts: string) => `Deu ${amounts}:`,
  wouldGive: (amounts: string) => `Com o programa ativo, daria ${amounts}:`,
  wouldGiveNew: (amounts: string) => `Para um cliente novo, daria ${amounts}:`,
  voucher: 'um voucher',
  givesNothing: 'Não dá nada por nenhuma regra:',
  noRules: 'Ainda não há regras que valham para ela. Crie uma e teste de novo.',
  history:
    'A hora dela é de antes da conexão com o SmartPOS: fica só no histórico e não ganha nada. Se foi agora, acerte o relógio.',
  noAmount: 'O valor veio zerado: sem valor não há o que calcular. Confira o envio no SmartPOS.',
  rule: (number: number, why: string) => `• Regra ${number}: ${why}`,
  passed: 'A venda de teste passou. Diga “ativar” para começar.',
  alsoBy: (sale: string, by: string, seconds: number | null) =>
    `A venda de *${sale}* veio também ${by}${seconds === null ? '' : `, ${seconds} s depois dela`}. As duas vias funcionam.`,
  another: (sale: string, method: string | null, machine: string | null, by: string) =>
    `Mais uma: *${sale}*${method === null ? '' : `, ${method}`}${machine === null ? ', sem máquina informada' : `, máquina ${machine}`}, ${by}.`,
  unreadable: (field: string) =>
    `Chegou uma venda que não deu para ler: o campo ${field} falta ou está errado. Ela ficou guardada. Peça ao SmartPOS para conferir.`,
  unreadableAmount:
    'Chegou uma venda sem um valor que dê para ler (totalAmount). Ela ficou guardada. Peça ao SmartPOS para conferir o envio.',
  waits: (by: string, why: string) => `Chegou ${by} uma venda que espera em “pendências”: ${why}`,
  refused: {
    signature:
      'O SmartPOS mandou um aviso com a assinatura errada, e não aceitei. Confira lá o segredo do webhook.',
    stale:
      'O SmartPOS mandou um aviso com a hora mais de 5 minutos errada, e não aceitei. Peça para conferirem o relógio de lá.',
    malformed:
      'O SmartPOS mandou um aviso que não dá para ler, e não aceitei. Peça para conferirem o formato.',
    'too-large': 'O SmartPOS mandou um aviso grande demais (mais de 64 kB), e não aceitei.',
  },
  pull: {
    keys: 'O SmartPOS recusou as chaves da conexão. Crie chaves novas lá e conecte de novo; nada do que já chegou se perde.',
    plan: 'O SmartPOS não deixa estas chaves verem as vendas. Libere isso lá, ou diga “trocar as chaves do smartpos”; nada do que já chegou se perde.',
    fails: 'O SmartPOS não está respondendo às minhas consultas. Continuo tentando.',
  },
  end: {
    both: (sales: number) =>
      `Fim do teste: ${sales === 1 ? 'a venda veio' : `${sales} vendas vieram, a primeira`} pelas duas vias. Está tudo certo.`,
    onlyWebhook: 'Fim do teste: a venda veio pelo aviso (webhook), mas não pela consulta.',
    onlyPull:
      'Fim do teste: a venda veio pela consulta, mas não pelo aviso (webhook). Assim as mensagens saem mais devagar.',
    nothing: 'Fim do teste: em 10 minutos nada chegou, nem pelo aviso (webhook) nem pela consulta.',
    onlyWaiting:
      'Fim do teste: nenhuma venda nova contou. O que chegou está em “pendências”, com o motivo e o que fazer.',
  },
  check: {
    notPulled: 'Desde então ainda não consultei o SmartPOS, por isso da consulta não sei nada.',
    webhook: 'Nenhum aviso chegou: confira no SmartPOS se o endereço do webhook está cadastrado e ligado.',
    pull: 'A consulta funciona, mas não mostra essa venda: confira se as chaves são desta mesma empresa.',
    machine: 'Confira se a maquininha está ligada a essa conta do SmartPOS e se a venda aparece lá.',
    waiting: 'O que mais chegou espera em “pendências”.',
    again: 'Depois diga “testar venda” de novo.',
  },
};
