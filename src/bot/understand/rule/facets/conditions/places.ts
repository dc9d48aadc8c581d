import type { Facet } from '../../facet';
import { isHarmless } from '../../harmless';
import { ways, written, type Sentence } from '../../sentence';
import { BEFORE, facetOf } from './names';

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
  pt: `${BEFORE.pt}(?:maquinas?|maquininhas?|maquinetas?|terminal)(?: (?:da|do|de|das|dos|chamada|numero))*`,
  en: `${BEFORE.en}(?:machine|terminal|card reader)(?: (?:of|the|called|number|at|in|on|by))*`,
  es: `${BEFORE.es}(?:maquinas?|maquinitas?|terminal|posnet)(?: (?:de la|del|de|llamada|numero))*`,
});

/** English puts the name first: `at the downtown store`, `on the counter terminal`. */
const nameBefore = ways({
  pt: '(?!)',
  en: '(?:(?:only|just|valid) )*(?:at|in|on)(?: (?:the|our|my))?',
  es: '(?!)',
});
const terminalAfter = /^(?:machine|terminal|reader)$/;

/** The name between a place and its noun, both dropped; null where there is none. */
function beforeNoun(sentence: Sentence, start: number, noun: RegExp): string | null {
  const words = sentence.from(start).slice(0, LONGEST_NAME + 1);
  const at = words.findIndex(({ text }) => noun.test(text));
  const name = words.slice(0, at);
  if (at < 1 || name.some(({ text }) => !/^[a-z]/.test(text) || isHarmless(text, 'en'))) return null;
  sentence.drop(start, start + at + 1);
  return written(name);
}

interface Place {
  noun: ReturnType<typeof ways>;
  /** As it stands after a name. */
  after: RegExp;
  /** What no name has in it. */
  stop?: RegExp;
  /** Whether the noun is taken where no name stands beside it. */
  isNameless: () => boolean;
}

/** Takes the name beside the noun, before it or after; null where there is none. */
function takeName(sentence: Sentence, { noun, after, stop, isNameless }: Place): string | null {
  let found: string | null = null;
  const isBefore = sentence.take(nameBefore, ({ end }) => {
    found = beforeNoun(sentence, end, after);
    return found !== null;
  });
  if (isBefore) return found;
  sentence.take(noun, ({ end }) => {
    const name = nameAt(sentence, end, stop);
    if (name.length === 0) return isNameless();
    found = name.join(' ');
    sentence.drop(end, end + name.length);
    return true;
  });
  return found;
}

/** Its words after `maquininha`, where they are not an acquirer's. */
export const terminals: Facet = {
  cue: namedTerminals.cue,
  read(sentence, draft) {
    namedTerminals.read(sentence, draft);
    const { conditions } = draft;
    if (conditions.terminals !== undefined || conditions.acquirers !== undefined) return;
    const place = { noun: terminalNoun, after: terminalAfter, stop: FIGURE, isNameless: () => false };
    const name = takeName(sentence, place);
    if (name !== null) conditions.terminals = [name];
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

const storeAfter = /^(?:stores?|shops?|branch|location)$/;

/** Any words after `loja` are its name, up to what says something else: it is read last. `a cada 10 compras na loja` names none. */
export const stores: Facet = {
  cue: quotedStores.cue,
  read(sentence, draft) {
    quotedStores.read(sentence, draft);
    if (draft.conditions.stores !== undefined) return;
    const isNameless = (): boolean => draft.every !== undefined || draft.conditions.first_purchase === true;
    const name = takeName(sentence, { noun: storeNoun, after: storeAfter, isNameless });
    if (name !== null) draft.conditions.stores = [name];
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
