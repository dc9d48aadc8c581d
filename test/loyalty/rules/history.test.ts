import { twelveMonthsBefore } from '../../../src/loyalty/core/time/calendar';
import { History } from '../../../src/loyalty/core/rules/history';
import { needsOf } from '../../../src/loyalty/core/rules/needs';
import type { Settings } from '../../../src/loyalty/core/rules/rule';
import { tierOf } from '../../../src/loyalty/core/rules/tier';
import { Zone } from '../../../src/loyalty/core/time/zone';
import { cents, rulesOf, SAO_PAULO, saleMade, tableOf, totals, versionOf } from '../../support/judging';

const TIERS: Partial<Settings> = {
  tiers: [
    { name: 'Prata', min_cents: 50_000 },
    { name: 'Ouro', min_cents: 100_000 },
  ],
};

/** Sales of `buyer day[Thour] reais[ refunded:reais]` in their order; what each gave. */
function story(rules: string, sales: string, settings: Partial<Settings> = TIERS): string[] {
  const history = new History(versionOf(rulesOf(rules), settings), Zone.of(SAO_PAULO));
  return tableOf(`buyer | day | reais | refunded | gives\n${sales.trim()}`).map(
    ([buyer = '', day = '', reais = '', refunded = '']) => {
      const verdict = history.add(
        buyer,
        saleMade({
          occurredAt: Date.parse(`${day.includes('T') ? day : `${day}T12:00`}:00-03:00`),
          totalCents: cents(reais),
          refundedCents: cents(refunded),
        }),
      );
      const { cashback, points } = totals(verdict);
      const parts = [
        ...(cashback > 0 ? [(cashback / 100).toFixed(2)] : []),
        ...(points > 0 ? [`${points}pt`] : []),
        ...verdict.vouchers.map(({ benefit }) => benefit.kind),
      ];
      return parts.join(' ') || 'nothing';
    },
  );
}

/** The last column of the table is what each sale gave. */
function tells(rules: string, sales: string): void {
  const wanted = tableOf(`heading\n${sales.trim()}`).map((cells) => cells.at(-1));
  expect(story(rules, sales)).toEqual(wanted);
}

describe('sales in the order of time', () => {
  it('ten purchases fill a card: the fourth is too small, so nothing until an eleventh', () => {
    tells(
      'voucher:R$15 every:10 >=20',
      `
ana | 2026-11-01 | 20.00 | 0 | nothing
ana | 2026-11-02 | 20.00 | 0 | nothing
ana | 2026-11-03 | 20.00 | 0 | nothing
ana | 2026-11-04 | 19.99 | 0 | nothing
ana | 2026-11-05 | 20.00 | 0 | nothing
ana | 2026-11-06 | 20.00 | 0 | nothing
ana | 2026-11-07 | 20.00 | 0 | nothing
ana | 2026-11-08 | 20.00 | 0 | nothing
ana | 2026-11-09 | 20.00 | 0 | nothing
ana | 2026-11-10 | 20.00 | 0 | nothing
ana | 2026-11-11 | 20.00 | 0 | voucher-fixed
ana | 2026-11-12 | 20.00 | 0 | nothing
`,
    );
  });

  it('each customer has a card, a first purchase and limits of their own; a budget is everyone’s', () => {
    tells(
      'voucher:R$15 every:2; R$5 first; 5% day:R$2 budget:R$4.50',
      `
ana | 2026-11-01T10:00 | 40.00 | 0     | 7.00
bia | 2026-11-01T11:00 | 20.00 | 0     | 6.00
ana | 2026-11-01T12:00 | 40.00 | 0     | voucher-fixed
ana | 2026-11-02T00:00 | 20.00 | 0     | 1.00
caio | 2026-11-02T10:00 | 40.00 | 0    | 5.50
ana | 2026-11-03T10:00 | 40.00 | 0     | voucher-fixed
`,
    );
  });

  it('a day, a week and a month begin anew', () => {
    tells(
      '1pt/R$1 day:30pt week:50pt month:80pt',
      `
ana | 2026-11-23 | 40.00 | 0 | 30pt
ana | 2026-11-23 | 40.00 | 0 | nothing
ana | 2026-11-24 | 40.00 | 0 | 20pt
ana | 2026-11-29 | 40.00 | 0 | nothing
ana | 2026-11-30 | 40.00 | 0 | 30pt
ana | 2026-12-01 | 40.00 | 0 | 20pt
ana | 2026-12-02 | 40.00 | 0 | nothing
ana | 2026-12-07 | 40.00 | 0 | 30pt
`,
    );
  });

  it('a purchase that came back whole is none', () => {
    tells(
      'R$5 first; R$7 nth:2; R$9 away:30d',
      `
ana | 2026-09-01 | 50.00 | 50.00 | nothing
ana | 2026-09-02 | 50.00 | 0     | 5.00
ana | 2026-10-20 | 50.00 | 50.00 | nothing
ana | 2026-10-21 | 50.00 | 10.00 | 16.00
ana | 2026-11-19 | 50.00 | 0     | nothing
ana | 2026-12-19 | 50.00 | 0     | 9.00
`,
    );
  });

  it('a tier is by what was bought in the twelve months before, never by what was given', () => {
    tells(
      '1%; R$1 tier:Prata; R$2 tier:Ouro',
      `
ana | 2025-01-10T00:00 | 400.00 | 0      | 4.00
ana | 2025-03-01T10:00 | 200.00 | 100.00 | 1.00
ana | 2025-03-02T10:00 | 500.00 | 0      | 6.00
ana | 2025-03-03T10:00 | 100.00 | 0      | 3.00
ana | 2026-01-10T23:59 | 100.00 | 0      | 3.00
ana | 2026-01-11T00:00 | 100.00 | 0      | 2.00
ana | 2026-03-04T00:00 | 100.00 | 0      | 1.00
`,
    );
  });

  it('what is known of a customer from elsewhere is asked for', () => {
    const version = versionOf(rulesOf('1% birthday:month; 2% labels:vip; 4% tier:Ouro'), TIERS);
    const history = new History(version, Zone.of(SAO_PAULO), (id) =>
      id === 'ana'
        ? { birthday: '11-02', labels: ['vip'], tier: 'Ouro' }
        : { birthday: null, labels: [], tier: null },
    );
    expect(totals(history.add('ana', saleMade())).cashback).toBe(700);
    expect(totals(history.add('bia', saleMade())).cashback).toBe(0);
  });

  it('a later state of a sale is judged on the past that the sale met', () => {
    const history = new History(versionOf(rulesOf('voucher:R$15 every:2; R$5 first')), Zone.of(SAO_PAULO));
    const past = history.pastOf('ana', saleMade().occurredAt);
    history.add('ana', saleMade());
    history.add('ana', saleMade());
    expect(totals(history.judge(saleMade({ refundedCents: 9_700 }), past)).cashback).toBe(300);
    expect(history.judge(saleMade({ refundedCents: 10_000 }), past).counts).toEqual([]);
  });
});

