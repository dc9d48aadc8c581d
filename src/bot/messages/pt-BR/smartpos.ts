import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

export const smartpos = {
  connect: (link: string) =>
    `Abra esta página e cole lá as chaves da sua conta do SmartPOS. Ela vale por 15 minutos e só para você:\n${link}\nNão mande as chaves por aqui.`,
  rotate: (link: string) =>
    `Abra esta página para criar um novo segredo do webhook. O atual ainda vale por 24 horas ao lado dele:\n${link}`,
  connectedTo: (company: string | null) =>
    company === null ? 'O SmartPOS está conectado.' : `O SmartPOS está conectado à conta ${company}.`,
  pulledAt: (day: string, time: string) => `Última consulta: *${day}* às ${time}.`,
  failing: {
    keys: 'Mas o SmartPOS recusa as chaves: crie novas lá e troque aqui.',
    plan: 'Mas o SmartPOS não deixa estas chaves verem as vendas: libere isso lá ou troque as chaves.',
    other: 'Mas o SmartPOS não está respondendo bem às minhas consultas. Continuo tentando, e nada se perde.',
  },
  history: (percent: string, sales: string) => `Vendas de antes da conexão: ${percent}% · ${sales} vendas.`,
  choices: ['1. Trocar as chaves', '2. Criar um novo segredo do webhook'],
  judgeChoice: '3. Dar os benefícios das vendas de antes da conexão',
  nothingToJudge:
    'Nenhuma venda de antes da conexão, com cliente, foi feita com o programa ativo. Não há benefícios a dar.',
  confirmJudge: (count: number) =>
    `${count === 1 ? 'Há 1 venda' : `Há ${whole(count)} vendas`} de antes da conexão, com cliente e feitas com o programa ativo. Dou os benefícios delas, pelas regras de cada data, sem avisar os clientes? Isso não se desfaz. ${answers.yesOrNo}`,
  judging: 'Combinado: estou conferindo as vendas de antes. Aviso aqui quando terminar.',
  notAllIn: 'As vendas de antes da conexão ainda estão chegando. Peça de novo quando terminar.',
  historyJudged: (sales: string) =>
    `Pronto: conferi ${sales} vendas de antes da conexão, e os benefícios delas já estão nos saldos dos clientes.`,
  pick: `${answers.byNumber} Para encerrar, diga “desconectar smartpos”.`,
  nothingConnected: 'Nenhuma conta do SmartPOS está conectada. Para conectar, diga “conectar smartpos”.',
  confirmDisconnect: (company: string | null) =>
    `As vendas${company === null ? '' : ` da conta ${company}`} deixam de chegar. Tudo que já foi ganho continua valendo. Desconectar? ${answers.yesOrNo}`,
  disconnected:
    'Desconectado. Nada que foi ganho se perde, e ao conectar de novo as vendas desse meio tempo também vêm. Para voltar, diga “conectar smartpos”.',
  connected: (company: string | null) =>
    `Conectado${company === null ? ' ao SmartPOS' : ` à conta ${company} no SmartPOS`}! As vendas já começam a chegar. Diga “status” para ver o próximo passo 🎉`,
  unanswered: (company: string | null, day: string, time: string) =>
    `O SmartPOS${company === null ? '' : ` (${company})`} não responde direito às minhas consultas desde *${day}* às ${time}. O que ele avisa na hora continua chegando; o resto eu trago quando voltar, e nada se perde. Se durar, fale com o suporte do SmartPOS.`,
  keysRefused: (company: string | null) =>
    `O SmartPOS${company === null ? '' : ` (${company})`} está recusando as chaves, e as vendas deixaram de ser consultadas. Crie chaves novas lá e diga “trocar as chaves do smartpos”. Nada se perde: ao voltar, trago o que faltou.`,
  salesRefused: (company: string | null) =>
    `O SmartPOS${company === null ? '' : ` (${company})`} não deixa mais estas chaves verem as vendas. Libere isso lá, ou diga “trocar as chaves do smartpos”. Nada se perde: ao voltar, trago o que faltou.`,
  importing: (percent: string, sales: string) =>
    `Trazendo suas vendas antigas: ${percent}% · ${sales} vendas.`,
  imported: (sales: string) =>
    `Pronto: 100% · ${sales} vendas antigas. Elas não dão benefícios, mas já sei quem compra e com que frequência. Diga “simular cashback 5%” para ver quanto teria custado.`,
  secretTyped:
    'Isso parece uma chave, senha ou PIN, e eu não guardei: quem vê esta conversa veria também. Apague essa mensagem para todos.',
  secretTypedOwner: 'Para conectar com segurança, diga “conectar smartpos”.',
  pinTyped:
    'Isso parece um PIN, e eu não guardei: quem vê esta conversa veria também. Apague essa mensagem para todos.',
  pinTypedStaff: 'O PIN só se digita na página do link que eu mando. Para criar ou trocar o seu, diga “pin”.',
};
