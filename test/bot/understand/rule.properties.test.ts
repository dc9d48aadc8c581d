import fc from 'fast-check';
import { applyChange, parseChange, parseRule, printRule } from '../../../src/bot/understand';
import { ruleSchema, type Language, type Rule } from '../../../src/loyalty';
import { PartCount } from '../../support/rule-parts';
import { rules } from './rule-arbitraries';
import { TODAY } from './rule-sentences';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

describe('what is printed', () => {
  it.each(LANGUAGES)('is read back as the same rule in %s', (lang) => {
    const parts = new PartCount();
    fc.assert(
      fc.property(rules, (rule) => {
        parts.note(rule);
        expect(parseRule(printRule(rule, lang), lang, TODAY)).toEqual({ rule });
      }),
      { numRuns: 1200 },
    );
    expect(parts.below(20)).toEqual([]);
  });

  it('is one line without markup where the names are', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...LANGUAGES), (rule, lang) => {
        const unnamed = printRule(rule, lang).replaceAll(/"(?:[^"\\]|\\[^])*"/g, '');
        expect(unnamed).toMatch(/^[^\n\r*_~`"]+$/);
      }),
    );
  });
});

describe('what is printed after “in rule 7”', () => {
  const header: Record<Language, string> = { pt: 'na regra 7,', en: 'in rule 7,', es: 'en la regla 7,' };
  const bare = ({ benefit }: Rule): Rule => ({ benefit });

  it.each(LANGUAGES)('changes that rule to what was printed, in %s', (lang) => {
    fc.assert(
      fc.property(rules, (rule) => {
        const read = parseChange(`${header[lang]} ${printRule(rule, lang)}`, lang, TODAY);
        const change = read !== null && 'change' in read ? read.change : {};
        expect(read).toMatchObject({ number: 7, change: { benefit: rule.benefit } });
        expect(applyChange(bare(rule), change)).toEqual({ rule });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is said', () => {
  it('is a whole rule, a question or nothing, whatever it is', () => {
    const words = fc.constantFrom(
      ...'cashback pontos 5% 10 R$ 50 acima de a partir das 14h às 18h segunda até 24/12 dezembro loja "x máximo'.split(
        ' ',
      ),
    );
    const said = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(words, { maxLength: 3 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...LANGUAGES), (text, lang) => {
        const heard = parseRule(`cashback 5% ${text}`, lang, TODAY);
        fc.pre(heard !== null && 'rule' in heard);
        expect(ruleSchema.parse(heard.rule)).toEqual(heard.rule);
      }),
      { numRuns: 200, maxSkipsPerRun: 1000 },
    );
  });

  it('loses no number: a rule with one more number beside it is asked about', () => {
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1001, max: 9999 }),
        fc.constantFrom(...LANGUAGES),
        (rule, number, lang) => {
          const heard = parseRule(`${number}, ${printRule(rule, lang)}`, lang, TODAY);
          expect(heard).toMatchObject({ ask: { reason: 'number-left-over' } });
        },
      ),
      { numRuns: 500 },
    );
  });
});
