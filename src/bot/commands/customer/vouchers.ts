import { vouchersOf, type VoucherView } from '../../../loyalty';
import type { Command, Turn } from '../../command';
import { codeText, formatIn } from '../../messages';
import { fitting } from '../lines';

export const vouchers: Command = {
  name: 'vouchers',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quero ver|mostrar|listar|quais sao|cade)] [(os|meus|os meus)] (vouchers|vales|cupons)',
      '[(ver|quero ver|mostrar|cade)] meu (voucher|vale|cupom)',
      'voucher',
    ],
    en: [
      '[(see|show|show me|list|where are|what are)] [my] (vouchers|coupons)',
      '[(see|show|show me|where is)] my (voucher|coupon)',
      'voucher',
    ],
    es: [
      '[(ver|quiero ver|mostrar|listar|cuales son|donde estan)] [(mis|los)] (vales|vouchers|cupones)',
      '[(ver|quiero ver|mostrar|donde esta)] mi (vale|voucher|cupon)',
      'voucher',
    ],
  },
  examples: {
    pt: [
      { says: 'meus vouchers', args: {} },
      { says: 'cadê meu voucher?', args: {} },
    ],
    en: [
      { says: 'my vouchers', args: {} },
      { says: 'where is my voucher?', args: {} },
    ],
    es: [
      { says: 'mis vales', args: {} },
      { says: '¿dónde está mi vale?', args: {} },
    ],
  },
  async handle(turn) {
    const open = (await vouchersOf(turn.work, turn.speaker.customer.id))
      .filter((voucher) => voucher.state === 'open')
      .sort((a, b) => a.expiresAt - b.expiresAt);
    const say = turn.say.vouchers;
    if (open.length === 0) return { text: say.none };
    const lines = open.map((voucher) => lineOf(turn, voucher));
    const shown = fitting(lines, [say.title, say.others(lines.length), say.show]);
    const left = lines.length - shown.length;
    return { text: [say.title, ...shown, ...(left > 0 ? [say.others(left)] : []), say.show].join('\n') };
  },
};

function lineOf(turn: Turn, { code, valueCents, minimumPurchaseCents, expiresAt }: VoucherView): string {
  const format = formatIn(turn.lang, turn.shop.zone);
  return turn.say.vouchers.line({
    code: codeText(code),
    value: format.money(valueCents),
    day: format.lastDay(expiresAt),
    minimum: minimumPurchaseCents === null ? null : format.money(minimumPurchaseCents),
  });
}
