import type { Language, VoucherBenefit } from '../../loyalty';
import type { Card } from '../command';
import { cleanName, codeText, formatIn } from '../messages';

/** The words on a voucher's picture. */
export interface VoucherWords {
  /** What it is, above its value. */
  kind: Record<VoucherBenefit['kind'], string>;
  /** What it is for, below its value. */
  use: Record<VoucherBenefit['kind'], string>;
  /** In the place of `use`, where a share has a ceiling. */
  upTo: (most: string) => string;
  show: string;
  from: string;
  until: string;
  minimum: string;
  stores: (names: string) => string;
}

export const VOUCHER_WORDS: Record<Language, VoucherWords> = {
  pt: {
    kind: {
      'voucher-fixed': 'Vale-compra',
      'voucher-percent': 'Vale-desconto',
      'voucher-item': 'Vale-brinde',
    },
    use: {
      'voucher-fixed': 'para usar na sua próxima compra',
      'voucher-percent': 'de desconto na sua próxima compra',
      'voucher-item': 'para retirar na loja',
    },
    upTo: (most) => `de desconto na próxima compra, até ${most}`,
    show: 'Mostre este código no caixa',
    from: 'Vale desde',
    until: 'Válido até',
    minimum: 'Compra mínima',
    stores: (names) => `Só em: ${names}`,
  },
  en: {
    kind: {
      'voucher-fixed': 'Voucher',
      'voucher-percent': 'Discount voucher',
      'voucher-item': 'Gift voucher',
    },
    use: {
      'voucher-fixed': 'to use on your next purchase',
      'voucher-percent': 'off your next purchase',
      'voucher-item': 'to pick up at the shop',
    },
    upTo: (most) => `off your next purchase, up to ${most}`,
    show: 'Show this code at the checkout',
    from: 'Valid from',
    until: 'Valid until',
    minimum: 'Minimum purchase',
    stores: (names) => `Only at: ${names}`,
  },
  es: {
    kind: {
      'voucher-fixed': 'Vale de compra',
      'voucher-percent': 'Vale de descuento',
      'voucher-item': 'Vale de regalo',
    },
    use: {
      'voucher-fixed': 'para usar en tu próxima compra',
      'voucher-percent': 'de descuento en tu próxima compra',
      'voucher-item': 'para retirar en la tienda',
    },
    upTo: (most) => `de descuento en tu próxima compra, hasta ${most}`,
    show: 'Muestra este código en la caja',
    from: 'Válido desde',
    until: 'Válido hasta',
    minimum: 'Compra mínima',
    stores: (names) => `Solo en: ${names}`,
  },
};

/** What the card says, as the reader writes it. */
export interface VoucherFigures {
  value: string;
  /** What the value is for. */
  use: string;
  code: string;
  /** Null where it can be used at once. */
  firstDay: string | null;
  lastDay: string;
  /** Null where any purchase will do. */
  minimum: string | null;
  /** Null where any store will do. */
  stores: string | null;
}

export function figuresOf(card: Card, code: string): VoucherFigures {
  const { benefit, availableAt, expiresAt, minimumPurchaseCents: minimum, stores } = card;
  const format = formatIn(card.lang, card.zone);
  const words = VOUCHER_WORDS[card.lang];
  const most = benefit.kind === 'voucher-percent' ? benefit.max_cents : undefined;
  return {
    value: valueOf(card),
    use: most === undefined ? words.use[benefit.kind] : words.upTo(format.money(most)),
    code: codeText(code.replaceAll('-', '')),
    firstDay: availableAt === null ? null : format.day(availableAt),
    lastDay: format.lastDay(expiresAt),
    minimum: minimum === null ? null : format.money(minimum),
    stores:
      stores === null ? null : words.stores(format.list(stores.map((store) => cleanName(store) ?? '…'))),
  };
}

function valueOf({ benefit, lang, zone }: Card): string {
  const { money, percent } = formatIn(lang, zone);
  if (benefit.kind === 'voucher-fixed') return money(benefit.cents);
  return benefit.kind === 'voucher-percent' ? percent(benefit.bps) : (cleanName(benefit.name) ?? '…');
}

/** The picture in words, for those who cannot see it. */
export function voucherAltText(card: Card, code: string): string {
  const words = VOUCHER_WORDS[card.lang];
  const { value, use, code: shown, firstDay, lastDay, minimum, stores } = figuresOf(card, code);
  const worth = card.benefit.kind === 'voucher-fixed' ? value : `${value} ${use}`;
  const parts = [`${card.shop}: ${words.kind[card.benefit.kind]}, ${worth}, ${shown}`];
  if (firstDay !== null) parts.push(`${words.from} ${firstDay}`);
  parts.push(`${words.until} ${lastDay}`);
  if (minimum !== null) parts.push(`${words.minimum}: ${minimum}`);
  if (stores !== null) parts.push(stores);
  return `${parts.join('. ')}.`;
}
