import { z } from 'zod';
import { setThanksAfter, thanksAfter, THANKS_FROM, THANKS_TO } from '../../../../loyalty';
import type { Reply, Turn } from '../../../command';
import { formatIn, refusalText } from '../../../messages';
import { staffOf } from '../../answers';

export const thanksAsked = z.object({ after: z.int() });

/** With which purchase customers are thanked: asked about before it is set. */
export async function askThanks(turn: Turn, after: number): Promise<Reply> {
  const { messaging: say } = turn.say;
  if (after < THANKS_FROM || after > THANKS_TO) return { text: refused(turn) };
  if (after === (await thanksAfter(turn.work))) return { text: say.thanks.same(ordinal(turn, after)) };
  return { text: say.thanks.ask(ordinal(turn, after)), ask: { step: 'thanks', data: { after } } };
}

export async function carryOutThanks(turn: Turn, { after }: z.infer<typeof thanksAsked>): Promise<Reply> {
  const set = await setThanksAfter(turn.work, { after, by: staffOf(turn) });
  return { text: set.ok ? turn.say.messaging.thanks.set(ordinal(turn, after)) : refused(turn) };
}

/** What stands beside the message where it is shown. */
export async function thanksLine(turn: Turn): Promise<string> {
  return turn.say.messaging.thanks.now(ordinal(turn, await thanksAfter(turn.work)));
}

const refused = ({ lang, shop }: Turn): string =>
  refusalText({ code: 'thanks-range', from: THANKS_FROM, to: THANKS_TO }, { lang, zone: shop.zone });

const ordinal = ({ lang, shop }: Turn, number: number): string => formatIn(lang, shop.zone).number(number);
