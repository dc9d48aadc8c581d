import { z } from 'zod';
import { teamOf } from '../../../../loyalty';
import type { Command } from '../../../command';
import { readNumber, TAKES_OFF } from '../../answers';
import { fitting } from '../../lines';
import { memberWords, teamLines } from './members';
import { confirmRemoval, proposeRemoval } from './removal';

const listed = z.object({ ids: z.array(z.string()) });

/** `tira o 2`: who leaves, by the number that the list shows. */
const LEAVES = new RegExp(
  String.raw`^\s*(?:${TAKES_OFF}|demit(?:ir?|a)|fire|dismiss|take off|quite|saque|elimine|desped(?:ir|e)|borre)\s+(.+?)(?:\s+(?:da equipe|(?:off|from) the team|del equipo))?\s*$`,
  'iu',
);

export const team: Command = {
  name: 'team',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|listar|quem e|qual e)] [(a|minha)] equipe [da loja]',
      'quem (trabalha|esta) [(aqui|na loja|na equipe)]',
      '[(ver|mostrar|listar)] [os] (funcionarios|colaboradores)',
    ],
    en: [
      '[(see|show|show me|list|who is)] [(the|my|on the|on my)] (team|staff)',
      'who works (here|in the shop)',
    ],
    es: [
      '[(ver|mostrar|quien es|cual es)] [(el|mi)] equipo [de la tienda]',
      'quien (trabaja|esta) (aqui|en la tienda|en el equipo)',
    ],
  },
  examples: {
    pt: [
      { says: 'equipe', args: {} },
      { says: 'quem trabalha na loja?', args: {} },
    ],
    en: [
      { says: 'team', args: {} },
      { says: 'who works here?', args: {} },
    ],
    es: [
      { says: 'equipo', args: {} },
      { says: '¿quién trabaja aquí?', args: {} },
    ],
  },
  async handle(turn) {
    const { team: say } = turn.say;
    const members = await teamOf(turn.work);
    const lines = fitting(teamLines(turn, members), [say.title, say.hint]);
    const ids = members.slice(0, lines.length).map(({ id }) => id);
    return { text: [say.title, ...lines, say.hint].join('\n'), ask: { step: 'change', data: { ids } } };
  },
  pin: () => true,
  steps: {
    change: async (turn, text, data) => {
      const leaving = LEAVES.exec(text)?.[1];
      const number = readNumber(leaving ?? text);
      if (number === null) return null;
      const { ids } = listed.parse(data);
      const member = (await teamOf(turn.work)).find(({ id }) => id === ids[number - 1]);
      const ask = { step: 'change', data };
      if (member === undefined) return { text: turn.say.numberFrom(ids.length), ask };
      if (leaving !== undefined) return proposeRemoval(turn, member);
      return { text: turn.say.team.member(number, memberWords(turn, member)), ask };
    },
    confirm: confirmRemoval,
  },
};
