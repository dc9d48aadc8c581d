import {
  balanceOf,
  openVoucherCount,
  rewardsOf,
  stampCardsOf,
  type AssetBalance,
  type Balance,
  type StampCard,
} from '../../../loyalty';
import type { Command, Turn } from '../../command';
import { formatIn, worthOf, type Format } from '../../messages';

export const balance: Command = {
  name: 'balance',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|consultar|mostrar|mostra|qual|qual e|quero ver|quero saber)] [o] [meu] saldo [(de|do|em) cashback]',
      'quanto [(eu|que eu|e que eu)] tenho [(de|em|no|na)] [(saldo|cashback|pontos|loja|credito)]',
      'quanto [de] (cashback|saldo|credito) [eu] tenho',
      'quantos pontos [eu] tenho',
      'tenho quanto [de] [(saldo|cashback)]',
      '[eu] tenho [algum] (saldo|cashback|pontos|credito)',
      '[(ver|quero ver)] (meu cashback|meus pontos|meus selos|meus carimbos|minha cartela)',
      'quantos (selos|carimbos) [eu] (tenho|faltam)',
      '(quanto falta|quantos faltam) para [(o|a)] [(meu|minha)] [proximo] (selo|carimbo|premio|brinde|cartela)',
    ],
    en: [
      '[(see|check|show|show me|tell me|what is|i want to see)] [my] balance',
      'how much [(cashback|money|credit)] (do i have|have i got)',
      'how many points (do i have|have i got)',
      '[(see|check|show|show me)] my (cashback|points|stamps|stamp card)',
      'how many stamps (do i have|do i need|are left|to go)',
    ],
    es: [
      '[(ver|consultar|mostrar|cual es|quiero ver|quiero saber)] [mi] saldo',
      'cuanto [(cashback|saldo|credito|dinero)] tengo',
      'cuantos puntos tengo',
      '[(ver|quiero ver)] (mi cashback|mis puntos|mis sellos|mi tarjeta de sellos)',
      'cuantos sellos (tengo|me faltan)',
    ],
  },
  examples: {
    pt: [
      { says: 'saldo', args: {} },
      { says: 'quanto eu tenho?', args: {} },
      { says: 'meus pontos', args: {} },
    ],
    en: [
      { says: 'balance', args: {} },
      { says: 'how much do I have?', args: {} },
    ],
    es: [
      { says: 'saldo', args: {} },
      { says: '¿cuánto tengo?', args: {} },
    ],
  },
  async handle(turn) {
    const { id } = turn.speaker.customer;
    const [of, vouchers, stampCards] = await Promise.all([
      balanceOf(turn.work, id),
      openVoucherCount(turn.work, id),
      stampCardsOf(turn.work, id),
    ]);
    const rewards = of.points.available > 0 && (await rewardsOf(turn.work)).some(({ paused }) => !paused);
    return { text: describe(turn, of, { vouchers, stampCards, rewards }) };
  },
};

/** More would not fit a screen beside the balance. */
const MOST_CARDS = 3;

/** `rewards`: whether points can be exchanged for anything. */
function describe(
  turn: Turn,
  of: Balance,
  { vouchers, stampCards, rewards }: { vouchers: number; stampCards: readonly StampCard[]; rewards: boolean },
): string {
  const say = turn.say.balance;
  const format = formatIn(turn.lang, turn.shop.zone);
  const sum = (quantity: (asset: AssetBalance) => number): string | null => {
    const amounts = { cashbackCents: quantity(of.cashback), points: quantity(of.points) };
    return amounts.cashbackCents === 0 && amounts.points === 0 ? null : format.amounts(amounts);
  };
  const usable = sum((asset) => asset.available);
  const held = sum((asset) => asset.held);
  const debt = sum((asset) => asset.debt);
  const until = endOfAll(of);
  const lasting = (['cashback', 'points'] as const).filter(
    (asset) => of[asset].available > 0 && of[asset].expiring === null,
  );
  const allLast = (['cashback', 'points'] as const).every(
    (asset) => of[asset].available === 0 || lasting.includes(asset),
  );
  const lines = [
    usable === null
      ? say.none
      : until === null
        ? allLast
          ? say.usableForever(usable)
          : say.usable(usable)
        : say.usableUntil(usable, format.lastDay(until)),
  ];
  for (const asset of ['cashback', 'points'] as const) {
    const { available, pending, expiring } = of[asset];
    if (!allLast && lasting.includes(asset)) lines.push(say.forever(amountOf(format, asset, available)));
    if (expiring !== null && until === null)
      lines.push(say.expiring(amountOf(format, asset, expiring.quantity), format.lastDay(expiring.at)));
    if (pending !== null)
      lines.push(say.pending(amountOf(format, asset, pending.quantity), format.day(pending.nextAt)));
  }
  if (held !== null) lines.push(say.held(held));
  if (debt !== null) lines.push(say.debt(debt));
  for (const { stamps, every, then } of stampCards.slice(0, MOST_CARDS))
    lines.push(say.stamps(stamps, every, worthOf(then, turn.lang, turn.shop.zone)));
  if (vouchers > 0) lines.push(say.vouchers(vouchers));
  if (of.cashback.available > 0) lines.push(say.use);
  else if (rewards) lines.push(say.rewards);
  else if (lines.length === 1 && usable === null) lines.push(say.earn);
  return lines.join('\n');
}

/** When all that can be used ends at once; null where it does not. */
function endOfAll({ cashback, points }: Balance): number | null {
  const some = [cashback, points].filter(({ available }) => available > 0);
  const [only] = some;
  if (only === undefined || some.length > 1 || only.expiring === null) return null;
  return only.expiring.quantity === only.available ? only.expiring.at : null;
}

function amountOf(format: Format, asset: keyof Balance, quantity: number): string {
  return format.amounts(
    asset === 'cashback' ? { cashbackCents: quantity, points: 0 } : { cashbackCents: 0, points: quantity },
  );
}
