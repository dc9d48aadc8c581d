import type { Language, VoucherBenefit } from '../../../loyalty';
import { plain } from '../normalise';
import { parseAmount, parseDecimal } from './amounts';

const OFF = '(?:de desconto|de descuento|de desc|off|discount)';
const VOUCHER = '(?:(?:um |un |a )?(?:voucher|vale|cupom|cupon)(?: (?:de|of|por))? )?';
const MONEY = /r\$|\breais?\b|\breales\b/;
const SHARE = new RegExp(
  `^${VOUCHER}(\\d[\\d.,]*) ?%(?: ${OFF})?(?:,? (?:ate|hasta|up to|maximo|maximum) (.+))?$`,
);
const AMOUNT = new RegExp(`^${VOUCHER}(.+?)(?: ${OFF})?$`);
const LARGEST_CENTS = 100_000_000;

/**
 * What a voucher is to be worth, as people name it: `R$ 10`, `20% de desconto até R$ 30`, or a thing by its name. Null
 * where a number can be read in two ways, or is nothing that a voucher can be worth.
 */
export function readWorth(written: string, lang: Language): VoucherBenefit | null {
  const text = plain(written).replaceAll(/\s+/g, ' ').trim();
  const [isShare, share = '', ceiling] = SHARE.exec(text) ?? [];
  if (isShare !== undefined) {
    const bps = parseDecimal(share);
    if (typeof bps !== 'number' || bps < 1 || bps > 10_000) return null;
    if (ceiling === undefined) return { kind: 'voucher-percent', bps };
    const most = centsOf(ceiling, lang);
    return most === null ? null : { kind: 'voucher-percent', bps, max_cents: most };
  }
  if (MONEY.test(text)) {
    const cents = centsOf(AMOUNT.exec(text)?.[1] ?? '', lang);
    return cents === null ? null : { kind: 'voucher-fixed', cents };
  }
  return /\p{L}/u.test(text) && !text.includes('%') ? { kind: 'voucher-item', name: written } : null;
}

function centsOf(text: string, lang: Language): number | null {
  const cents = parseAmount(text, lang);
  return typeof cents === 'number' && cents > 0 && cents <= LARGEST_CENTS ? cents : null;
}
