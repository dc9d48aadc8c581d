import type { MessageKind, TextKind, Variable } from '../../../loyalty';

/** What a variable is called in a text of this language. */
const variable: Record<Variable, string> = {
  shop: 'loja',
  name: 'nome',
  amount: 'valor',
  sale: 'compra',
  refunded: 'devolvido',
  balance: 'saldo',
  use: 'uso',
  until: 'data',
  voucher: 'voucher',
  code: 'código',
  count: 'compras',
  words: 'texto',
  stop: 'parar',
};

const kind: Record<MessageKind, string> = {
  'benefit-earned': 'benefício de uma venda',
  'benefit-available': 'benefício liberado',
  'referral-paid': 'prêmio por indicação',
  'voucher-earned': 'voucher ganho',
  'voucher-redeemed': 'voucher usado',
  'voucher-cancelled': 'voucher cancelado',
  'voucher-returned': 'devolução do voucher',
  'benefit-taken-back': 'benefício descontado',
  welcome: 'boas-vindas',
  answer: 'respostas',
  'balance-expiring': 'saldo vencendo',
  'voucher-expiring': 'voucher vencendo',
  'come-back': 'volte à loja',
  birthday: 'aniversário',
  'first-purchase': 'depois da primeira compra',
  'thank-you': 'agradecimento',
  campaign: 'campanhas',
};

/** What each kind says, unless the shop has its own words. */
const body: Record<TextKind, string> = {
  'benefit-earned': '{loja}: você ganhou {valor} na compra de {compra}!\n{uso}\nSeu saldo: {saldo}. 🎉',
  'benefit-available': '{loja}: liberamos {valor} para você usar[ até {data}].\nSeu saldo: {saldo}.',
  'referral-paid':
    '{loja}: você ganhou {valor} por uma indicação[, para usar até {data}]!\nSeu saldo: {saldo}. 🎉',
  'voucher-earned': '{loja}: você ganhou um voucher de {voucher}! Código {código}.\n{uso} 🎉',
  'voucher-redeemed':
    '{loja}: você usou um voucher de {voucher}[ na compra de {compra}].\nSeu saldo: {saldo}.',
  'voucher-cancelled':
    '{loja}: cancelamos seu voucher de {voucher}[ e devolvemos {valor} ao seu saldo].\nSeu saldo: {saldo}.',
  'voucher-returned':
    '{loja}: devolvemos {valor}, que um voucher tinha pago: {devolvido} da compra de {compra} foram devolvidos.\nSeu saldo: {saldo}.',
  'benefit-taken-back':
    '{loja}: descontamos {valor}, porque {devolvido} da compra de {compra} foram devolvidos.\nSeu saldo: {saldo}.',
  welcome:
    'Quem escreve é {loja}, pelo programa de fidelidade, porque há uma compra registrada com seu telefone. {parar}',
  'balance-expiring':
    'Oi[, {nome}]! Em {loja} você tem {valor} para usar até {data}. Passe aqui antes que vença.',
  'voucher-expiring':
    'Oi[, {nome}]! Seu voucher de {voucher} em {loja} vale até {data}. O código é {código}.',
  'come-back':
    'Oi[, {nome}]! Faz um tempo que você não passa em {loja}.[ Preparamos {valor} para você usar até {data}.][ Você ganhou um voucher de {voucher}, código {código}.][ Seu saldo: {saldo}.]',
  birthday:
    'Feliz aniversário[, {nome}]! {loja} deseja um ótimo dia.[ Seu presente: {valor}.][ Seu presente: um voucher de {voucher}, código {código}.][ Use até {data}.]',
  'first-purchase':
    'Oi[, {nome}]! Obrigado pela sua primeira compra em {loja}. A cada compra com seu telefone você ganha mais.[ Seu saldo: {saldo}.]',
  'thank-you':
    'Oi[, {nome}]! {loja} agradece: você já comprou em {compras} dias diferentes.[ Seu saldo: {saldo}.]',
  campaign:
    '{loja}: {texto}[ Você ganhou {valor}.][ Você ganhou um voucher de {voucher}, código {código}.][ Use até {data}.]',
};

export const texts = {
  variable,
  kind,
  body,
  did: {
    on: (message: string) => `ligou a mensagem “${message}”`,
    paused: (message: string) => `pausou a mensagem “${message}”`,
    off: (message: string) => `desligou a mensagem “${message}”`,
    hours: (from: string, to: string) => `mudou o horário das ofertas: das ${from} às ${to}`,
    byEmail: (message: string) => `ligou também por e-mail a mensagem “${message}”`,
    notByEmail: (message: string) => `deixou só no WhatsApp a mensagem “${message}”`,
    reworded: (message: string) => `mudou o texto da mensagem “${message}”`,
  },
  stop: 'Para receber ofertas, responda “quero receber novidades”; para parar, “sair”.',
  stopOffers: 'Para não receber novidades, responda “sair”.',
};
