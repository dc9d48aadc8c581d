import type { MailFault, Notice } from '../../../loyalty';

const subject: Record<Notice['kind'], (shop: string) => string> = {
  'benefit-earned': (shop) => `Você ganhou na sua compra em ${shop}`,
  'benefit-available': (shop) => `Seu benefício em ${shop} já pode ser usado`,
  'voucher-earned': (shop) => `Você ganhou um voucher em ${shop}`,
  'voucher-redeemed': (shop) => `Seu voucher em ${shop} foi usado`,
  'voucher-cancelled': (shop) => `Seu voucher em ${shop} foi cancelado`,
  'voucher-returned': (shop) => `O valor do seu voucher em ${shop} voltou`,
  'benefit-taken-back': (shop) => `Uma devolução mudou seu saldo em ${shop}`,
  'balance-expiring': (shop) => `Seu saldo em ${shop} está para vencer`,
  'voucher-expiring': (shop) => `Seu voucher em ${shop} está para vencer`,
  'come-back': (shop) => `${shop} sente sua falta`,
  birthday: (shop) => `Feliz aniversário! Um recado de ${shop}`,
  'first-purchase': (shop) => `Obrigado pela sua primeira compra em ${shop}`,
  'thank-you': (shop) => `${shop} agradece`,
  'referral-paid': (shop) => `Você ganhou por indicar um amigo a ${shop}`,
  campaign: (shop) => `Uma novidade de ${shop}`,
};

const fault: Record<MailFault, string> = {
  'no-mailbox': 'esse endereço não existe mais',
  'no-domain': 'o que vem depois do @ não existe',
  full: 'a caixa está cheia',
  refused: 'o servidor do cliente recusa as mensagens',
  'not-reached': 'o servidor do cliente não responde',
  complained: 'marcou um e-mail da loja como spam',
};

export const email = {
  subject,
  fault,
  picture: 'Imagem do voucher',
  stopOffers: 'Para não receber novidades, use o link no fim deste e-mail.',
  why: (shop: string) =>
    `Quem escreve é ${shop}, pelo programa de fidelidade, porque este e-mail está no seu cadastro.`,
  unsubscribe: 'Parar de receber ofertas',
  bounced: (to: string, why: string) =>
    `O e-mail para ${to} voltou: ${why}. Não escrevo mais para ele. O que é do cliente eu conto quando ele falar comigo: confira o endereço com ele.`,
  returned: (to: string, why: string) =>
    `O e-mail para ${to} voltou: ${why}. O que é do cliente eu conto quando ele falar comigo. Se voltar três vezes em um mês, paro de escrever para esse endereço.`,
  complained: (to: string) =>
    `${to} marcou um e-mail da loja como spam. Parei as ofertas e não escrevo mais para esse endereço. O que é do cliente eu conto quando ele falar comigo.`,
  page: {
    title: 'Ofertas',
    question: 'Quer parar de receber ofertas? Os avisos das suas próprias compras continuam.',
    done: 'Pronto: você não recebe mais ofertas. Os avisos das suas próprias compras continuam.',
    gone: 'Este link não existe mais.',
  },
};
