import type { Role } from '../../../loyalty';
import { answers } from './answers';

const role: Record<Role, string> = { cashier: 'caixa', manager: 'gerente', owner: 'dono(a)' };

const can: Record<Role, string> = {
  cashier: 'validar vouchers e lançar vendas',
  manager: 'cuidar das regras, das mensagens e dos resultados',
  owner: 'tudo na loja, também a equipe',
};

const welcome =
  (which: Role) =>
  (shop: string, by: string): string =>
    `${by} colocou você na equipe de ${shop} como ${role[which]}. Aqui você pode ${can[which]}. Diga “menu” para ver.`;

export const team = {
  role,
  title: 'A equipe:',
  line: (number: number, of: { name: string; role: string; phone: string }) =>
    `${number}. ${of.name}, ${of.role}, ${of.phone}`,
  you: '(você)',
  member: (number: number, of: { name: string; role: string; phone: string }) =>
    `${number}. ${of.name}, ${of.role}, ${of.phone}. Para tirar da equipe, diga “remover ${number}”.`,
  hint: 'Para mudar: “adicionar caixa 11 98888-0002” ou “remover 11 98888-0002”.',
  addHow:
    'Diga quem e o telefone, assim: “adicionar caixa 11 98888-0002” ou “adicionar gerente Bia 11 98888-0002”.',
  whichRole: 'Entra como caixa, gerente ou dono?',
  whichPhone: 'Qual é o telefone, com DDD?',
  phoneUnclear: 'Não entendi o telefone. Escreva com DDD, como “11 98888-0002”.',
  askAdd: (of: { name: string | null; role: string; phone: string }) =>
    `Coloco ${of.name === null ? of.phone : `${of.name} (${of.phone})`} na equipe como ${of.role}? ${answers.yesOrNo}`,
  askChange: (of: { name: string; role: string; phone: string; before: string }) =>
    `${of.name} (${of.phone}) já está na equipe como ${of.before}. Passa a ser ${of.role}? ${answers.yesOrNo}`,
  already: (name: string, which: string) => `${name} já está na equipe como ${which}.`,
  added: (name: string, which: string) =>
    `Pronto, ${name} está na equipe como ${which}. Já avisei por mensagem.`,
  changed: (name: string, which: string) => `Pronto, ${name} agora é ${which}. Já avisei por mensagem.`,
  removeWhich: `Quem sai da equipe? ${answers.byNumber}`,
  notInTeam: 'Não achei essa pessoa na equipe. Diga “equipe” para ver quem está.',
  askRemove: (of: { name: string; role: string; phone: string }) =>
    `Tiro ${of.name} (${of.role}, ${of.phone}) da equipe? ${answers.yesOrNo}`,
  askRemoveSelf: `Você sai da equipe e volta a falar comigo como cliente. Confirma? ${answers.yesOrNo}`,
  removed: (name: string) => `Pronto, ${name} saiu da equipe. O que essa pessoa fez continua no histórico.`,
  refused: {
    'last-owner':
      'Essa é a última pessoa dona da loja. Antes, coloque outra: “adicionar dono 11 98888-0002”.',
    'owner-only': 'Só quem é dono da loja muda gerentes e donos. A gerência cuida dos caixas.',
    gone: 'Essa pessoa não está mais na equipe. Diga “equipe” para ver quem está.',
  },
  welcome: { cashier: welcome('cashier'), manager: welcome('manager'), owner: welcome('owner') },
  did: {
    add: (name: string, which: string) => `colocou ${name} na equipe como ${which}`,
    change: (name: string, before: string, after: string) => `passou ${name} de ${before} para ${after}`,
    rename: (before: string, after: string) => `mudou o nome de ${before} para ${after}`,
    remove: (name: string, which: string) => `tirou ${name} (${which}) da equipe`,
  },
};
