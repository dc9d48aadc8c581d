/** What a balance is counted in: cashback in cents of BRL, points in whole points. */
export type Asset = 'cashback' | 'points';

export const ASSETS: readonly Asset[] = ['cashback', 'points'];

/** A quantity of one asset, in its minor unit; always a safe integer. */
export interface Amount {
  readonly asset: Asset;
  readonly quantity: number;
}

/** The largest amount of one sale that is believed: R$ 10 million, in cents. */
export const MAX_SALE_CENTS = 1_000_000_000;

/** One hundred per cent, in basis points. */
export const WHOLE_BPS = 10_000;
