import { z } from 'zod';
import { teamOf, type Member } from '../../../../loyalty';
import type { Args, Command } from '../../../command';
import { readNumber } from '../../answers';
import { teamLines } from './members';
import { confirmRemoval, proposeRemoval } from './removal';

const listed = z.object({ ids: z.array(z.string()) });

const VERBS = {
  pt: '(remover|remove|remova|tirar|tira|tire|excluir|exclui|demitir|demiti)',
  en: '(remove|take off|fire|dismiss)',
  es: '(quitar|quita|quite|sacar|saca|eliminar|elimina|despedir|despedi)',
};

export const removeStaff: Command = {
  name: 'remove-staff',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      `${VERBS.pt} [(o|a)] [{role}] {phone} [da equipe]`,
      `${VERBS.pt} [(o|a|um|uma)] {role} [{name}] [da equipe]`,
      `${VERBS.pt} [(alguem|uma pessoa)] da equipe`,
      '(remover|remove)',
    ],
    en: [
      `${VERBS.en} [the] [{role}] {phone} [from the team]`,
      `${VERBS.en} [(the|a)] {role} [{name}] [from the team]`,
      `${VERBS.en} (someone|a person) from the team`,
      'remove',
    ],
    es: [
      `${VERBS.es} [(al|a la|el|la)] [{role}] {phone} [del equipo]`,
      `${VERBS.es} [(al|a la|a un|a una)] {role} [{name}] [del equipo]`,
      `${VERBS.es} (a alguien|a una persona) del equipo`,
      '(quitar|remover)',
    ],
  },
  examples: {
    pt: [
      { says: 'remover 11 98888-0002', args: { phone: '+5511988880002' } },
      { says: 'remover caixa Bia', args: { role: 'cashier', name: 'Bia' } },
      { says: 'remover', args: {} },
    ],
    en: [
      { says: 'remove 11 98888-0002', args: { phone: '+5511988880002' } },
      { says: 'remove cashier Bia', args: { role: 'cashier', name: 'Bia' } },
    ],
    es: [
      { says: 'quitar 11 98888-0002', args: { phone: '+5511988880002' } },
      { says: 'quitar al cajero Bia', args: { role: 'cashier', name: 'Bia' } },
    ],
  },
  async handle(turn, args) {
    const team = await teamOf(turn.work);
    const meant = team.filter((member) => isMeant(member, args));
    const [only] = meant;
    if (only === undefined) return { text: turn.say.team.notInTeam };
    if (meant.length === 1) return proposeRemoval(turn, only);
    const { removeWhich } = turn.say.team;
    const ask = { step: 'which', data: { ids: meant.map(({ id }) => id) } };
    return { text: [...teamLines(turn, meant), removeWhich].join('\n'), ask };
  },
  pin: () => true,
  steps: {
    which: async (turn, text, data) => {
      const number = readNumber(text);
      if (number === null) return null;
      const { ids } = listed.parse(data);
      const id = ids[number - 1];
      const member = (await teamOf(turn.work)).find((one) => one.id === id);
      if (member !== undefined) return proposeRemoval(turn, member);
      return { text: turn.say.numberFrom(ids.length), ask: { step: 'which', data } };
    },
    confirm: confirmRemoval,
  },
};

/** What was not said fits everyone. */
const isMeant = (member: Member, { phone, role, name }: Args): boolean =>
  (phone === undefined || member.phone === phone) &&
  (role === undefined || member.role === role) &&
  (name === undefined || plainly(member.name).includes(plainly(name)));

const plainly = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
