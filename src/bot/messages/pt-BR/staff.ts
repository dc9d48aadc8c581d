import type { LimitOf, SetupStep } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

const step: Record<SetupStep, string> = {
  machines: 'Maquininhas',
  connection: 'Conexão com o SmartPOS',
  rules: 'Regras',
  'reference-sale': 'Venda de teste',
  activation: 'Programa ativo',
};

const next: Record<SetupStep, string> = {
  machines: 'faça uma venda em cada maquininha: ela aparece aqui sozinha.',
  connection: 'diga “conectar smartpos”.',
  rules: 'diga a primeira regra, como “cashback 5% acima de R$ 50”.',
  'reference-sale': 'diga “testar venda” e faça uma venda em uma maquininha.',
  activation: 'diga “ativar”.',
};

const EXAMPLE = 'Exemplo: “cashback 5% acima de R$ 50, válido por 30 dias”.';

const LIMIT: Record<LimitOf, string> = {
  sale: 'por venda',
  day: 'por dia',
  week: 'por semana',
  month: 'por mês',
};

export const staff = {
  status: {
    missing: (count: number) => (count === 1 ? 'Falta 1 passo:' : `Faltam ${whole(count)} passos:`),
    active: 'O programa está ativo: as vendas estão ganhando.',
    earningPaused: 'Os ganhos estão em pausa: as vendas não estão ganhando. Para voltar, diga “ativar”.',
    messagesPaused: 'As mensagens automáticas estão em pausa. Para voltar, diga “ativar mensagens”.',
    step,
    todo: 'falta',
    leftOut: 'não foi feita (“testar venda”)',
    done: 'feito',
    machines: (count: number, acquirers: string) =>
      `${whole(count)}${acquirers === '' ? '' : `, de ${acquirers}`}`,
    sale: (amount: string, day: string) => `*${amount}* em *${day}*`,
    since: (day: string) => `desde *${day}*`,
    dry: (sales: number, amounts: string) =>
      `Com o programa ativo, ${sales === 1 ? 'a venda recebida teria' : `as ${whole(sales)} vendas recebidas teriam`} dado ${amounts}.`,
    next,
    nextStep: (what: string) => `Agora: ${what}`,
  },
  activate: {
    activated: 'Programa ativo! Toda venda a partir de agora ganha, e os avisos vão para os clientes 🎉',
    already: 'O programa já está ativo. Para parar, diga “pausar” ou “pausar ganhos”.',
    activatedSilent:
      'Programa ativo! Toda venda a partir de agora ganha. As mensagens seguem em pausa: para voltar, diga “ativar mensagens” 🎉',
    messagesBack: 'As mensagens automáticas voltaram, e o programa segue ativo.',
    messagesBackNotEarning:
      'As mensagens automáticas voltaram. As vendas ainda não ganham: para ligar isso, diga “ativar”.',
    messagesAlready: 'As mensagens automáticas já estavam ligadas. Para parar, diga “pausar mensagens”.',
    refused: (name: string, what: string) => `Ainda não dá para ativar. Falta: ${name}. Para seguir, ${what}`,
    override: 'Se quiser ligar assim, diga “ativar mesmo assim”; fica registrado.',
  },
  pause: {
    wish: {
      messages:
        'pausar todas as mensagens automáticas, a partir de agora e sem dia para acabar (para voltar, diga “ativar mensagens”)',
      earning:
        'pausar os ganhos de todas as vendas, a partir de agora e sem dia para acabar (para voltar, diga “ativar”)',
      kind: (name: string) =>
        `pausar só a mensagem “${name}”, a partir de agora e sem dia para acabar (para voltar, diga “ativar mensagem de ${name}”)`,
    },
    messages:
      'Mensagens automáticas em pausa: os avisos das vendas esperam. As vendas continuam ganhando. Para voltar, diga “ativar mensagens”.',
    earning:
      'Ganhos em pausa: as vendas a partir de agora não ganham. Quem já tem saldo pode usar. Para voltar, diga “ativar”.',
    notActive:
      'O programa não está ativo, então nenhuma venda está ganhando. Diga “status” para ver o que falta.',
    which:
      'O que eu pauso?\n• mensagens: os avisos esperam, e as vendas continuam ganhando\n• ganhos: as vendas param de ganhar, e o saldo de quem já tem continua valendo\nDiga “pausar mensagens” ou “pausar ganhos”.',
    already: {
      messages: 'As mensagens automáticas já estão em pausa. Para voltar, diga “ativar mensagens”.',
      earning: 'Os ganhos já estão em pausa. Para voltar, diga “ativar”.',
    },
  },
  rules: {
    title: 'Regras em vigor:',
    paused: '(em pausa)',
    change: 'Para mudar uma delas: “na regra 1, máximo R$ 30”, “pausar regra 1” ou “apagar regra 1”.',
    none: `Ainda não há regras. Diga a primeira em uma frase. ${EXAMPLE}`,
    more: 'Para ver as outras, diga “mais”.',
    noMore: 'Essas eram todas as regras.',
  },
  addRule: {
    how: `Diga a regra em uma frase. ${EXAMPLE}`,
    understood: (rule: string) => `Entendi assim:\n${rule}`,
    real: (sale: string, day: string, amounts: string) =>
      `A venda de *${sale}* de *${day}* teria dado ${amounts}.`,
    invented: (sale: string, amounts: string) => `Por exemplo, uma venda de *${sale}* dá ${amounts}.`,
    inventedFor: (when: string, sale: string, amounts: string) =>
      `Por exemplo, ${when}, uma venda de *${sale}* dá ${amounts}.`,
    atPurchase: (every: number) => `na ${every}ª compra`,
    voucher: (worth: string) => `um voucher de *${worth}*`,
    noExample: 'Não achei um exemplo de venda em que ela valha: confira as condições.',
    multipliesNothing:
      'Hoje nenhuma regra dá o que esta multiplica: sozinha ela não dá nada. Crie também a regra de base, como “1 ponto a cada R$ 1”.',
    highRate: 'Atenção: é mais de 30% da venda.',
    highRateTogether: 'Atenção: com todas as regras juntas, é mais de 30% da venda.',
    limits: LIMIT,
    idleLimit: (of: string, under: string) =>
      `Atenção: o máximo ${of} não muda nada, porque o máximo ${under} não é maior.`,
    voucherOverSale: (sale: string) =>
      `Atenção: o voucher vale mais que a compra que o dá, que pode ser de só *${sale}*.`,
    ask: `Crio essa regra? ${answers.yesOrNo}`,
    askBeside: (others: number) =>
      `${others === 1 ? 'Já vale outra regra, e as duas somam' : `Já valem outras ${others} regras, e elas somam`}: a conta acima é com todas. Crio? ${answers.addOrReplace}`,
    replaced: 'Pronto, agora vale só essa regra, para as vendas a partir de agora.',
    added: (number: number) => `Regra ${number} criada. Vale para as vendas a partir de agora.`,
    addedLater: (number: number, day: string) =>
      `Regra ${number} criada. Vale para as vendas a partir de ${day}.`,
    addedInactive: (number: number) =>
      `Regra ${number} criada. Ela vale a partir do momento em que o programa for ativado.`,
  },
};
