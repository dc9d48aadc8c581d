import { z } from 'zod';
import { checkRemoval, removeMember, type Member } from '../../../../loyalty';
import type { Reply, Turn } from '../../../command';
import { cleanName, refusalText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { memberWords } from './members';

const pending = z.object({ id: z.string() });

/** Who leaves the team is confirmed, and by the PIN. */
export async function proposeRemoval(turn: Turn, member: Member): Promise<Reply> {
  const { team: say } = turn.say;
  const by = staffOf(turn);
  const checked = await checkRemoval(turn.work, { id: member.id, by });
  if (!checked.ok) return { text: refusalText(checked.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  const text = member.id === by.id ? say.askRemoveSelf : say.askRemove(memberWords(turn, member));
  return { text, ask: { step: 'confirm', data: { id: member.id } } };
}

async function remove(turn: Turn, { id }: z.infer<typeof pending>): Promise<Reply> {
  const done = await removeMember(turn.work, { id, by: staffOf(turn) });
  if (!done.ok) return { text: refusalText(done.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  return { text: turn.say.team.removed(cleanName(done.value.name) ?? '…') };
}

export const confirmRemoval = (
  turn: Turn,
  text: string,
  data: Record<string, unknown>,
): Promise<Reply | null> => confirmed(turn, text, () => remove(turn, pending.parse(data)));
