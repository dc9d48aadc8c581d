import { LANGUAGES } from '../../../src/loyalty';
import { messagesIn } from '../../../src/bot/messages';

/** Stands for whatever a text is given: a string, or an object all of whose fields are strings. */
const anything: unknown = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 'X' : 'X') });

/** Every text of a catalogue with its path, those that take something filled in. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') {
    const fill = value as (...args: unknown[]) => string;
    const given = path.endsWith('.notAllowed') ? 'owner' : anything;
    return [{ path, text: fill(...Array.from({ length: fill.length }, () => given)) }];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const texts = textsOf(messagesIn(lang), lang);

  test.each(texts)('$path keeps to the style of the chat', ({ text }) => {
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text.trim()).toBe(text);
    expect(text).not.toMatch(/undefined|null|\[object|  /);
    expect(text.replace(/\p{Extended_Pictographic}$/u, '')).not.toMatch(/\p{Extended_Pictographic}/u);
    // Bold is kept for what is put in: an amount, a code or a date.
    expect(text.replaceAll('*X*', '')).not.toMatch(/[*_~`]/);
  });
});

test('the languages have the same texts, and each its own', () => {
  const [pt, en, es] = LANGUAGES.map((lang) => textsOf(messagesIn(lang), ''));
  const paths = (of: { path: string }[] | undefined): string[] => (of ?? []).map(({ path }) => path).sort();
  expect(paths(en)).toEqual(paths(pt));
  expect(paths(es)).toEqual(paths(pt));
  const shared = (pt ?? []).filter(
    ({ path, text }) => text.length > 25 && en?.some((other) => other.path === path && other.text === text),
  );
  expect(shared).toEqual([]);
});
