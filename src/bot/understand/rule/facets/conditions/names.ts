import type { Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printList } from '../../figures';
import { isHarmless } from '../../harmless';
import { ways, written, type Sentence } from '../../sentence';
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

const BEFORE = {
  pt: '(?:(?:so|somente|apenas|em|no|na|nos|nas|com|pela|pelo|pelas|pelos|a|o) )*',
  en: '(?:(?:only|on|at|with|in|by|the) )*',
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

function facetOf({ group, noun, printed, known, before, alone, word }: Names): Facet {
  const values = new Map(
    known.flatMap(([name, shown, ...said]) => [shown.toLowerCase(), ...said].map((one) => [one, name])),
  );
  const plainNames = [...values.keys(), ...(word === null ? [] : [word])].join('|');
  const listOf = (lang: Language, name: string, again: string): string =>
    `${name}(?: ${AND[lang]} ${BEFORE[lang]}(?:(?:${again}) )?${OF[lang]}${name})*`;
  const waysIn = (lang: Language): string => {
    const quoted = listOf(lang, plainNames === '' ? '"' : `(?:"|${plainNames})`, noun[lang]);
    const led = `${BEFORE[lang]}(?:${noun[lang]}) ${OF[lang]}${quoted}`;
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

const namedTerminals = facetOf({
  group: 'terminals',
  alone: false,
  noun: {
    pt: 'maquinas?|maquininhas?|terminal|terminais',
    en: 'machines?|terminals?',
    es: 'maquinas?|maquinitas?|terminal|terminales',
  },
  printed: { pt: 'na máquina', en: 'on machine', es: 'en la máquina' },
  known: [],
  before: {
    pt: 'maquinas?|maquininhas?|terminal|terminais',
    en: 'machines?|terminals?',
    es: 'maquinas?|maquinitas?|terminal|terminales',
  },
  word: '[a-z]*[-_.]?\\d[a-z\\d_.-]*',
});

const terminalNoun = ways({
  pt: `${BEFORE.pt}(?:maquinas?|maquininhas?|maquinetas?)(?: (?:da|do|de|das|dos|chamada|numero))*`,
  en: `${BEFORE.en}(?:machine|terminal|card reader)(?: (?:of|the|called|number))*`,
  es: `${BEFORE.es}(?:maquinas?|maquinitas?|terminal|posnet)(?: (?:de la|del|de|llamada|numero))*`,
});

/** Its words after `maquininha`, where they are not an acquirer's. */
export const terminals: Facet = {
  cue: namedTerminals.cue,
  read(sentence, draft) {
    namedTerminals.read(sentence, draft);
    const { conditions } = draft;
    if (conditions.terminals !== undefined || conditions.acquirers !== undefined) return;
    sentence.take(terminalNoun, ({ end }) => {
      const name = nameAt(sentence, end, FIGURE);
      if (name.length === 0) return false;
      conditions.terminals = [name.join(' ')];
      sentence.drop(end, end + name.length);
      return true;
    });
  },
  print: (rule, lang) => namedTerminals.print(rule, lang),
};

const quotedStores = facetOf({
  group: 'stores',
  alone: false,
  noun: {
    pt: 'lojas?|unidades?|filial|filiais',
    en: 'stores?|shops?|branch|branches',
    es: 'tiendas?|sucursal|sucursales',
  },
  printed: { pt: 'na loja', en: 'at store', es: 'en la tienda' },
  known: [],
  before: { pt: 'lojas?', en: 'stores?', es: 'tiendas?' },
  word: null,
});
const storeNoun = ways({
  pt: `${BEFORE.pt}(?:lojas?|unidades?|filial|filiais)(?: (?:da|do|de|das|dos|chamada|numero))*`,
  en: `${BEFORE.en}(?:stores?|shops?|branch|branches)(?: (?:of|the|called|number))*`,
  es: `${BEFORE.es}(?:tiendas?|sucursal|sucursales)(?: (?:de la|del|de|llamada|numero))*`,
});

/** English puts the name first: `at the downtown store`. */
const storeAfter = /^(?:stores?|shops?|branch|location)$/;
const storeBefore = ways({
  pt: '(?!)',
  en: '(?:(?:only|just|valid) )*(?:at|in)(?: (?:the|our|my))?',
  es: '(?!)',
});

/** Any words after `loja` are its name, up to what says something else: it is read last. `a cada 10 compras na loja` names none. */
export const stores: Facet = {
  cue: quotedStores.cue,
  read(sentence, draft) {
    quotedStores.read(sentence, draft);
    if (draft.conditions.stores !== undefined) return;
    const isBefore = sentence.take(storeBefore, ({ end }) => {
      const words = sentence.from(end).slice(0, LONGEST_NAME + 1);
      const noun = words.findIndex(({ text }) => storeAfter.test(text));
      const name = words.slice(0, noun);
      if (noun < 1 || name.some(({ text }) => !/^[a-z]/.test(text) || isHarmless(text, 'en'))) return false;
      draft.conditions.stores = [written(name)];
      sentence.drop(end, end + noun + 1);
      return true;
    });
    if (isBefore) return;
    sentence.take(storeNoun, ({ end }) => {
      const name = nameAt(sentence, end);
      if (name.length === 0) return draft.every !== undefined || draft.conditions.first_purchase === true;
      draft.conditions.stores = [name.join(' ')];
      sentence.drop(end, end + name.length);
      return true;
    });
  },
  print: (rule, lang) => quotedStores.print(rule, lang),
};

const LONGEST_NAME = 4;

const FIGURE = /^(?:\d.*|r\$)$/;

function nameAt(sentence: Sentence, start: number, stop = /^$/): string[] {
  const words = sentence.from(start).slice(0, LONGEST_NAME + 1);
  const end = words.findIndex(
    ({ text }) => /^[·,]$/.test(text) || stop.test(text) || isHarmless(text, sentence.lang),
  );
  const name = end === -1 ? words : words.slice(0, end);
  return name.length > LONGEST_NAME ? [] : name.map(({ raw }) => raw);
}
