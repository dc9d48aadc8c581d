import { periodKeys } from '../../../src/loyalty/core/time/calendar';
import { Zone } from '../../../src/loyalty/core/time/zone';
import { judgeOf, pastWritten, ruleOf, saleMade, tableOf, totals } from '../../support/judging';

/** Since 2019, when summer time ended. */
const BRAZIL = `
zone                 | offset
America/Noronha      | -02:00
America/Sao_Paulo    | -03:00
America/Bahia        | -03:00
America/Fortaleza    | -03:00
America/Belem        | -03:00
America/Manaus       | -04:00
America/Cuiaba       | -04:00
America/Campo_Grande | -04:00
America/Porto_Velho  | -04:00
America/Boa_Vista    | -04:00
America/Rio_Branco   | -05:00
`;

/** Each rule holds from the first moment on until the second, on the shop's own clock, 24 November being a Tuesday. */
const SPANS = `
rule                         | past                                 | from                | until
5% on:2                      | nothing                              | 2026-11-24T00:00:00 | 2026-11-25T00:00:00
5% on:2 14:00-18:00          | nothing                              | 2026-11-24T14:00:00 | 2026-11-24T18:00:00
5% 22:00-24:00               | nothing                              | 2026-11-24T22:00:00 | 2026-11-25T00:00:00
5% 22:00-02:00               | nothing                              | 2026-11-24T22:00:00 | 2026-11-25T02:00:00
5% on:2 22:00-02:00          | nothing                              | 2026-11-24T22:00:00 | 2026-11-25T02:00:00
5% 2026-12-31..2026-12-31 22:00-02:00 | nothing                     | 2026-12-31T22:00:00 | 2027-01-01T02:00:00
5% birthday:day 22:00-02:00  | birthday:11-24                       | 2026-11-24T22:00:00 | 2026-11-25T02:00:00
5% 2026-12-01..2026-12-24    | nothing                              | 2026-12-01T00:00:00 | 2026-12-25T00:00:00
5% birthday:day              | birthday:11-24                       | 2026-11-24T00:00:00 | 2026-11-25T00:00:00
5% birthday:week             | birthday:11-24                       | 2026-11-23T00:00:00 | 2026-11-30T00:00:00
5% birthday:month            | birthday:11-24                       | 2026-11-01T00:00:00 | 2026-12-01T00:00:00
5% birthday:day              | birthday:02-29                       | 2027-02-28T00:00:00 | 2027-03-01T00:00:00
5% birthday:day              | birthday:01-01                       | 2027-01-01T00:00:00 | 2027-01-02T00:00:00
`;

describe.each(tableOf(BRAZIL))('in %s', (name, offset) => {
  it.each(tableOf(SPANS))('%s · %s · from %s until %s', (rule, past, from, until) => {
    const judge = judgeOf([ruleOf(rule)], name);
    const [first, end] = [Date.parse(`${from}${offset}`), Date.parse(`${until}${offset}`)];
    const given = [first - 1, first, end - 1, end].map(
      (occurredAt) => totals(judge(saleMade({ occurredAt }), pastWritten(past))).cashback,
    );
    expect(given).toEqual([0, 500, 500, 0]);
  });

  it('away for so many of the shop’s days', () => {
    const judge = judgeOf([ruleOf('5% away:30d')], name);
    const past = pastWritten(`last:2026-10-25T23:59:59.999${offset}`);
    const midnight = Date.parse(`2026-11-24T00:00:00${offset}`);
    expect(totals(judge(saleMade({ occurredAt: midnight - 1 }), past)).cashback).toBe(0);
    expect(totals(judge(saleMade({ occurredAt: midnight }), past)).cashback).toBe(500);
  });

  it('expires at the end of the shop’s day, whatever way its days are counted', () => {
    const late = saleMade({ occurredAt: Date.parse(`2026-11-24T23:59:59.999${offset}`) });
    const dayAfter = (rule: string): number | null | undefined => {
      const verdict = judgeOf([ruleOf(rule)], name)(late);
      return verdict.grants[0]?.expiresAt ?? verdict.vouchers[0]?.expiresAt;
    };
    const midnight = (date: string): number => Date.parse(`${date}T00:00:00${offset}`);
    expect(dayAfter('5% for:30d')).toBe(midnight('2026-12-25'));
    expect(dayAfter('5% after:1d for:30d')).toBe(midnight('2026-12-26'));
    expect(dayAfter('5% rolling:30d')).toBe(midnight('2026-12-25'));
    expect(dayAfter('5% after:8d rolling:30d')).toBe(midnight('2026-12-25'));
    expect(dayAfter('voucher:R$15')).toBe(midnight('2026-12-25'));
    expect(dayAfter('voucher:R$15 for:7d')).toBe(midnight('2026-12-02'));
  });

  it('a day, a week and a month turn at the shop’s midnight', () => {
    const zone = Zone.of(name);
    const at = (text: string): number => Date.parse(`${text}${offset}`);
    const turn = at('2027-01-04T00:00:00');
    expect(periodKeys(zone, turn - 1)).toEqual({ day: '2027-01-03', week: '2026-W53', month: '2027-01' });
    expect(periodKeys(zone, turn)).toEqual({ day: '2027-01-04', week: '2027-W01', month: '2027-01' });
    const month = at('2026-12-01T00:00:00');
    expect(periodKeys(zone, month - 1)).toEqual({ day: '2026-11-30', week: '2026-W49', month: '2026-11' });
    expect(periodKeys(zone, month)).toEqual({ day: '2026-12-01', week: '2026-W49', month: '2026-12' });
  });
});
