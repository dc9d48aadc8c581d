import type { Language } from '../../loyalty';
import type { Card } from '../command';
import { codeText, formatIn } from '../messages';

/** The words on a voucher's picture. */
export interface VoucherWords {
  kind: string;
  use: string;
  show: string;
  until: string;
  minimum: string;
}

export const VOUCHER_WORDS: Record<Language, VoucherWords> = {
  pt: {
    kind: 'Vale-compra',
    use: 'para usar na sua próxima compra',
    show: 'Mostre este código no caixa',
    until: 'Válido até',
    minimum: 'Compra mínima',
  },
  en: {
    kind: 'Voucher',
    use: 'to use on your next purchase',
    show: 'Show this code at the checkout',
    until: 'Valid until',
    minimum: 'Minimum purchase',
  },
  es: {
    kind: 'Vale de compra',
    use: 'para usar en tu próxima compra',
    show: 'Muestra este código en la caja',
    until: 'Válido hasta',
    minimum: 'Compra mínima',
  },
};

/** What the card says, as the reader writes it. */
export interface VoucherFigures {
  value: string;
  code: string;
  lastDay: string;
  /** Null where any purchase will do. */
  minimum: string | null;
}

export function figuresOf(card: Card): VoucherFigures {
  const format = formatIn(card.lang, card.zone);
  return {
    value: format.money(card.valueCents),
    code: codeText(card.code.replaceAll('-', '')),
    lastDay: format.lastDay(card.expiresAt),
    minimum: card.minimumPurchaseCents === null ? null : format.money(card.minimumPurchaseCents),
  };
}

/** The picture in words, for those who cannot see it. */
export function voucherAltText(card: Card): string {
  const words = VOUCHER_WORDS[card.lang];
  const { value, code, lastDay, minimum } = figuresOf(card);
  const parts = [`${card.shop}: ${words.kind}, ${value}, ${code}`, `${words.until} ${lastDay}`];
  if (minimum !== null) parts.push(`${words.minimum}: ${minimum}`);
  return `${parts.join('. ')}.`;
}
