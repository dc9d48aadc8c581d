import type { Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printList } from '../../figures';
import { ways } from '../../sentence';
import { quote, quotedName } from '../../tokens';

type Group = 'brands' | 'acquirers' | 'terminals' | 'stores';

/** A name that needs no quotes: as a sale has it, as it is printed, and how else it is said. */
type Known = readonly [name: string, printed: string, ...said: string[]];

interface Names {
  group: Group;
  /** Before names in quotes. */
  noun: Record<Language, string>;
  printed: Record<Language, string>;
  known: readonly Known[];
  /** Before names without quotes, where other words serve too. */
  before: Record<Language, string>;
  /** The names that need no noun: all, or those that are nothing else. */
  alone: boolean | readonly string[];
  /** What a name without quotes may look like beside the known ones. */
  word: string | null;
}

/** Leads to a name, in the ways of `sentence.ts`. */
export const BEFORE = {
  pt: '(?:(?:so|somente|apenas|em|no|na|nos|nas|com|pela|pelo|pelas|pelos|a|o) )*',
  en: '(?:(?:only|on|at|with|in|by|through|via|the) )*',
  es: '(?:(?:solo|en|el|la|los|las|con|por) )*',
};
const OF = {
  pt: '(?:(?:da|do|de|das|dos|chamada|numero|a|o) )*',
  en: '(?:(?:of|the|called|number) )*',
  es: '(?:(?:de la|de|del|llamada|numero|la|el) )*',
};
const BY = {
  pt: '(?:so |somente |apenas )?(?:na|no|nas|pela|pelo|com|em|da)',
  en: '(?:only )?(?:on|with|at|via|through|by)(?: the)?',
  es: '(?:solo )?(?:en|con|por|de)(?: la| el)?',
};
const AND = { pt: '(?:, e|, ou|,|e|ou)', en: '(?:, and|, or|,|and|or)', es: '(?:, y|, o|,|y|o|e|u)' };

/** Names of one kind: in quotes, known, or looking like one. */
export function facetOf({ group, noun, printed, known, before, alone, word }: Names): Facet {
  const values = new Map(
    known.flatMap(([name, shown, ...said]) => [shown.toLowerCase(), ...said].map((one) => [one, name])),
  );
  const plainNames = [...values.keys(), ...(word === null ? [] : [word])].join('|');
  const listOf = (lang: Language, name: string, again: string): string =>
    `${name}(?: ${AND[lang]} ${BEFORE[lang]}(?:(?:${again}) )?${OF[lang]}${name})*`;
  const waysIn = (lang: Language): string => {
    const quoted = listOf(lang, plainNames === '' ? '"' : `(?:"|${plainNames})`, noun[lang]);
    const led = `${BEFORE[lang]}(?:(?:${before[lang]}) ${OF[lang]})?(?:${noun[lang]}) ${OF[lang]}${quoted}`;
    if (plainNames === '') return led;
    const bare = listOf(lang, `(?:${plainNames})`, before[lang]);
    const nouns = `(?:${before[lang]})`;
    const ledByOther = `${BEFORE[lang]}(?:${nouns} ${OF[lang]})${alone === true ? '?' : ''}${bare}${lang === 'en' ? `(?: ${nouns})?` : ''}`;
    const only = typeof alone === 'object' ? `(?:${alone.join('|')})` : '';
    const byItself = only === '' ? '' : `${BY[lang]} ${listOf(lang, only, before[lang])}`;
    return [led, lang === 'en' ? `${BEFORE.en}${bare} ${nouns}` : '', ledByOther, byItself]
      .filter(Boolean)
      .join(' / ');
  };
  const said = ways({ pt: waysIn('pt'), en: waysIn('en'), es: waysIn('es') });
  const isWord = word === null ? null : new RegExp(`^(?:${word})$`);
  const nouns = Object.values(noun).flatMap((words, i) => [words, Object.values(before)[i] ?? '']);
  const cue = new RegExp(` (?:${[...nouns, ...values.keys()].join('|')}) `);
  return {
    cue,
    read(sentence, { conditions }) {
      sentence.take(said, ({ start, end }) => {
        const tokens = sentence.from(start).slice(0, end - start);
        conditions[group] = tokens.flatMap(({ text, raw }, i) => {
          const pair = values.get(`${text} ${tokens[i + 1]?.text ?? ''}`);
          return quotedName(raw) ?? pair ?? values.get(text) ?? (isWord?.test(text) === true ? raw : []);
        });
      });
    },
    print({ conditions }, lang) {
      const shown = conditions?.[group]?.map(
        (name) => known.find(([one]) => one === name)?.[1] ?? quote(name),
      );
      const or = { pt: 'ou', en: 'or', es: 'o' }[lang];
      return shown === undefined ? null : `${printed[lang]} ${printList(shown, or)}`;
    },
  };
}

export const brands = facetOf({
  group: 'brands',
  alone: true,
  noun: { pt: 'bandeiras?', en: 'brands?', es: 'marcas?|banderas?' },
  printed: { pt: 'na bandeira', en: 'with brand', es: 'con la marca' },
  known: [
    ['visa', 'Visa'],
    ['mastercard', 'Mastercard', 'master'],
    ['elo', 'Elo'],
    ['amex', 'American Express', 'amex'],
    ['hipercard', 'Hipercard'],
  ],
  before: {
    pt: 'cartao|cartoes|bandeiras?',
    en: 'cards?|brands?',
    es: 'tarjetas?|marcas?',
  },
  word: null,
});

export const acquirers = facetOf({
  group: 'acquirers',
  alone: [
    '(?<= (?:vendas|ventas|sales|compras|maquininha|maquinita|maquina|machine) (?:da|na|de|en|con|on|via|pela|by|with) )rede',
    'mercado pago',
    'mercadopago',
    'stone',
    'cielo',
    'pagbank',
    'pagseguro',
    'getnet',
    'sumup',
  ],
  noun: { pt: 'adquirentes?', en: 'acquirers?', es: 'adquirentes?' },
  printed: { pt: 'na adquirente', en: 'with acquirer', es: 'con el adquirente' },
  known: [
    ['mercado-pago', 'Mercado Pago', 'mercadopago', 'point'],
    ['stone', 'Stone'],
    ['cielo', 'Cielo'],
    ['pagbank', 'PagBank', 'pagseguro'],
    ['getnet', 'Getnet'],
    ['rede', 'Rede'],
    ['sumup', 'SumUp'],
  ],
  before: {
    pt: 'adquirentes?|maquinas?|maquininhas?|maquinetas?|terminal|terminais',
    en: 'acquirers?|machines?|terminals?|purchases?|sales?|payments?',
    es: 'adquirentes?|maquinas?|maquinitas?|terminal|terminales',
  },
  word: null,
});
