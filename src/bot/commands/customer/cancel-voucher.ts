import { z } from 'zod';
import {
  cancelVoucher as cancel,
  inspectOwnVoucher,
  vouchersOf,
  type Refusal,
  type VoucherBenefit,
} from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { formatIn, refusalText, worthOf } from '../../messages';
import { parseCode } from '../../understand';
import { confirmed } from '../answers';
import { cancelOfCustomer, cancelSteps, isWorth } from '../staff/vouchers/cancel-of-customer';
import { worthIn } from '../voucher-answers';

/** `customerId`: whose it is, where the team cancels it. */
const pending = z.object({
  id: z.string(),
  benefit: z.custom<VoucherBenefit>(),
  customerId: z.string().optional(),
});

export const cancelVoucher: Command = {
  name: 'cancel-voucher',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[quero] (cancelar|cancela|cancele) [(o|meu|o meu|esse|este)] [(voucher|vale|codigo|cupom)] {code}',
      '[quero] (cancelar|cancela|cancele) [(o|um|meu|o meu|esse|este)] (voucher|vale|cupom) [de {amount_cents}] [(dela|dele|do cliente|da cliente|desse cliente|(do|da|de) [(cliente|telefone)] ({customer}|{phone}))]',
      '[quero] (cancelar|cancela|cancele) [o] (voucher|vale|cupom) (do|da|de) [cliente] {customer} de {amount_cents}',
    ],
    en: [
      '[i want to] cancel [(the|my|this)] [(voucher|coupon|code)] {code}',
      '[i want to] cancel [(the|a|my|this|her|his)] (voucher|coupon) [(of|for) {amount_cents}] [(of|for|from) [(the|this)] [customer] [({customer}|{phone})]]',
      '[i want to] cancel [(the|{customers})] [{amount_cents}] (voucher|coupon) [(of|for|from) [customer] ({customer}|{phone})]',
    ],
    es: [
      '[quiero] (cancelar|cancela|anular) [(el|mi|ese|este)] [(vale|voucher|codigo|cupon)] {code}',
      '[quiero] (cancelar|cancela|anular) [(el|un|mi|ese|este|su)] (vale|voucher|cupon) [de {amount_cents}] [(de ella|de el|del cliente|de la cliente|de ese cliente|(de|del|de la) [(cliente|telefono)] ({customer}|{phone}))]',
      '[quiero] (cancelar|cancela|anular) [el] (vale|voucher|cupon) (de|del|de la) [cliente] {customer} de {amount_cents}',
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
  async handle(turn, args) {
    if (turn.speaker.staff !== null) return cancelOfCustomer(turn, args);
    const { code, amount_cents: cents } = args;
    if (code !== undefined) return propose(turn, code);
    const open = (await vouchersOf(turn.work, turn.speaker.customer.id)).filter(
      ({ state }) => state === 'open',
    );
    const worth = cents === undefined ? [] : open.filter((voucher) => isWorth(voucher, cents));
    const [only, ...others] = worth.length === 0 ? open : worth;
    if (only === undefined) return { text: turn.say.vouchers.none };
    if (others.length === 0) return propose(turn, only.code);
    return { text: turn.say.cancelVoucher.which, ask: { step: 'code', data: {} } };
  },
  steps: {
    ...cancelSteps,
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

async function carryOut(
  turn: Turn,
  { id, benefit, customerId: holder }: z.infer<typeof pending>,
): Promise<Reply> {
  const { work, lang, shop, speaker } = turn;
  const say = turn.say.cancelVoucher;
  const customerId = holder ?? speaker.customer.id;
  const isOwn = customerId === speaker.customer.id;
  if (!isOwn && speaker.staff === null) return { text: turn.say.notAllowed('cashier') };
  const cancelled = await cancel(work, { customerId, voucherId: id, by: isOwn ? null : speaker.staff });
  const refused = (why: Refusal): Reply => ({ text: refusalText(why, { lang, zone: shop.zone }) });
  if (!cancelled.ok) return refused(cancelled.refusal);
  const { returned, balance, already } = cancelled.value;
  if (already !== null) return refused(already);
  const worth = worthOf(benefit, lang, shop.zone);
  if (returned === 0) return { text: say.doneNothing(worth) };
  const { cashback, points } = balance;
  const amounts = { cashbackCents: cashback.available, points: points.available };
  const left = formatIn(lang, shop.zone).amounts(amounts);
  return { text: isOwn ? say.done(worth, left) : say.doneOf(worth, left) };
}