describe('the twelve months before a sale', () => {
  it.each([
    ['2026-11-24T14:00:00-03:00', '2025-11-24T00:00:00-03:00'],
    ['2026-11-25T02:59:59Z', '2025-11-24T00:00:00-03:00'],
    ['2026-11-25T03:00:00Z', '2025-11-25T00:00:00-03:00'],
    ['2028-02-29T10:00:00-03:00', '2027-02-28T00:00:00-03:00'],
    ['2029-02-28T10:00:00-03:00', '2028-02-28T00:00:00-03:00'],
    ['2019-02-10T10:00:00-02:00', '2018-02-10T00:00:00-02:00'],
    ['2019-03-10T10:00:00-03:00', '2018-03-10T00:00:00-03:00'],
  ])('before %s begin at %s', (at, from) => {
    expect(twelveMonthsBefore(Zone.of(SAO_PAULO), Date.parse(at))).toBe(Date.parse(from));
  });
});

it.each([
  [0, null],
  [49_999, null],
  [50_000, 'Prata'],
  [99_999, 'Prata'],
  [100_000, 'Ouro'],
])('who bought for %d cents is in %s', (bought, tier) => {
  expect(tierOf(versionOf([], TIERS).settings, bought)).toBe(tier);
});

describe('what a program needs to know', () => {
  const nothing = {
    purchases: false,
    lastPurchase: false,
    tier: false,
    birthday: false,
    labels: false,
    items: false,
    stamps: [],
    nths: [],
    periods: { day: [], week: [], month: [] },
    budgets: [],
    rollingDays: [],
  };

  it('is nothing where every rule looks at the sale alone', () => {
    expect(
      needsOf(versionOf(rulesOf('5% >50 on:2 14:00-18:00 max:R$20 for:30d; points*2; 1pt/R$1'))),
    ).toEqual(nothing);
  });

  it.each([
    ['5%; 5% first', { purchases: true }],
    ['5% nth:3', { purchases: true, nths: [0] }],
    ['5% away:3d', { lastPurchase: true }],
    ['5% tier:Ouro', { tier: true }],
    ['points*2 birthday:day', { birthday: true }],
    ['5% labels:vip', { labels: true }],
    ['5% only:a', { items: true }],
    ['5% except-sku:a', { items: true }],
    ['5%; voucher:R$5 every:3 budget:R$50', { stamps: [1], budgets: [1] }],
    [
      '5% day:R$5 week:R$9; 5%; 1pt month:5pt; 5% month:R$5',
      { periods: { day: [0], week: [0], month: [2, 3] } },
    ],
    ['5% rolling:30d', { rollingDays: [30] }],
  ])('of %s', (rules, needs) => {
    expect(needsOf(versionOf(rulesOf(rules)))).toEqual({ ...nothing, ...needs });
  });
});
