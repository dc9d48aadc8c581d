import type { Role } from '../../../loyalty';
import { answers } from './answers';
import type { ptBR } from '../pt-BR';

const role: Record<Role, string> = { cashier: 'cashier', manager: 'manager', owner: 'owner' };

const can: Record<Role, string> = {
  cashier: 'validate vouchers and enter sales',
  manager: 'look after rules, messages and results',
  owner: 'do everything in the shop, the team included',
};

const welcome =
  (which: Role) =>
  (shop: string, by: string): string =>
    `${by} put you on the team of ${shop} as ${role[which]}. Here you can ${can[which]}. Say “menu” to see.`;

export const team: typeof ptBR.team = {
  role,
  title: 'The team:',
  line: (number, of) => `${number}. ${of.name}, ${of.role}, ${of.phone}`,
  you: '(you)',
  member: (number, of) =>
    `${number}. ${of.name}, ${of.role}, ${of.phone}. To take them off the team, say “remove ${number}”.`,
  hint: 'To change it: “add cashier 11 98888-0002” or “remove 11 98888-0002”.',
  addHow: 'Say who and the phone, like “add cashier 11 98888-0002” or “add manager Bia 11 98888-0002”.',
  whichRole: 'As cashier, manager or owner?',
  whichPhone: 'What is the phone number, with area code?',
  phoneUnclear: 'I did not get the phone number. Write it with area code, like “11 98888-0002”.',
  askAdd: (of) =>
    `Put ${of.name === null ? of.phone : `${of.name} (${of.phone})`} on the team as ${of.role}? ${answers.yesOrNo}`,
  askChange: (of) =>
    `${of.name} (${of.phone}) is on the team as ${of.before}. Make them ${of.role}? ${answers.yesOrNo}`,
  already: (name, which) => `${name} is on the team as ${which} already.`,
  added: (name, which) => `Done, ${name} is on the team as ${which}. I have told them.`,
  changed: (name, which) => `Done, ${name} is ${which} now. I have told them.`,
  removeWhich: `Who leaves the team? ${answers.byNumber}`,
  notInTeam: 'I did not find that person on the team. Say “team” to see who is there.',
  askRemove: (of) => `Take ${of.name} (${of.role}, ${of.phone}) off the team? ${answers.yesOrNo}`,
  askRemoveSelf: `You leave the team and talk to me as a customer again. Are you sure? ${answers.yesOrNo}`,
  removed: (name) => `Done, ${name} is off the team. What they did stays in the history.`,
  refused: {
    'last-owner': 'That is the last owner of the shop. Add another one first: “add owner 11 98888-0002”.',
    'owner-only': 'Only an owner changes managers and owners. Managers look after the cashiers.',
    gone: 'That person is no longer on the team. Say “team” to see who is there.',
  },
  welcome: { cashier: welcome('cashier'), manager: welcome('manager'), owner: welcome('owner') },
  did: {
    add: (name, which) => `put ${name} on the team as ${which}`,
    change: (name, before, after) => `made ${name} ${after}, from ${before}`,
    rename: (before, after) => `changed the name of ${before} to ${after}`,
    remove: (name, which) => `took ${name} (${which}) off the team`,
  },
};
