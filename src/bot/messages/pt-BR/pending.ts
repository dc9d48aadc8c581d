import { numberIn } from '../format';

const whole = numberIn('pt');

const field = (text: (name: string) => string) => text;

export const pending = {
  none: 'Nada pendente: todas as vendas que chegaram foram lidas.',
  noneLeft: 'Não sobrou nada pendente.',
  title: (total: number) =>
    total === 1 ? '1 venda espera por você:' : `${whole(total)} vendas esperam por você:`,
  sale: (of: { amount: string | null; day: string; time: string }) =>
    `${of.amount === null ? 'Sem valor' : `*${of.amount}*`}, *${of.day}* às ${of.time}:`,
  how: 'Diga “ler 1” para ler de novo e usar como está, ou “descartar 1”.',
  retried: 'Vou ler de novo agora.',
  discarded: 'Descartada. Fica guardada, mas não conta.',
  staysTheirs:
    'Essa venda fica com o cliente que já a tem. Se não é dele, acerte os saldos com “ajustar saldo” e diga “descartar 1”, com o número dela.',
  gone: 'Alguém já cuidou dessa.',
  kept: 'Chegaram vendas que não consegui ler sozinho. Diga “pendências” para ver quais e o que fazer.',
  unreadable:
    'Nas regras guardadas há algo que esta versão do Smartbis não conhece. Para não errar, nenhuma venda está ganhando: elas ficam guardadas e são contadas quando isso se resolver, nada se perde. Fale com quem cuida do sistema.',
  why: {
    'contradicts-known-sale': field(
      () => 'traz outro valor para uma venda já conhecida. Ler usa este valor.',
    ),
    'same-id-other-body': field(() => 'veio com o número de um aviso anterior. Confira no SmartPOS.'),
    'recorded-by-hand': field(
      () =>
        'é igual a uma que a equipe registrou à mão (cliente, valor e hora), e não contou de novo. Se são duas compras, leia; se é a mesma, descarte.',
    ),
    'other-buyer': field(
      () =>
        'diz outro comprador, e a venda já é de um cliente: ficou com ele. Confira com ele; se preciso, “ajustar”.',
    ),
    'items-missing': field(() => 'foi calculada sem os itens, que não chegaram. Confira o benefício.'),
    'in-the-future': field(() => 'tem data no futuro. Acerte o relógio da máquina.'),
    'unknown-type': field(() => 'é de um tipo que não conheço.'),
    'cannot-be-processed': field(() => 'falhou várias vezes ao ser calculada. Tente ler de novo.'),
    missing: field((name) => `veio sem ${name}. Corrija no SmartPOS.`),
    negative: field((name) => `tem ${name} negativo. Corrija no SmartPOS.`),
    absurd: field((name) => `tem ${name} alto demais. Confira no SmartPOS.`),
    currency: field(() => 'não está em reais.'),
    'over-total': field((name) => `tem ${name} maior que o total. Confira no SmartPOS.`),
    unreadable: field((name) => `tem um campo que não entendi (${name}). Confira no SmartPOS.`),
  },
};
