import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  customersNamed,
  putReward,
  rewardNamed,
  type NewReward,
  type Reward,
  type VoucherBenefit,
} from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn, refusalText } from '../../../messages';
import { partedByStores, readWorth, setsStoresApart } from '../../../understand';
import { askedAgain, confirmed, isPurchase, staffOf } from '../../answers';
import { worthIn } from '../../voucher-answers';
import { addRewardWords } from './add-reward-words';
import { conditionsIn } from './reward-catalogue';
import { storesSaid, unknownStores } from './stores-said';

const pending = z.object({
  name: z.string(),
  points: z.int(),
  benefit: z.custom<VoucherBenefit>(),
  minimumPurchaseCents: z.int().nullable(),
  limitPerCustomer: z.int().nullable(),
  /** Absent where the question is of a version that knew none. */
  stores: z.array(z.string()).nullable().optional(),
  /** The one of that name as the question showed it; null is none. */
  seen: z.custom<Reward | null>().optional(),
});

export const addReward: Command = {
  name: 'add-reward',
  who: 'manager',
  risky: true,
  ...addRewardWords,
  async handle(turn, args, said = '') {
    const { name: called, points } = args;
    if (called === undefined || points === undefined) return { text: turn.say.addReward.how };
    const parted = partedByStores(called, turn.lang);
    const name = parted?.thing ?? called;
    const at = args.stores ?? parted?.stores;
    const readable = cleanName(name);
    const before = await rewardNamed(turn.work, readable ?? '');
    const isPrize = SAYS_PRIZE.test(said) || before !== null;
    if (!isPrize && readable !== null && (await customersNamed(turn.work, name, 1)).length > 0)
      return {
        text: turn.say.addReward.isCustomer(readable, formatIn(turn.lang, turn.shop.zone).points(points)),
      };
    const benefit = readable === null ? null : readWorth(readable, turn.lang);
    if (readable === null || benefit === null) return { text: turn.say.addReward.unclear(readable ?? '…') };
    const apart = setsStoresApart(said, turn.lang);
    const stores = at === undefined ? null : await storesSaid(turn, at);
    if (apart === 'except' || (apart === 'only' && stores === null) || stores?.length === 0)
      return { text: turn.say.addReward.whichStores };
    const conditions = { ...conditionsOf(args), stores };
    // A new price alone leaves its conditions: `o café agora custa 120 pontos`.
    const isPrice = !SAYS_PRIZE.test(said) && Object.values(conditions).every((one) => one === null);
    const kept = isPrice && before !== null ? ofReward(before) : conditions;
    return propose(turn, { name: readable, points, benefit, ...kept }, before);
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => put(turn, pending.parse(data))),
  },
};

/** Where it is not called one, whoever has the name is rather meant than a new prize: `passa a Bia para 100 pontos`. */
const SAYS_PRIZE = /pr[eê]mio|recompensa|brinde|reward|prize|gift|premio|regalo/iu;

type Conditions = Pick<Reward, 'minimumPurchaseCents' | 'limitPerCustomer' | 'stores'>;

const ofReward = ({ minimumPurchaseCents, limitPerCustomer, stores }: Conditions): Conditions => ({
  minimumPurchaseCents,
  limitPerCustomer,
  stores,
});

function conditionsOf({ amount_cents: cents, number }: Args): Omit<Conditions, 'stores'> {
  return {
    minimumPurchaseCents: cents !== undefined && isPurchase(cents) ? cents : null,
    limitPerCustomer: number !== undefined && number > 0 ? number : null,
  };
}

/** The reward as it was understood, and the question; nothing is written before the yes. `before`: the one of that name. */
async function propose(turn: Turn, reward: NewReward, before: Reward | null): Promise<Reply> {
  const say = turn.say.addReward;
  const { points } = formatIn(turn.lang, turn.shop.zone);
  const of = {
    worth: worthIn(turn, reward.benefit),
    points: points(reward.points),
    more: conditionsIn(turn, reward),
  };
  if (before !== null && isLike(before, reward)) return { text: say.same(of) };
  const question = before === null ? say.ask(of) : say.askChange({ ...of, before: points(before.points) });
  const text = [...(await unknownStores(turn, reward.stores ?? [])), question].join('\n');
  return { text, ask: { step: 'confirm', data: { ...reward, seen: before } } };
}

/** Whether putting it in would change nothing. */
const isLike = ({ id: _id, paused, ...before }: Reward, { stores = null, ...reward }: NewReward): boolean =>
  !paused && isDeepStrictEqual(before, { ...reward, stores, name: before.name });

async function put(turn: Turn, { seen, ...reward }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const wish = { reward: { ...reward, stores: reward.stores ?? null }, by: staffOf(turn) };
  const added = await putReward(work, seen === undefined ? wish : { ...wish, seen });
  if (!added.ok && added.refusal.code === 'changed-meanwhile')
    return askedAgain(turn, await propose(turn, reward, await rewardNamed(work, reward.name)));
  if (!added.ok) return { text: refusalText(added.refusal, { lang, zone: shop.zone }) };
  return { text: added.value.changed ? say.addReward.changed : say.addReward.added };
}
