import { z } from 'zod';
import {
  cancelVoucher as cancel,
  inspectOwnVoucher,
  vouchersOf,
  type VoucherBenefit,
} from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn, refusalText, worthOf } from '../../messages';
import { parseCode } from '../../understand';
import { confirmed } from '../answers';
import { worthIn } from '../voucher-answers';

const pending = z.object({ id: z.string(), benefit: z.custom<VoucherBenefit>() });

export const cancelVoucher: Command = {
  name: 'cancel-voucher',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[quero] (cancelar|cancela|cancele) [(o|meu|o meu|esse|este)] [(voucher|vale|codigo|cupom)] {code}',
      '[quero] (cancelar|cancela|cancele) [(o|um|meu|o meu|esse|este)] (voucher|vale|cupom)',
    ],
    en: [
      '[i want to] cancel [(the|my|this)] [(voucher|coupon|code)] {code}',
      '[i want to] cancel [(the|a|my|this)] (voucher|coupon)',
    ],
    es: [
      '[quiero] (cancelar|cancela|anular) [(el|mi|ese|este)] [(vale|voucher|codigo|cupon)] {code}',
      '[quiero] (cancelar|cancela|anular) [(el|un|mi|ese|este)] (vale|voucher|cupon)',
    ],
  },
  examples: {
    pt: [
      { says: 'cancelar ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'quero cancelar meu voucher', args: {} },
    ],
    en: [
      { says: 'cancel ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'cancel my voucher', args: {} },
    ],
    es: [
      { says: 'cancelar ABCD-1234', args: { code: 'ABCD1234' } },
      { says: 'cancelar mi vale', args: {} },
    ],
  },
  async handle(turn, { code }) {
    if (code !== undefined) return propose(turn, code);
    const all = await vouchersOf(turn.work, turn.speaker.customer.id);
    const [only, ...others] = all.filter(({ state }) => state === 'open');
    if (only === undefined) return { text: turn.say.vouchers.none };
    if (others.length === 0) return propose(turn, only.code);
    return { text: turn.say.cancelVoucher.which, ask: { step: 'code', data: {} } };
  },
  steps: {
    code: async (turn, text) => {
      const code = parseCode(text);
      return code === null ? null : propose(turn, code);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => carryOut(turn, pending.parse(data))),
  },
};

async function propose(turn: Turn, code: string): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const found = await inspectOwnVoucher(work, { customerId: turn.speaker.customer.id, code });
  if (!found.ok) return { text: refusalText(found.refusal, { lang, zone: shop.zone }) };
  const { id, benefit, source, held } = found.value;
  const { money, points } = formatIn(lang, shop.zone);
  const back = source === 'points' ? points(held ?? 0) : money(held ?? 0);
  return {
    text: say.cancelVoucher.confirm(worthIn(turn, benefit), back),
    ask: { step: 'confirm', data: { id, benefit } },
  };
}

async function carryOut(turn: Turn, { id, benefit }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop } = turn;
  const say = turn.say.cancelVoucher;
  const cancelled = await cancel(work, { customerId: turn.speaker.customer.id, voucherId: id });
  if (!cancelled.ok) return { text: refusalText(cancelled.refusal, { lang, zone: shop.zone }) };
  const { returned, balance } = cancelled.value;
  const worth = worthOf(benefit, lang, shop.zone);
  if (returned === 0) return { text: say.doneNothing(worth) };
  const { cashback, points } = balance;
  const amounts = { cashbackCents: cashback.available, points: points.available };
  return { text: say.done(worth, formatIn(lang, shop.zone).amounts(amounts)) };
}
