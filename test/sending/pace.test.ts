import { answerAt, noticeAt, numberFreeAt, type NumberFacts } from '../../src/bot/sending/pace';
import { ConfigError, readConfig } from '../../src/config';

const NOW = Date.parse('2026-11-24T12:00:00-03:00');
const DAY = 86_400_000;
const pace = readConfig({}).pace!;
const calm: NumberFacts = {
  since: NOW - 30 * DAY,
  last: null,
  lastFirstContact: null,
  answers: 0,
  oldestAnswer: null,
  inHour: 0,
  inDay: 0,
};
const message = (id: string, more: object = {}) => ({
  id,
  createdAt: NOW,
  peerLast: null,
  isFirstContact: false,
  ...more,
});
const ids = Array.from({ length: 500 }, (_, i) => `message ${i}`);
const within = (waits: number[], least: number, most: number): void => {
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
  expect(Math.max(...waits)).toBeLessThanOrEqual(most);
  // Jitter is spread, not a constant.
  expect(new Set(waits).size).toBeGreaterThan(waits.length / 2);
};

test('an answer comes three to nine seconds after what it answers, and always at one moment', () => {
  within(
    ids.map((id) => answerAt(pace, calm, message(id), NOW) - NOW),
    3_000,
    9_000,
  );
  expect(answerAt(pace, calm, message('a'), NOW)).toBe(answerAt(pace, calm, message('a'), NOW + 2_000));
});

test('the ninth answer within a minute waits until the first is a minute old', () => {
  const facts = { ...calm, answers: 8, oldestAnswer: NOW - 20_000 };
  expect(answerAt(pace, facts, message('a', { createdAt: NOW - 60_000 }), NOW)).toBe(NOW + 40_000);
});

test('two messages to one person are six seconds apart', () => {
  expect(noticeAt(pace, calm, message('a', { peerLast: NOW - 1_000 }))).toBe(NOW + 5_000);
  expect(answerAt(pace, calm, message('a', { createdAt: NOW - 60_000, peerLast: NOW }), NOW)).toBe(
    NOW + 6_000,
  );
});

test('first contacts are half a minute to a minute apart, others three to nine seconds', () => {
  const facts = { ...calm, last: NOW, lastFirstContact: NOW };
  within(
    ids.map((id) => noticeAt(pace, facts, message(id, { isFirstContact: true })) - NOW),
    30_000,
    60_000,
  );
  within(
    ids.map((_, i) => numberFreeAt(pace, { ...calm, last: NOW - i }, NOW) - (NOW - i)),
    3_000,
    9_000,
  );
});

test.each([
  [0, 19, 19, true],
  [0, 20, 20, false],
  [2.9, 5, 50, false],
  [3, 39, 199, true],
  [3, 40, 40, false],
  [6, 79, 499, true],
  [9.9, 10, 500, false],
  [10, 4_000, 40_000, true],
])('a number of %d days that wrote %i in the hour and %i in the day: %p', (days, inHour, inDay, goes) => {
  const facts = { ...calm, since: NOW - days * DAY, inHour, inDay };
  expect(numberFreeAt(pace, facts, NOW) <= NOW).toBe(goes);
  // Whoever asks is answered, however new the number is.
  expect(answerAt(pace, facts, message('a', { createdAt: NOW - 60_000 }), NOW)).toBeLessThanOrEqual(NOW);
});

test('all of it is configuration, and all its faults are told together', () => {
  const own = readConfig({
    ANSWER_SECONDS: '1-2',
    FIRST_CONTACT_SECONDS: '5-5',
    WARM_UP: '7:10/30',
    PEER_SECONDS: '0',
  });
  expect(own.pace).toMatchObject({
    answer: [1_000, 2_000],
    firstContact: [5_000, 5_000],
    peer: 0,
    stages: [{ days: 7, perHour: 10, perDay: 30 }],
  });
  expect(readConfig({ WARM_UP: 'off' }).pace?.stages).toEqual([]);
  expect(readConfig({ PACING: 'off' }).pace).toBeNull();
  const faulty = { ANSWER_SECONDS: '9-3', WARM_UP: 'slowly', ANSWERS_PER_MINUTE: '0' };
  const faults = (): string[] => {
    try {
      readConfig(faulty);
      return [];
    } catch (error) {
      return (error as ConfigError).faults.map(({ variable }) => variable);
    }
  };
  expect(faults().sort()).toEqual(Object.keys(faulty).sort());
});
