import type { Refusal } from '../../loyalty';
import type { Messages } from './catalogue';
import type { Format } from './format';

type CounterRefusal = Extract<
  Refusal,
  { code: 'claim-not-found' | 'claim-several' | 'claims-of-day' | 'sale-not-found' | 'till-key-limit' }
>;

const CODES: readonly string[] = [
  'claim-not-found',
  'claim-several',
  'claims-of-day',
  'sale-not-found',
  'till-key-limit',
];

export const isAtCounter = (refusal: Refusal): refusal is CounterRefusal => CODES.includes(refusal.code);

/** Why a sale is not whose it was said to be, or not taken back; why there is no further key for a till. */
export function counterRefusalText(
  refusal: CounterRefusal,
  { counter, tills }: Messages,
  { day, time }: Format,
): string {
  const { code } = refusal;
  if (code === 'till-key-limit') return tills.limit(refusal.maximum);
  if (code === 'claims-of-day')
    return counter.claim.manyToday(refusal.most, day(refusal.retryAt), time(refusal.retryAt));
  if (code === 'claim-not-found') return counter.claim.notFound;
  return code === 'claim-several' ? counter.claim.whatTime : counter.void.notFound;
}
