import { z } from 'zod';
import { balanceOf, checkRedeem, issueVoucher } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn, refusalText } from '../../messages';
import { amountFault, confirmed, readAmount, unclearAmount } from '../answers';
import { isNo } from '../../understand';
import { issuedReply, termsIn } from '../voucher-answers';
import { redeemWords } from './redeem-words';

const pending = z.object({ cents: z.int(), key: z.string() });
const ALL = /^\s*(?:tudo|todo|all|all of it|everything)\s*[.!]?\s*$/i;

export const redeem: Command = {
  name: 'redeem',
  who: 'customer',
  risky: true,
  ...redeemWords,
  handle: (turn, args) => {
    const fault = amountFault(turn, args);
    if (fault !== null) return Promise.resolve(again(fault));
    return args.amount_cents === undefined ? askHowMuch(turn) : propose(turn, args.amount_cents);
  },
  steps: {
    amount: async (turn, text) => {
      if (ALL.test(text)) return propose(turn, await available(turn));
      if (isNo(text, turn.lang)) return { text: turn.say.cancelled };
      const cents = readAmount(turn, text);
      if (cents === 'unclear') return again(unclearAmount(turn, text));
      return cents === null ? null : propose(turn, cents);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => issue(turn, pending.parse(data))),
  },
};

const again = (text: string): Reply => ({ text, ask: { step: 'amount', data: {} } });

async function available(turn: Turn): Promise<number> {
  return (await balanceOf(turn.work, turn.speaker.customer.id)).cashback.available;
}

async function askHowMuch(turn: Turn): Promise<Reply> {
  const cents = await available(turn);
  if (cents === 0) return { text: turn.say.redeem.nothing };
  const { money } = formatIn(turn.lang, turn.shop.zone);
  return { text: turn.say.redeem.howMuch(money(cents)), ask: { step: 'amount', data: {} } };
}

/** Nothing is held before the yes. The key is of the message that asked, so that two yeses give one voucher. */
async function propose(turn: Turn, cents: number): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const terms = await checkRedeem(work, { customerId: turn.speaker.customer.id, cents });
  if (!terms.ok) return { text: refusalText(terms.refusal, { lang, zone: shop.zone }) };
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
