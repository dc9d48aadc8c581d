import type { Role } from '../../../loyalty';
import type { CommandName } from '../../command';

/** After "Você quer". */
const label: Record<CommandName, string> = {
  balance: 'ver seu saldo',
  statement: 'ver seu extrato',
  redeem: 'usar seu cashback',
  rewards: 'ver os prêmios que seus pontos compram',
  vouchers: 'ver seus vouchers',
  'cancel-voucher': 'cancelar um voucher',
  program: 'saber como o programa funciona',
  'opt-out': 'parar de receber novidades',
  'opt-in': 'voltar a receber novidades',
  language: 'mudar o idioma',
  explain: 'saber como seu ganho foi calculado',
  menu: 'ver o que dá para fazer',
  status: 'ver em que passo a loja está',
  terminals: 'ver as maquininhas da loja',
  activate: 'ativar o programa',
  pause: 'pausar as mensagens ou os ganhos',
  rules: 'ver as regras da loja',
  'add-rule': 'criar uma regra',
  'add-reward': 'pôr um prêmio para trocar por pontos',
  'voucher-mode': 'escolher como os vouchers são validados',
  simulate: 'testar uma regra nas vendas passadas',
  'edit-rule': 'mudar uma regra',
  'pause-rule': 'pausar uma regra',
  'delete-rule': 'apagar uma regra',
  'set-program': 'ver ou mudar as configurações do programa',
  'validate-voucher': 'validar um voucher',
};

const roles: Record<Role, string> = {
  cashier: 'quem trabalha no caixa',
  manager: 'a gerência',
  owner: 'quem é dono da loja',
};

export const conversation = {
  label,
  menu: 'Posso ajudar com:',
  menuMore: 'Para ver o resto, diga “mais”.',
  menuNoMore: 'Era tudo. Para ver de novo, diga “menu”.',
  menuAsCustomer: (says: string) => `Como cliente, diga ${says}.`,
  notUnderstood: 'Não entendi. Diga “menu” para ver o que dá para fazer.',
  didYouMean: (options: string) => `Não entendi bem. Você quis dizer:\n${options}\nResponda com o número.`,
  numberFrom: (last: number) => `Responda com um número de 1 a ${last}, ou diga “menu”.`,
  confirmGuess: (wish: string) => `Você quer ${wish}? Responda “sim” ou “não”.`,
  audio: 'Não consigo ouvir áudios ainda. Escreva para mim: “saldo”, “extrato”, “resgatar” ou “menu”.',
  picture: 'Não consigo ler imagens ainda. Escreva para mim, por favor.',
  otherKind: 'Só consigo ler mensagens escritas. Escreva para mim, por favor.',
  empty: 'Sua mensagem chegou vazia. Diga “menu” para ver o que dá para fazer.',
  emojiOnly: 'Que bom ter você por aqui! Para ver o que dá para fazer, diga “menu” 😊',
  tooLong: 'Essa mensagem é longa demais para mim. Diga em uma frase o que você precisa, ou “menu”.',
  expired: 'Esse pedido passou de 10 minutos e não vale mais. Nada foi feito. Se ainda quiser, peça de novo.',
  failed: 'Algo deu errado aqui e nada foi feito. Diga de novo, por favor.',
  stillOpen: (question: string) => `Não entendi. ${question}`,
  cancelled: 'Tudo bem, cancelei. Nada foi feito.',
  nothingOpen: 'Não tenho nada esperando resposta. Diga “menu” para ver o que dá para fazer.',
  notAllowed: (role: Role) => `Só ${roles[role]} pode pedir isso, escrevendo do próprio número.`,
  amountUnclear: 'Não entendi o valor. Escreva assim: “20” ou “20,50”.',
  codeUnclear: 'Não entendi o código. São 8 letras e números, como “ABCD-1234”.',
};
