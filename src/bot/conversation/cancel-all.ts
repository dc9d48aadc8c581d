import type { CommandName, Turn } from '../command';
import { asking, isAwaited, isOpening, type Frame, type Outcome } from './flow';

const OF_ALL =
  /^(?:(?:quero|queria|i want to|please|quiero|por favor) )?(?:cancel(?:a|e|o|ar|alo)?|esquec[ea]r?|forget|olvida|olvidar) (?:tudo|tudinho|todo|everything|all|it all|all of it)(?: (?:por favor|please))?$/;

/** `cancelar tudo`: which everything it is, the words alone do not say. */
export const isCancelOfAll = (text: string): boolean =>
  OF_ALL.test(
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\s]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

const CANCELLABLE: readonly CommandName[] = ['opt-out', 'cancel-voucher'];

/** What is open is cancelled, with all that waits for it; where nothing is, it is asked what is meant. */
export function cancelledAll(turn: Turn, flow: readonly Frame[]): Outcome {
  const { say } = turn;
  if (flow.some(isAwaited))
    return { reply: { text: say.cancelled, ends: true }, flow: flow.filter(isOpening), understood: true };
  const lines = CANCELLABLE.map((name, i) => `${i + 1}. ${say.label[name]}`).join('\n');
  return asking(turn, { text: say.cancelWhat(lines) }, 'menu', 'choose', { options: CANCELLABLE }, []);
}
