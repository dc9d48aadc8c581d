import { z } from 'zod';
import { inspectVoucher, redeemVoucher, type VoucherToValidate } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { firstName, formatIn, refusalText } from '../../../messages';
import { parseCode } from '../../../understand';
import { confirmed, isPurchase, readAmount, staffOf, unclearAmount } from '../../answers';
import { termsIn, usageLines, worthIn } from '../../voucher-answers';

/** The code itself is kept nowhere: the step goes on with the voucher that it was found to be. */
const inspected = z.object({ id: z.string() });
const pending = z.object({ id: z.string(), cents: z.int().nullable(), key: z.string() });

export const validateVoucher: Command = {
  name: 'validate-voucher',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '(validar|valida|baixar|dar baixa em|usar o voucher|usar voucher) [(o|um)] [(voucher|codigo|vale|cupom)] [smartbis] {code} [(em|de|na compra de|em compra de|compra de) {amount_cents}]',
      '(validar|valida) [(o|um)] [(voucher|codigo|vale|cupom)]',
      '(validar|valida) [(o|um)] (voucher|vale|cupom) (da|do|de) [cliente] {customer}',
      '[(voucher|codigo|vale|cupom|smartbis)] {code}',
    ],
    en: [
      '(validate|use voucher|use the voucher|redeem voucher) [(the|a)] [(voucher|code|coupon)] [smartbis] {code} [(on|for|in|at) {amount_cents}]',
      'validate [(the|a)] [(voucher|code|coupon)]',
      'validate [(the|a)] (voucher|coupon) (of|for) [customer] {customer}',
      '[(voucher|code|coupon|smartbis)] {code}',
    ],
    es: [
      '(validar|valida|usar el vale|usar vale) [(el|un)] [(vale|codigo|voucher|cupon)] [smartbis] {code} [(en|de|en compra de|compra de) {amount_cents}]',
      '(validar|valida) [(el|un)] [(vale|codigo|voucher|cupon)]',
      '(validar|valida) [(el|un)] (vale|voucher|cupon) (de|del|de la) [cliente] {customer}',
      '[(vale|codigo|voucher|cupon|smartbis)] {code}',
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
    return inspect(turn, { code }, cents);
  },
  steps: {
    code: async (turn, text) => {
      const code = parseCode(text);
      return code === null ? null : inspect(turn, { code }, undefined);
    },
    amount: async (turn, text, data) => {
      const { id } = inspected.parse(data);
      const cents = readAmount(turn, text);
      if (cents === null) return null;
      return cents === 'unclear' ? askAmount(unclearAmount(turn, text), id) : inspect(turn, { id }, cents);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => spend(turn, pending.parse(data))),
  },
};

/** What the voucher is; then the purchase's amount is asked for, and once it is known, the yes. */
async function inspect(
  turn: Turn,
  which: { code: string } | { id: string },
  cents: number | undefined,
): Promise<Reply> {
  const { work, lang, shop } = turn;
  const isAmount = cents !== undefined && isPurchase(cents);
  const named = isAmount ? { ...which, purchaseCents: cents } : which;
  const found = await inspectVoucher(work, { ...named, by: staffOf(turn) });
  if (!found.ok) return { text: refusalText(found.refusal, { lang, zone: shop.zone }) };
  const voucher = found.value;
  if (cents !== undefined && !isAmount) return askAmount(turn.say.amountUnclear, voucher.id);
  const say = turn.say.validate;
  const shown = [shownTo(turn, voucher), ...(await usageLines(turn, voucher.stores))];
  const key = `redeem-voucher:${turn.messageId}`;
  const { id, benefit, paysCents, needsPurchase } = voucher;
  if (benefit.kind === 'voucher-item' && (cents !== undefined || !needsPurchase))
    return {
      text: [...shown, say.askItem(worthIn(turn, benefit))].join('\n'),
      ask: { step: 'confirm', data: { id, cents: cents ?? null, key } },
    };
  if (cents === undefined) return askAmount([...shown, say.howMuch].join('\n'), id);
  const { money } = formatIn(lang, shop.zone);
  return {
    text: [...shown, say.ask(money(cents), money(paysCents ?? 0))].join('\n'),
    ask: { step: 'confirm', data: { id, cents, key } },
  };
}

function shownTo(turn: Turn, voucher: VoucherToValidate): string {
  const { benefit, holder } = voucher;
  const who = { worth: worthIn(turn, benefit), holder: firstName(holder) };
  return turn.say.validate.shows({ ...who, ...termsIn(turn, voucher) });
}

const askAmount = (text: string, id: string): Reply => ({ text, ask: { step: 'amount', data: { id } } });

async function spend(turn: Turn, { id, cents, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop } = turn;
  const say = turn.say.validate;
  const spent = await redeemVoucher(work, { voucherId: id, purchaseCents: cents, by: staffOf(turn), key });
  if (!spent.ok) return { text: refusalText(spent.refusal, { lang, zone: shop.zone }) };
  const { benefit, paidCents, returnedCents, holder } = spent.value;
  if (benefit.kind === 'voucher-item')
    return { text: say.redeemedItem(worthIn(turn, benefit), firstName(holder)) };
  const { money } = formatIn(lang, shop.zone);
  const text = say.redeemed(money(paidCents), firstName(holder));
  return { text: returnedCents > 0 ? `${text}\n${say.returned(money(returnedCents))}` : text };
}
