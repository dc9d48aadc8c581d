import { vouchersOf, type VoucherView } from '../../../loyalty';
import type { Command, Turn } from '../../command';
import { codePlace, codeText, formatIn } from '../../messages';
import { fitting } from '../lines';
import { termsIn, usageLines, worthIn } from '../voucher-answers';

export const vouchers: Command = {
  name: 'vouchers',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quero ver|mostrar|listar|quais sao|cade)] [(os|meus|os meus)] (vouchers|vales|cupons)',
      '[(ver|quero ver|mostrar|cade)] meu (voucher|vale|cupom)',
      'voucher',
      // Whoever scans their own voucher's QR.
      '(validar|valida) [o] [(voucher|codigo|vale|cupom)] {code}',
    ],
    en: [
      '[(see|show|show me|list|where are|what are)] [my] (vouchers|coupons)',
      '[(see|show|show me|where is)] my (voucher|coupon)',
      'voucher',
      'validate [the] [(voucher|code|coupon)] {code}',
    ],
    es: [
      '[(ver|quiero ver|mostrar|listar|cuales son|donde estan)] [(mis|los)] (vales|vouchers|cupones)',
      '[(ver|quiero ver|mostrar|donde esta)] mi (vale|voucher|cupon)',
      'voucher',
      '(validar|valida) [el] [(vale|codigo|voucher|cupon)] {code}',
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
    const open = (await vouchersOf(turn.work, turn.speaker.customer.id)).filter(
      (voucher) => voucher.state === 'open',
    );
    const say = turn.say.vouchers;
    if (open.length === 0) return { text: say.none };
    const usage = await usageLines(turn, null);
    // A code's place is longer than the code, which is what a screen has to hold.
    const sizes = open.map((voucher) => lineOf(turn, voucher, codeText(voucher.code)));
    const fits = fitting(sizes, [say.title, say.others(open.length), say.show, ...usage]).length;
    const shown = open.slice(0, fits).map((voucher) => lineOf(turn, voucher, codePlace(voucher.id)));
    const left = open.length - fits;
    return {
      text: [say.title, ...shown, ...(left > 0 ? [say.others(left)] : []), say.show, ...usage].join('\n'),
    };
  },
};

function lineOf(turn: Turn, voucher: VoucherView, code: string): string {
  const { benefit, availableAt } = voucher;
  const since = availableAt > turn.now ? formatIn(turn.lang, turn.shop.zone).day(availableAt) : null;
  const worth = worthIn(turn, benefit);
  return turn.say.vouchers.line({ code, worth, since, ...termsIn(turn, voucher) });
}
