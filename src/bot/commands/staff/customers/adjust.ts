import { z } from 'zod';
import {
  adjustBalance,
  adjustedJustNow,
  adjustedToday,
  beyondLimit,
  customerBy,
  lockSalesOfShop,
  MAX_SALE_CENTS,
  balanceOf,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn, phoneText, refusalText } from '../../../messages';
import { isWish } from '../../../conversation/hearing';
import { wishOfSpokenOf } from '../../../conversation/spoken-of';
import { isNo, isYes, parseAmount, parseBrazilianPhone, reasonNamed } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { adjustPatterns } from './adjust-words';
import { whichOne, whoseOf, whoText } from './whose';

/** More than this a day, put in or taken by one person, is confirmed with the PIN. */
const WITHOUT_PIN = { cashback: 10_000, points: 1_000 };

const pending = z.object({
  phone: z.string(),
  /** Where they were named so. */
  name: z.string().nullable().default(null),
  asset: z.enum(['cashback', 'points']),
  quantity: z.int(),
  reason: z.string(),
  key: z.string(),
  /** The same adjustment of just now that the question told of. */
  told: z.int().nullable().default(null),
});
type Wish = z.infer<typeof pending>;
/** Still without its reason. */
const unfounded = pending.omit({ reason: true, told: true });

export const adjust: Command = {
  name: 'adjust',
  who: 'manager',
  risky: true,
  patterns: adjustPatterns,
  examples: {
    pt: [
      {
        says: 'ajustar +10 11 98888-0001 motivo erro no caixa',
        args: { amount_cents: 1_000, phone: '+5511988880001', reason: 'erro no caixa' },
      },
      {
        says: 'ajustar -50 pontos 11 98888-0001 motivo troca',
        args: { points: -50, phone: '+5511988880001', reason: 'troca' },
      },
      { says: 'ajustar saldo', args: {} },
    ],
    en: [
      {
        says: 'adjust +10 11 98888-0001 reason till error',
        args: { amount_cents: 1_000, phone: '+5511988880001', reason: 'till error' },
      },
      { says: 'adjust balance', args: {} },
    ],
    es: [
      {
        says: 'ajustar +10 11 98888-0001 motivo error de caja',
        args: { amount_cents: 1_000, phone: '+5511988880001', reason: 'error de caja' },
      },
      { says: 'ajustar saldo', args: {} },
    ],
  },
  async handle(turn, args) {
    const say = turn.say.customers.adjust;
    const { amount_cents: cents, points, reason, exact = false } = args;
    const figure = points ?? cents;
    if (figure === undefined || (figure === 0 && !exact)) return { text: say.how };
    if (Math.abs(figure) > MAX_SALE_CENTS) return { text: say.how };
    const whose = await whoseOf(turn, args);
    if (whose === null) return { text: say.how };
    if ('reply' in whose) return whose.reply;
    const { phone, name, who } = whose;
    const asset = points === undefined ? ('cashback' as const) : ('points' as const);
    const has = exact ? await availableTo(turn, phone, asset) : 0;
    if (has === null) return { text: turn.say.customers.unknown(phoneText(phone)) };
    const quantity = figure - has;
    const told = exact ? say.has(who, amountText(turn, { asset, quantity: has })) : null;
    if (quantity === 0 && told !== null) return { text: told };
    const wish = { phone, name, asset, quantity, key: turn.messageId };
    const why = cleanName(reason ?? '');
    const reply: Reply =
      why === null
        ? { text: say.why, ask: { step: 'reason', data: wish } }
        : await propose(turn, { ...wish, reason: why, told: null });
    return told === null ? reply : { ...reply, text: `${told}\n${reply.text}` };
  },
  pin: async (turn, data) => {
    const { asset, quantity } = pending.parse(data);
    const used = await adjustedToday(turn.work, staffOf(turn), asset);
    return used + Math.abs(quantity) > WITHOUT_PIN[asset];
  },
  steps: {
    which: whichOne((turn, args) => adjust.handle(turn, args)),
    reason: async (turn, text, data) => {
      const isOther = isWish(turn, text) || wishOfSpokenOf(turn, text) !== null;
      const isReason = !isOther && !isAnswerOrFigure(turn, text);
      const reason = isReason ? cleanName(reasonNamed(text)) : null;
      return reason === null ? null : propose(turn, { ...unfounded.parse(data), reason, told: null });
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => carryOut(turn, pending.parse(data))),
  },
};

