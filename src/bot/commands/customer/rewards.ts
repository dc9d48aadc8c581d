import { z } from 'zod';
import { checkReward, issueReward, offersFor, type RewardOffer } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { bold, formatIn, refusalText } from '../../messages';
import { mayRun } from '../../roles';
import { asksForMore, confirmed } from '../answers';
import { fitting } from '../lines';
import { chosenReward } from './reward-choice';
import { changeCatalogue, confirmChange, listCatalogue } from '../staff/vouchers/reward-catalogue';
import { issuedReply, storesIn, termsIn, worthIn } from '../voucher-answers';

const listed = z.object({ ids: z.array(z.string()), from: z.int() });
const pending = z.object({ rewardId: z.string(), points: z.int(), key: z.string() });

export const rewards: Command = {
  name: 'rewards',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|listar|quais|quais sao|quero ver)] [(os|meus|os meus)] (premios|recompensas|brindes) [(disponiveis|da loja)]',
      '[(quero|queria|posso|como faco para|da pra)] (trocar|usar|gastar|resgatar) [(os|meus|os meus)] pontos',
      '[o] que [(eu|da pra|da para)] [posso] (trocar|pegar) com [(os|meus|os meus)] pontos',
    ],
    en: [
      '[(see|show|show me|list|what are)] [(the|my)] rewards',
      '[(i want to|can i|how do i)] (exchange|use|spend|redeem) [(my|the)] points',
      'what can i get [(for|with)] [my] points',
    ],
    es: [
      '[(ver|mostrar|listar|cuales son|quiero ver)] [(los|mis)] (premios|recompensas) [(disponibles|de la tienda)]',
      '[(quiero|quisiera|puedo|como hago para)] (cambiar|canjear|usar|gastar) [(mis|los)] puntos',
      'que puedo (cambiar|pedir) con [(mis|los)] puntos',
    ],
  },
  examples: {
    pt: [
      { says: 'prêmios', args: {} },
      { says: 'trocar pontos', args: {} },
    ],
    en: [
      { says: 'rewards', args: {} },
      { says: 'exchange points', args: {} },
    ],
    es: [
      { says: 'premios', args: {} },
      { says: 'cambiar puntos', args: {} },
    ],
  },
  handle: (turn) =>
    mayRun('manager', turn.speaker.staff?.role ?? null) ? listCatalogue(turn, 0) : page(turn, 0),
  steps: {
    pick: async (turn, text, data) => {
      const { ids, from } = listed.parse(data);
      if (asksForMore(text)) return page(turn, from);
      const { offers } = await offersFor(turn.work, turn.speaker.customer.id);
      // In the order in which they were listed.
      const shown = ids.flatMap((id) => offers.find((offer) => offer.id === id) ?? []);
      const number = chosenReward(turn, text, shown.length === ids.length ? shown : []);
      if (number === null) return null;
      const rewardId = ids[number - 1];
      return rewardId === undefined
        ? { text: turn.say.numberFrom(ids.length), ask: { step: 'pick', data } }
        : propose(turn, rewardId);
    },
    more: async (turn, text, data) => (asksForMore(text) ? page(turn, listed.parse(data).from) : null),
    confirm: (turn, text, data) => confirmed(turn, text, () => exchange(turn, pending.parse(data))),
    change: changeCatalogue,
    confirmChange,
  },
};

/** Numbered, what can be had now and what is still to be collected for; the step `pick` takes a number. */
async function page(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.rewards;
  const { available, offers } = await offersFor(turn.work, turn.speaker.customer.id);
  if (offers.length === 0) return { text: say.none };
  const { points } = formatIn(turn.lang, turn.shop.zone);
  const title = say.title(points(available));
  const isAsked = offers.some(canHave);
  const question = isAsked ? say.ask : say.later;
  const lines = offers.slice(from).map((offer, i) => lineOf(turn, offer, from + i + 1));
  const shown = fitting(lines, [title, question, say.more]);
  const more = shown.length < lines.length ? [say.more] : [];
  const data = { ids: offers.map(({ id }) => id), from: from + shown.length };
  const text = [title, ...shown, ...more, question].join('\n');
  // Where there is nothing to choose, only more of the list may be asked for.
  return isAsked || more.length > 0 ? { text, ask: { step: isAsked ? 'pick' : 'more', data } } : { text };
}

const canHave = ({ missing, used }: RewardOffer): boolean => missing === 0 && !used;

function lineOf(turn: Turn, offer: RewardOffer, number: number): string {
  const say = turn.say.rewards;
  const { points } = formatIn(turn.lang, turn.shop.zone);
  const line = `${say.line(number, worthIn(turn, offer.benefit), points(offer.points))}${whereOf(turn, offer)}`;
  if (offer.used) return `${line} (${say.used})`;
  return offer.missing > 0 ? `${line} (${say.missing(points(offer.missing))})` : line;
}

/** Nothing where it is good everywhere. */
const whereOf = (turn: Turn, { stores }: RewardOffer): string =>
  stores === null ? '' : `, ${turn.say.rewards.onlyAt(storesIn(turn, stores))}`;

/** Nothing is held before the yes, and not at another price than the one that was said. */
async function propose(turn: Turn, rewardId: string): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const { id: customerId } = turn.speaker.customer;
  const offer = (await offersFor(work, customerId)).offers.find(({ id }) => id === rewardId);
  if (offer === undefined)
    return { text: refusalText({ code: 'reward-not-found' }, { lang, zone: shop.zone }) };
  const { points } = offer;
  const terms = await checkReward(work, { customerId, rewardId, points });
  if (!terms.ok) return { text: refusalText(terms.refusal, { lang, zone: shop.zone }) };
  const text = say.rewards.confirm({
    worth: worthIn(turn, offer.benefit),
    points: formatIn(lang, shop.zone).points(points),
    ...termsIn(turn, terms.value),
    where: whereOf(turn, offer),
  });
  return { text, ask: { step: 'confirm', data: { rewardId, points, key: `reward:${turn.messageId}` } } };
}

async function exchange(turn: Turn, wish: z.infer<typeof pending>): Promise<Reply> {
  const issued = await issueReward(turn.work, { customerId: turn.speaker.customer.id, ...wish });
  if (!issued.ok) return { text: refusalText(issued.refusal, { lang: turn.lang, zone: turn.shop.zone }) };
  const { available } = issued.value.balance.points;
  return issuedReply(turn, issued.value, ({ points }) => bold(points(available)));
}
