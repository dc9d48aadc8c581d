import { codeText, formatIn } from '../../../src/bot/messages';

const ZONE = 'America/Sao_Paulo';
const at = Date.parse('2026-11-24T14:05:00-03:00');

describe.each([
  {
    lang: 'pt' as const,
    money: 'R$ 1.234,50',
    day: '24/11/2026',
    short: '24/11',
    time: '14:05',
    percent: '12,5%',
    both: '*R$ 5,00* e *30 pontos*',
    points: '*30 pontos*',
    list: 'Stone, Cielo e Rede',
  },
  {
    lang: 'en' as const,
    money: 'R$ 1,234.50',
    day: 'Nov 24, 2026',
    short: 'Nov 24',
    time: '14:05',
    percent: '12.5%',
    both: '*R$ 5.00* and *30 points*',
    points: '*30 points*',
    list: 'Stone, Cielo, and Rede',
  },
  {
    lang: 'es' as const,
    money: 'R$ 1.234,50',
    day: '24/11/2026',
    short: '24/11',
    time: '14:05',
    percent: '12,5%',
    both: '*R$ 5,00* y *30 puntos*',
    points: '*30 puntos*',
    list: 'Stone, Cielo y Rede',
  },
])('in $lang', ({ lang, money, day, short, time, percent, both, points, list }) => {
  const format = formatIn(lang, ZONE);

  test('money, days, times and shares as its readers write them', () => {
    expect(format.money(123_450)).toBe(money);
    expect(format.day(at)).toBe(day);
    expect(format.dayAndMonth(at)).toBe(short);
    expect(format.time(at)).toBe(time);
    expect(format.percent(1250)).toBe(percent);
    expect(format.list(['Stone', 'Cielo', 'Rede'])).toBe(list);
  });

  test('amounts name what there is, and no cents where there is nothing', () => {
    expect(format.amounts({ cashbackCents: 500, points: 30 })).toBe(both);
    expect(format.amounts({ cashbackCents: 0, points: 30 })).toBe(points);
    expect(format.amounts({ cashbackCents: 0, points: 0 })).toBe(`*${format.money(0)}*`);
  });

  test('no no-break space is left', () => {
    const all = [money, format.money(-1), format.points(1234567), format.percent(3000), format.time(at)];
    expect(all.join('')).not.toMatch(/[\u00a0\u202f]/);
  });
});

test('points: one alone is singular, none is not', () => {
  const { points } = formatIn('pt', ZONE);
  expect([points(0), points(1), points(2), points(-1)]).toEqual([
    '0 pontos',
    '1 ponto',
    '2 pontos',
    '-1 ponto',
  ]);
});

test('days are those of the shop’s clock', () => {
  const late = Date.parse('2026-11-24T23:30:00-03:00');
  expect(formatIn('pt', ZONE).day(late)).toBe('24/11/2026');
  expect(formatIn('pt', 'America/Noronha').day(late)).toBe('25/11/2026');
});

test('what expires as a day begins can last be used on the day before', () => {
  const format = formatIn('pt', ZONE);
  expect(format.lastDay(Date.parse('2026-12-25T00:00:00-03:00'))).toBe('24/12/2026');
});

test('an unknown zone is an error, not another clock', () => {
  expect(() => formatIn('pt', 'Mars/Base')).toThrow(RangeError);
});

test('a code is shown in two groups', () => {
  expect(codeText('ABCD1234')).toBe('ABCD-1234');
});
