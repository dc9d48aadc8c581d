import type { Refusal } from '../../loyalty';
import type { Messages } from './catalogue';

type CounterRefusal = Extract<Refusal, { code: 'claim-not-found' | 'claim-several' | 'sale-not-found' }>;

const CODES: readonly string[] = ['claim-not-found', 'claim-several', 'sale-not-found'];

export const isAtCounter = (refusal: Refusal): refusal is CounterRefusal => CODES.includes(refusal.code);

/** Why a sale is not whose it was said to be, or not taken back. */
export function counterRefusalText({ code }: CounterRefusal, { counter }: Messages): string {
  if (code === 'claim-not-found') return counter.claim.notFound;
  return code === 'claim-several' ? counter.claim.whatTime : counter.void.notFound;
}
