import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

/** What someone did, after their name. */
export const did = {
  addRule: (rule: string) => `criou a regra: ${rule}`,
  replaceRules: (rule: string) => `trocou todas as regras por: ${rule}`,
  editRule: (before: string, after: string) => `mudou a regra de “${before}” para “${after}”`,
  pauseRule: (rule: string) => `pausou a regra: ${rule}`,
  resumeRule: (rule: string) => `reativou a regra: ${rule}`,
  deleteRule: (rule: string) => `apagou a regra: ${rule}`,
  setProgram: (settings: string) => `mudou as configurações: ${settings}`,
  activate: 'ativou o programa',
  activateAnyway: 'ativou o programa antes de terminar os passos',
  pauseMessages: 'pausou as mensagens',
  resumeMessages: 'ligou de novo as mensagens',
  pauseEarning: 'pausou os ganhos',
  addReward: (reward: string, points: string) => `criou o prêmio ${reward} por ${points}`,
  changeReward: (reward: string, points: string) => `mudou o prêmio ${reward}, agora por ${points}`,
  pauseReward: (reward: string) => `pausou o prêmio ${reward}`,
  resumeReward: (reward: string) => `voltou o prêmio ${reward}`,
  removeReward: (reward: string) => `tirou o prêmio ${reward}`,
  voucherMode: (mode: string) => `mudou o modo de voucher para: ${mode}`,
  voucherRefund: (refund: string) => `mudou a devolução de vouchers: ${refund}`,
  cancelVoucher: (worth: string) => `cancelou o voucher de ${worth} de um cliente`,
  redeemVoucher: (paid: string | null) =>
    paid === null ? 'validou um voucher de prêmio' : `validou um voucher de ${paid}`,
  connectSmartpos: (company: string | null) =>
    company === null ? 'conectou o SmartPOS' : `conectou a conta ${company} do SmartPOS`,
  replaceKeys: 'trocou as chaves do SmartPOS',
  rotateSecret: 'criou um novo segredo do webhook',
  judgeHistory: 'mandou dar os benefícios das vendas de antes da conexão',
  disconnectSmartpos: 'desconectou o SmartPOS',
  retryEvent: 'mandou ler de novo uma venda pendente',
  discardEvent: 'descartou uma venda pendente',
  proveIdentity: (identity: 'cpf' | 'email', merged: boolean) =>
    `confirmou ${identity === 'cpf' ? 'o CPF' : 'o e-mail'} de um cliente${merged ? ' e juntou dois cadastros' : ''}`,
  eraseData: 'os dados de um cliente foram apagados, a pedido dele',
  undo: (what: string) => `desfez: ${what}`,
};

export const history = {
  did,
  title: 'O que mudou na loja:',
  none: 'Ainda não há mudanças na loja.',
  noMore: 'Não há mudanças mais antigas.',
  more: 'Para ver as anteriores, diga “mais”.',
  undoHint: 'Para desfazer a última, diga “desfazer”.',
  line: (of: { day: string; time: string; who: string; what: string }) =>
    `${of.day} ${of.time} ${of.who} ${of.what}`,
  undone: '(desfeito)',
  system: 'Smartbis',
  last: (of: { day: string; time: string; who: string; what: string }) =>
    `A última mudança: ${of.who} ${of.what}, em *${of.day}* às ${of.time}.`,
  rulesAgain: 'As regras voltam a ser como eram.',
  ask: `Desfaço? ${answers.yesOrNo}`,
  done: (what: string) => `Desfeito, e não vale mais: “${what}”. Voltou a ser como era.`,
  notUndone: {
    nothing: 'Não há mudança recente para desfazer. Diga “histórico” para ver o que já mudou.',
    overtaken:
      'Alguém mudou outra coisa enquanto isso, e nada foi desfeito. Diga “desfazer” de novo para ver.',
    role: {
      manager: 'A última mudança só a gerência pode desfazer.',
      owner: 'A última mudança só quem é dono da loja pode desfazer.',
    },
    sales: (count: number) =>
      `Não dá mais para desfazer: ${count === 1 ? 'uma venda já foi calculada' : `${whole(count)} vendas já foram calculadas`} assim, e o que foi prometido vale. Faça a mudança contrária, que vale a partir de agora.`,
    vouchers: (count: number) =>
      `Não dá mais para desfazer: ${count === 1 ? 'um voucher já saiu' : `${whole(count)} vouchers já saíram`} assim. Faça a mudança contrária, que vale a partir de agora.`,
    changedSince: 'Não dá mais para desfazer: isso já mudou de novo depois. Diga “histórico” para ver.',
    final: {
      sent: 'Não dá para desfazer: isso já foi enviado.',
      campaign:
        'Uma campanha que começou não se desfaz: diga “parar campanha” e o número dela, e nada mais sai.',
      'campaign-changed': 'A mudança de uma campanha não se desfaz por aqui: mude de novo, como estava.',
      'campaign-stopped':
        'Não dá para desfazer: uma campanha parada não volta. Para mandar, crie outra: diga “criar uma campanha”.',
      sale: 'Não dá para desfazer por aqui: para tirar uma venda do caixa, diga “estornar venda”, o valor e o telefone.',
      'till-key': 'Não dá para desfazer: peça as chaves do caixa e revogue a que não serve.',
      'voucher-cancelled':
        'Não dá para desfazer: o valor do voucher voltou ao saldo do cliente, que pode resgatar de novo.',
      'voucher-used':
        'Não dá para desfazer: um voucher usado não volta por aqui. Se a compra for devolvida, o valor dele volta junto.',
      pin: 'Um PIN não se desfaz: diga “pin” para trocar.',
      connection:
        'A conexão com o SmartPOS não se desfaz por aqui: diga “conectar smartpos” ou “desconectar smartpos”.',
      'adjustment-spent': 'Não dá para desfazer: o que foi posto já foi usado. Ajuste só o que sobrou.',
      customer: 'Isso não se desfaz por aqui: diga o contrário, com o mesmo telefone ou os valores de antes.',
      erased: 'Não dá para desfazer: os dados de quem pediu para apagar não existem mais.',
      'identity-proven': 'Não dá para desfazer: dois cadastros que são da mesma pessoa ficam sendo um só.',
      undo: 'Não dá para desfazer: isso já foi desfeito.',
    },
  },
};
