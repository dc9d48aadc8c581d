import type { BacktestSide, Given } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { bold, formatIn } from '../../../messages';

/** What is given: `*R$ 15,00*, *300 pontos* e 2 vouchers (até *R$ 30,00*)`; of nothing at all, no cents. */
export function givenText({ say: { simulate: say }, lang, shop }: Turn, given: Given): string {
  const { money, points, list } = formatIn(lang, shop.zone);
  const { cashbackCents, vouchers, voucherCents } = given;
  const parts: string[] = [];
  if (cashbackCents !== 0) parts.push(bold(money(cashbackCents)));
  if (given.points !== 0) parts.push(bold(points(given.points)));
  if (vouchers !== 0) parts.push(say.vouchers(vouchers, voucherCents === 0 ? null : money(voucherCents)));
  return parts.length === 0 ? bold(money(0)) : list(parts);
}

/** How much more or less of each kind one side gives than the other. */
export function differenceText(turn: Turn, proposed: BacktestSide, today: BacktestSide): string {
  const { say, lang, shop } = turn;
  const { money, points, list } = formatIn(lang, shop.zone);
  const more = (kind: keyof Given): number => proposed[kind] - today[kind];
  const signed = (kind: keyof Given, text: (quantity: number) => string): string =>
    `${more(kind) > 0 ? '+' : ''}${text(more(kind))}`;
  const parts: string[] = [];
  if (more('cashbackCents') !== 0) parts.push(bold(signed('cashbackCents', money)));
  if (more('points') !== 0) parts.push(bold(signed('points', points)));
  const worth = more('voucherCents') === 0 ? null : signed('voucherCents', money);
  if (more('vouchers') !== 0) parts.push(say.simulate.moreVouchers(more('vouchers'), worth));
  else if (worth !== null) parts.push(say.simulate.dearerVouchers(worth));
  return parts.length === 0 ? say.simulate.noDifference : list(parts);
}
