import { teamOf, type Member } from '../../../../loyalty';
import type { Command, Turn } from '../../../command';
import { cleanName, phoneText } from '../../../messages';
import { staffOf } from '../../answers';
import { fitting } from '../../lines';

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
    const lines = teamLines(turn, await teamOf(turn.work));
    return { text: [say.title, ...fitting(lines, [say.title, say.hint]), say.hint].join('\n') };
  },
};

/** A numbered line for each. */
export function teamLines(turn: Turn, members: readonly Member[]): string[] {
  const { team: say } = turn.say;
  const self = staffOf(turn);
  return members.map((member, i) => {
    const line = say.line(i + 1, memberWords(turn, member));
    return member.id === self.id ? `${line} ${say.you}` : line;
  });
}

export function memberWords(
  { say }: Turn,
  { name, role, phone }: Pick<Member, 'name' | 'role' | 'phone'>,
): Record<'name' | 'role' | 'phone', string> {
  return { name: cleanName(name) ?? '…', role: say.team.role[role], phone: phoneText(phone) };
}
