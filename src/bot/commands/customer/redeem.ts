import { z } from 'zod';
import { balanceOf, checkRedeem, issueVoucher, type IssuedVoucher } from '../../../loyalty';
import type { Card, Command, Reply, Turn } from '../../command';
import { codeText, formatIn, refusalText } from '../../messages';
import { confirmed, readAmount } from '../answers';
import { redeemWords } from './redeem-words';

const pending = z.object({ cents: z.int(), key: z.string() });
const ALL = /^\s*(?:tudo|todo|all|all of it|everything)\s*[.!]?\s*$/i;

export const redeem: Command = {
  name: 'redeem',
  who: 'customer',
  risky: true,
  ...redeemWords,
  handle: (turn, { amount_cents: cents }) => (cents === undefined ? askHowMuch(turn) : propose(turn, cents)),
  steps: {
    amount: async (turn, text) => {
      if (ALL.test(text)) return propose(turn, await available(turn));
      const cents = readAmount(turn, text);
      if (cents === 'unclear') return { text: turn.say.amountUnclear, ask: { step: 'amount', data: {} } };
      return cents === null ? null : propose(turn, cents);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => issue(turn, pending.parse(data))),
  },
};

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
  const format = formatIn(lang, shop.zone);
  const { expiresAt, minimumPurchaseCents: minimum } = terms.value;
  const text = say.redeem.confirm({
    value: format.money(cents),
    day: format.lastDay(expiresAt),
    minimum: minimum === null ? null : format.money(minimum),
  });
  return { text, ask: { step: 'confirm', data: { cents, key: `redeem:${turn.messageId}` } } };
}

async function issue(turn: Turn, { cents, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const issued = await issueVoucher(work, { customerId: turn.speaker.customer.id, cents, key });
  if (!issued.ok) return { text: refusalText(issued.refusal, { lang, zone: shop.zone }) };
  const voucher = issued.value;
  const format = formatIn(lang, shop.zone);
  const text = say.redeem.issued({
    value: format.money(voucher.valueCents),
    code: codeText(voucher.code),
    day: format.lastDay(voucher.expiresAt),
    minimum: voucher.minimumPurchaseCents === null ? null : format.money(voucher.minimumPurchaseCents),
    left: format.money(voucher.balance.cashback.available),
  });
  return { text, card: cardOf(turn, voucher) };
}

function cardOf({ shop, lang }: Turn, voucher: IssuedVoucher): Card {
  const { code, valueCents, minimumPurchaseCents, expiresAt } = voucher;
  const { name, zone } = shop;
  return { kind: 'voucher', shop: name, code, valueCents, minimumPurchaseCents, expiresAt, zone, lang };
}
