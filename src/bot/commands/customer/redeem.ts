import { z } from 'zod';
import { balanceOf, checkRedeem, issueVoucher, type Refusal } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn, refusalText } from '../../messages';
import { correctionIn } from '../../understand';
import { amountFault, confirmed, readAmount, unclearAmount } from '../answers';
import { issuedReply, termsIn } from '../voucher-answers';
import { readShare, shareWished, type Share } from './redeem-share';
import { redeemWords } from './redeem-words';

const pending = z.object({ cents: z.int(), key: z.string() });

export const redeem: Command = {
  name: 'redeem',
  who: 'customer',
  risky: true,
  ...redeemWords,
  handle: (turn, args, said = '') => {
    const fault = amountFault(turn, args);
    if (fault !== null) return Promise.resolve(again(fault));
    return args.amount_cents === undefined ? askHowMuch(turn, said) : propose(turn, args.amount_cents);
  },
  steps: {
    amount: async (turn, text) => {
      const share = await shareIn(turn, text);
      if (share !== null) return propose(turn, share);
      const cents = readAmount(turn, text);
      if (cents === 'unclear') return again(unclearAmount(turn, text));
      return cents === null ? null : propose(turn, cents);
    },
    confirm: async (turn, text, data) => {
      const share = await shareIn(turn, correctionIn(text, turn.lang) ?? text);
      if (share !== null) return propose(turn, share);
      return confirmed(turn, text, () => issue(turn, pending.parse(data)));
    },
  },
};

/** Of what there is, in cents; null where it names no share. */
async function shareIn(turn: Turn, text: string): Promise<number | null> {
  const share = readShare(text, turn.lang);
  return share === null ? null : shareOf(share, await available(turn));
}

const shareOf = (share: Share, cents: number): number => (share === 'all' ? cents : Math.floor(cents / 2));

const again = (text: string): Reply => ({ text, ask: { step: 'amount', data: {} } });

async function available(turn: Turn): Promise<number> {
  return (await balanceOf(turn.work, turn.speaker.customer.id)).cashback.available;
}

/** Not where the wish names a share already: `resgatar tudo`. */
async function askHowMuch(turn: Turn, said: string): Promise<Reply> {
  const cents = await available(turn);
  if (cents === 0) return { text: turn.say.redeem.nothing };
  const share = shareWished(said, turn.lang);
  if (share !== null) return propose(turn, shareOf(share, cents));
  const { money } = formatIn(turn.lang, turn.shop.zone);
  return { text: turn.say.redeem.howMuch(money(cents)), ask: { step: 'amount', data: {} } };
}

/** Another amount may be taken. */
const isOfAmount = (refusal: Refusal): boolean =>
  refusal.code === 'below-minimum-redeem' ||
  (refusal.code === 'insufficient-balance' && refusal.available > 0);

/** Nothing is held before the yes. The key is of the message that asked, so that two yeses give one voucher. */
async function propose(turn: Turn, cents: number): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const terms = await checkRedeem(work, { customerId: turn.speaker.customer.id, cents });
  if (!terms.ok) {
    const text = refusalText(terms.refusal, { lang, zone: shop.zone });
    return isOfAmount(terms.refusal) ? again(text) : { text };
  }
  const { money } = formatIn(lang, shop.zone);
  const text = say.redeem.confirm({ value: money(cents), ...termsIn(turn, terms.value) });
  const data = { cents, key: `redeem:${turn.messageId}` };
  return { text, ask: { step: 'confirm', data, args: { amount_cents: cents } } };
}

async function issue(turn: Turn, { cents, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const issued = await issueVoucher(work, { customerId: turn.speaker.customer.id, cents, key });
  if (!issued.ok) return { text: refusalText(issued.refusal, { lang, zone: shop.zone }) };
  const { available: left } = issued.value.balance.cashback;
  return issuedReply(turn, issued.value, ({ money }) => say.voucher.ofCashback(money(left)));
}
