import { z } from 'zod';
import { changeReward, rewardsOf, type NewReward, type Reward } from '../../../../loyalty';
import type { Reply, Turn } from '../../../command';
import { formatIn, refusalText } from '../../../messages';
import { asksForMore, confirmed, staffOf, TAKES_OFF } from '../../answers';
import { fitting } from '../../lines';
import { storesIn, worthIn } from '../../voucher-answers';

const listed = z.object({ ids: z.array(z.string()), from: z.int() });
const pending = z.object({ id: z.string(), what: z.enum(['pause', 'resume', 'remove']) });

const said = (verb: string): RegExp =>
  new RegExp(
    String.raw`^\s*(?:${verb})\s+(?:(?:[oa]|el|la|the)\s+)?(?:(?:n[uú]mero|number)\s+)?(\d{1,2})(?:\s+one)?\s*[.!]*$`,
    'iu',
  );

/** What the list offers to be said of a number, in each language. */
const CHANGES: readonly [RegExp, z.infer<typeof pending>['what']][] = [
  [said('pausar?|pause'), 'pause'],
  [said('voltar?|resume|volver|vuelve'), 'resume'],
  [said(`${TAKES_OFF}|deletar?|erase`), 'remove'],
];

/** The shop's rewards, as its managers see them; the step `change` takes what is said of a number. */
export async function listCatalogue(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.rewards;
  const rewards = await rewardsOf(turn.work);
  if (rewards.length === 0) return { text: say.staffNone };
  const lines = rewards.slice(from).map((reward, i) => lineOf(turn, reward, from + i + 1));
  const shown = fitting(lines, [say.staffTitle, say.more, say.change]);
  const more = shown.length < lines.length ? [say.more] : [];
  const data = { ids: rewards.map(({ id }) => id), from: from + shown.length };
  return {
    text: [say.staffTitle, ...shown, ...more, say.change].join('\n'),
    ask: { step: 'change', data },
  };
}

function lineOf(turn: Turn, reward: Reward, number: number): string {
  const say = turn.say.rewards;
  const { points } = formatIn(turn.lang, turn.shop.zone);
  const line = say.line(number, worthIn(turn, reward.benefit), points(reward.points));
  return `${line}${conditionsIn(turn, reward)}${reward.paused ? ` (${say.paused})` : ''}`;
}

/** What a reward asks for beside its points, after them. */
export function conditionsIn(
  turn: Turn,
  { minimumPurchaseCents: minimum, limitPerCustomer: limit, stores = null }: Omit<NewReward, 'name'>,
): string {
  const say = turn.say.rewards;
  const { money } = formatIn(turn.lang, turn.shop.zone);
  const conditions: string[] = [];
  if (minimum !== null) conditions.push(say.minimum(money(minimum)));
  if (limit !== null) conditions.push(say.limit(limit));
  if (stores !== null) conditions.push(say.onlyAt(storesIn(turn, stores)));
  return conditions.map((condition) => `, ${condition}`).join('');
}

export async function changeCatalogue(
  turn: Turn,
  text: string,
  data: Record<string, unknown>,
): Promise<Reply | null> {
  const { ids, from } = listed.parse(data);
  if (asksForMore(text)) return listCatalogue(turn, from);
  for (const [form, what] of CHANGES) {
    const number = form.exec(text)?.[1];
    if (number === undefined) continue;
    const reward = (await rewardsOf(turn.work)).find(({ id }) => id === ids[Number(number) - 1]);
    if (reward === undefined) return { text: turn.say.numberFrom(ids.length), ask: { step: 'change', data } };
    const question = turn.say.rewards[what](worthIn(turn, reward.benefit));
    return { text: question, ask: { step: 'confirmChange', data: { id: reward.id, what } } };
  }
  return null;
}

export const confirmChange = (
  turn: Turn,
  text: string,
  data: Record<string, unknown>,
): Promise<Reply | null> =>
  confirmed(turn, text, async () => {
    const changed = await changeReward(turn.work, { ...pending.parse(data), by: staffOf(turn) });
    if (!changed.ok) return { text: refusalText(changed.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
    return { text: turn.say.rewards.done };
  });
