import { ruleSchema, type Language } from '../../../src/loyalty';
import { parseRule, printRule } from '../../../src/bot/understand';
import { asked, english, otherThings, portuguese, spanish, TODAY } from './rule-sentences';
import * as more from './rule-sentences-more';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

describe.each([
  ['pt', [...portuguese, ...more.portuguese]],
  ['en', [...english, ...more.english]],
  ['es', [...spanish, ...more.spanish]],
] as const)('rule sentences in %s', (lang, table) => {
  it.each(table)('%s', (says, rule) => {
    expect(parseRule(says, lang, TODAY)).toEqual({ rule });
    expect(ruleSchema.parse(rule)).toEqual(rule);
  });

  it.each(table)('is printed so that it is read back: %s', (_says, rule) => {
    for (const printed of LANGUAGES)
      expect(parseRule(printRule(rule, printed), printed, TODAY)).toEqual({ rule });
  });
});

describe('what is not understood is asked about', () => {
  it.each(asked)('%s: %s', (says, reason) => {
    expect(parseRule(says, 'pt', TODAY)).toMatchObject({ ask: { reason } });
  });
});

describe('what is no rule', () => {
  it.each(otherThings)('%s', (says) => {
    for (const lang of LANGUAGES) expect(parseRule(says, lang, TODAY)).toBeNull();
  });
});
