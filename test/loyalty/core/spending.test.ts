import { spendSoonest } from '../../../src/loyalty/core/ledger/spending';
import type { LotState } from '../../../src/loyalty/core/ledger/settlement';
import { tableOf } from '../../support/judging';

/**
 * Lots are written as `name 10 from 1 to 5`: ten cents, usable from the first instant on until the fifth, which is the first
 * at which it is expired; `to -` never is. They stand in an order that none of them has by right.
 */
const SPENDS = `
lots                                                        | spend | at | takes
a 10 from 1 to 5                                            | 10    | 1  | a 10
a 10 from 1 to 5                                            | 4     | 4  | a 4
a 10 from 1 to 5                                            | 1     | 0  | refused: 0
a 10 from 1 to 5                                            | 1     | 5  | refused: 0
a 10 from 1 to 5                                            | 11    | 4  | refused: 10
a 10 from 1 to -                                            | 10    | 99 | a 10
a 10 from 1 to -, b 10 from 1 to 9                          | 12    | 4  | b 10, a 2
a 10 from 1 to 9, b 10 from 1 to 5                          | 12    | 4  | b 10, a 2
a 10 from 1 to 9, b 10 from 1 to 5                          | 12    | 5  | refused: 10
a 10 from 1 to 9, b 10 from 6 to 8                          | 10    | 5  | a 10
a 10 from 1 to 9, b 10 from 6 to 8                          | 11    | 5  | refused: 10
a 10 from 1 to 9, b 10 from 6 to 8                          | 11    | 6  | b 10, a 1
a 10 from 2 to 9, b 10 from 1 to 9                          | 12    | 4  | b 10, a 2
b 10 from 1 to 9, a 10 from 1 to 9                          | 12    | 4  | a 10, b 2
a 0 from 1 to 5, b 3 from 1 to 9                            | 3     | 4  | b 3
a 5 from 1 to -, b 5 from 1 to -, c 5 from 1 to 9           | 15    | 4  | c 5, a 5, b 5
`;

const lotWritten = (text: string): LotState => {
  const [id = '', remaining, , from, , to] = text.split(' ');
  return {
    id,
    asset: 'cashback',
    remaining: Number(remaining),
    availableAt: Number(from),
    expiresAt: to === '-' ? null : Number(to),
  };
};

it.each(tableOf(SPENDS))('of %s, %s at %s: %s', (lots, spend, at, takes) => {
  const points: LotState = { ...lotWritten('p 100 from 0 to 3'), asset: 'points' };
  const spent = spendSoonest(
    [points, ...lots.split(', ').map(lotWritten)],
    'cashback',
    Number(spend),
    Number(at),
  );
  const told = spent.ok
    ? spent.value.map(({ lotId, quantity }) => `${lotId} ${quantity}`).join(', ')
    : `refused: ${spent.refusal.code === 'insufficient-balance' ? spent.refusal.available : spent.refusal.code}`;
  expect(told).toBe(takes);
});
