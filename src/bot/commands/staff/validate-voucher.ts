import { z } from 'zod';
import { inspectVoucher, redeemVoucher } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { firstName, formatIn, refusalText } from '../../messages';
import { parseCode } from '../../understand';
import { confirmed, isPurchase, readAmount, staffOf } from '../answers';

const inspected = z.object({ code: z.string() });
const pending = z.object({ code: z.string(), cents: z.int(), key: z.string() });

export const validateVoucher: Command = {
  name: 'validate-voucher',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '(validar|valida|baixar|dar baixa em|usar o voucher|usar voucher) [(o|um)] [(voucher|codigo|vale|cupom)] {code} [(em|de|na compra de|em compra de|compra de) {amount_cents}]',
      '(validar|valida) [(o|um)] [(voucher|codigo|vale|cupom)]',
      '[(voucher|codigo|vale|cupom)] {code}',
    ],
    en: [
      '(validate|use voucher|use the voucher|redeem voucher) [(the|a)] [(voucher|code|coupon)] {code} [(on|for|in|at) {amount_cents}]',
      'validate [(the|a)] [(voucher|code|coupon)]',
      '[(voucher|code|coupon)] {code}',
    ],
    es: [
      '(validar|valida|usar el vale|usar vale) [(el|un)] [(vale|codigo|voucher|cupon)] {code} [(en|de|en compra de|compra de) {amount_cents}]',
      '(validar|valida) [(el|un)] [(vale|codigo|voucher|cupon)]',
      '[(vale|codigo|voucher|cupon)] {code}',
    ],
  },
  examples: {
    pt: [
      { says: 'validar ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'validar ABCD-1234 em 80,00', args: { code: 'ABCD1234', amount_cents: 8000 } },
    ],
    en: [
      { says: 'validate ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'validate ABCD-1234 on 80.00', args: { code: 'ABCD1234', amount_cents: 8000 } },
    ],
    es: [
      { says: 'validar ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'validar ABCD-1234 en 80,00', args: { code: 'ABCD1234', amount_cents: 8000 } },
    ],
  },
  async handle(turn, { code, amount_cents: cents }) {
    if (code === undefined) return { text: turn.say.validate.whichCode, ask: { step: 'code', data: {} } };
    return inspect(turn, code, cents);
  },
  steps: {
    code: async (turn, text) => {
      const code = parseCode(text);
      return code === null ? null : inspect(turn, code, undefined);
    },
    amount: async (turn, text, data) => {
      const { code } = inspected.parse(data);
      const cents = readAmount(turn, text);
      if (cents === null) return null;
      return cents === 'unclear' ? askAmount(turn.say.amountUnclear, code) : inspect(turn, code, cents);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => spend(turn, pending.parse(data))),
  },
};

/** What the voucher is; then the purchase's amount is asked for, and once it is known, the yes. */
async function inspect(turn: Turn, code: string, cents: number | undefined): Promise<Reply> {
  const { work, lang, shop } = turn;
  const say = turn.say.validate;
  const voucher = await inspectVoucher(work, { code, by: staffOf(turn) });
  if (!voucher.ok) return { text: refusalText(voucher.refusal, { lang, zone: shop.zone }) };
  if (cents !== undefined && !isPurchase(cents)) return askAmount(turn.say.amountUnclear, code);
  const { valueCents, minimumPurchaseCents: minimum, expiresAt, holder } = voucher.value;
  const format = formatIn(lang, shop.zone);
  const shown = say.shows({
    value: format.money(valueCents),
    holder: firstName(holder),
    day: format.lastDay(expiresAt),
    minimum: minimum === null ? null : format.money(minimum),
  });
  if (cents === undefined) return askAmount(`${shown}\n${say.howMuch}`, code);
  const key = `redeem-voucher:${turn.messageId}`;
  return {
    text: `${shown}\n${say.ask(format.money(cents))}`,
    ask: { step: 'confirm', data: { code, cents, key } },
  };
}

const askAmount = (text: string, code: string): Reply => ({ text, ask: { step: 'amount', data: { code } } });

async function spend(turn: Turn, { code, cents, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop } = turn;
  const say = turn.say.validate;
  const spent = await redeemVoucher(work, { code, purchaseCents: cents, by: staffOf(turn), key });
  if (!spent.ok) return { text: refusalText(spent.refusal, { lang, zone: shop.zone }) };
  const { valueCents, returnedCents, holder } = spent.value;
  const { money } = formatIn(lang, shop.zone);
  const text = say.redeemed(money(valueCents), firstName(holder));
  return { text: returnedCents > 0 ? `${text}\n${say.returned(money(returnedCents))}` : text };
}
