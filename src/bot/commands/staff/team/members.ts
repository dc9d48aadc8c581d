import type { Member } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { cleanName, phoneText } from '../../../messages';
import { staffOf } from '../../answers';

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