/** What is no reason: a yes, a no, a figure or a phone alone, and what takes something back. */
const isAnswerOrFigure = ({ lang }: Turn, text: string): boolean =>
  isYes(text, lang) ||
  isNo(text, lang) ||
  /^\s*(?:n[aã]o|no)\b/iu.test(text) ||
  parseAmount(text, lang) !== null ||
  parseBrazilianPhone(text) !== null;

async function propose(turn: Turn, wish: Wish): Promise<Reply> {
  const { asset, quantity } = wish;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: wish.phone });
  if (customerId === null) return { text: turn.say.customers.unknown(phoneText(wish.phone)) };
  const limit = await beyondLimit(turn.work, { asset, quantity, by: staffOf(turn) });
  if (limit !== null) return { text: refusalText(limit, { lang: turn.lang, zone: turn.shop.zone }) };
  const { available } = (await balanceOf(turn.work, customerId))[asset];
  if (available < -quantity) return { text: hasTooLittle(turn, wish, available) };
  return ask(turn, wish, await adjustedJustNow(turn.work, { customerId, asset, quantity }));
}

/** What can be used of it now; null where nobody is known by the phone. */
async function availableTo({ work }: Turn, phone: string, asset: Wish['asset']): Promise<number | null> {
  const customerId = await customerBy(work, { kind: 'phone', value: phone });
  return customerId === null ? null : (await balanceOf(work, customerId))[asset].available;
}

/** `same`: somebody of the team has just made it. */
function ask(turn: Turn, wish: Wish, same: { id: number; at: number } | null): Reply {
  const say = turn.say.customers.adjust;
  const of = [amountText(turn, wish), whoText(wish.phone, wish.name), wish.reason] as const;
  const question = wish.quantity > 0 ? say.ask(...of) : say.askTake(...of);
  const data: Wish = { ...wish, told: same?.id ?? null };
  const text =
    same === null ? question : `${say.again(formatIn(turn.lang, turn.shop.zone).time(same.at))}\n${question}`;
  const { asset, quantity, phone, name, reason } = wish;
  const amount = asset === 'points' ? { points: quantity } : { amount_cents: quantity };
  const args = { ...amount, phone, ...(name !== null && { customer: name }), reason };
  return { text, ask: { step: 'confirm', data, args } };
}

function hasTooLittle(turn: Turn, { asset, quantity, phone }: Wish, available: number): string {
  const say = turn.say.customers.adjust;
  const amount = (figure: number): string => amountText(turn, { asset, quantity: figure });
  return say.tooLittle(phoneText(phone), amount(available), amount(quantity));
}

function amountText({ lang, shop }: Turn, { asset, quantity }: { asset: string; quantity: number }): string {
  const { money, points } = formatIn(lang, shop.zone);
  return asset === 'points' ? points(Math.abs(quantity)) : money(Math.abs(quantity));
}

async function carryOut(turn: Turn, wish: Wish): Promise<Reply> {
  const { work, lang, shop } = turn;
  const { phone, name: _name, told, ...adjustment } = wish;
  const say = turn.say.customers;
  const customerId = await customerBy(work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  // Whoever asked at the same time has made it by now.
  await lockSalesOfShop(work);
  const same = await adjustedJustNow(work, { ...adjustment, customerId });
  if (same !== null && same.id !== told) return ask(turn, wish, same);
  const adjusted = await adjustBalance(work, { ...adjustment, customerId, by: staffOf(turn) });
  if (!adjusted.ok) {
    const { refusal } = adjusted;
    if (refusal.code === 'insufficient-balance') return { text: hasTooLittle(turn, wish, refusal.available) };
    return { text: refusalText(refusal, { lang, zone: shop.zone }) };
  }
  const { cashback, points } = adjusted.value;
  const left = { cashbackCents: cashback.available, points: points.available };
  return { text: say.adjust.done(formatIn(lang, shop.zone).amounts(left)) };
}
