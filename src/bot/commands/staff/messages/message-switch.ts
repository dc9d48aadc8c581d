import { MESSAGES, setSwitch, type MessageKind, type SwitchState } from '../../../../loyalty';
import type { Reply, Turn } from '../../../command';
import { staffOf } from '../../answers';

/** Switches a kind of message on or off, or pauses it; what has no switch says why. */
export async function switchTo(turn: Turn, kind: MessageKind, state: SwitchState): Promise<Reply> {
  const say = turn.say.messaging;
  const name = turn.say.texts.kind[kind];
  if (!MESSAGES[kind].switchable) return { text: say.alwaysOn(name) };
  await setSwitch(turn.work, { kind, state, by: staffOf(turn) });
  return { text: say.switched[state](name) };
}
