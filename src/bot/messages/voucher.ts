import type { Language, VoucherBenefit } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName } from './clean';
import { formatIn } from './format';

/** What a voucher is worth, in a few words: `R$ 15,00`, `20% de desconto, até R$ 30,00`, `café`. */
export function worthOf(benefit: VoucherBenefit, lang: Language, zone: string): string {
  const { money, percent } = formatIn(lang, zone);
  if (benefit.kind === 'voucher-fixed') return money(benefit.cents);
  if (benefit.kind === 'voucher-item') return cleanName(benefit.name) ?? '…';
  const { bps, max_cents: most } = benefit;
  return messagesIn(lang).worth.percent(percent(bps), most === undefined ? null : money(most));
}
