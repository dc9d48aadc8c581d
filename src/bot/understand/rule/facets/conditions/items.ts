import type { Conditions, Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printList } from '../../figures';
import { isHarmless } from '../../harmless';
import { namesAt, wordSet } from '../../names';
import { TAKEN, ways, type Sentence, type Ways } from '../../sentence';
import { quote } from '../../tokens';

type Group = 'include_skus' | 'exclude_skus' | 'include_categories' | 'exclude_categories';

const PREPOSITION = {
  pt: 'em no na nos nas o a os as de do da dos das para qualquer',
  en: 'on in at the a of for any',
  es: 'en el la los las lo de del al a para cualquier',
};
const before = (lang: Language): string => `(?: (?:${PREPOSITION[lang].replaceAll(' ', '|')}))*`;
const KIND = {
  pt: '(?:categorias?|setor|setores|departamentos?|secao|secoes|linhas?|(?:produtos|itens|artigos)(?= d[aeo]s? [a-z]))',
  en: '(?:category|categories|departments?|sections?|lines?)',
  es: '(?:categorias?|sector|sectores|departamentos?|seccion|secciones|lineas?|(?:productos|articulos|items)(?= de(?:l| la)? [a-z]))',
};
const PRODUCT = {
  pt: '(?:produtos?|item|itens|artigos?|sku|skus|codigos?)(?: (?:de sku|de codigo|codigo|numero|sku|de))?',
  en: '(?:products?|items?|articles?|sku|skus|codes?)(?: (?:with sku|with code|code|number|sku))?',
  es: '(?:productos?|articulos?|item|items|sku|skus|codigos?)(?: (?:de codigo|codigo|numero|sku))?',
};
const ONLY = {
  pt: '(?:(?:vale|valido|valida|valendo) )?(?:so|somente|apenas|exclusiv[oa]s?|exclusivamente)(?: vale)?(?: (?:para|em))?',
  en: '(?:(?:valid|applies) )?(?:only|just|exclusively)(?: valid)?',
  es: '(?:(?:vale|valido|valida) )?(?:solo|solamente|unicamente|exclusiv[oa]s?|exclusivamente)',
};
const EXCEPT = {
  pt: '(?:(?:em )?tudo )?(?:(?:mas|so|porem) )?(?:exceto|(?<! (?:pelo|ao) )menos|fora|tirando|tira|tire|tirar|salvo|excluindo|excluid[oa]s?|excluir|com excecao|a excecao|sem contar|sem incluir|nao(?= (?:em|no|na|nos|nas) )|nao (?:vale|valem|valendo|conta|contam|inclui|incluindo|incluir|serve|se aplica|entra|entram))',
  en: '(?:(?:on )?(?:everything|anything|all) )?(?:but )?(?:except|excepting|excluding|excludes?|apart from|other than|besides|with the exception|not counting|not including|(?:does |is |it is )?not (?:valid|apply|applicable|good|count|include|including)|not(?= (?:on|for|in|at) )|but not|but)(?: for)?',
  es: '(?:(?:en )?todo )?(?:pero )?(?:excepto|(?<! (?:lo|al) )menos|salvo|fuera|quitando|quita|quite|quitar|excluyendo|excluid[oa]s?|excluir|con excepcion|a excepcion|sin contar|sin incluir|no(?= en )|no (?:vale|valen|aplica|aplican|se aplica|cuenta|cuentan|incluye|incluyendo|sirve|entra|entran))',
};
const NEAR = { pt: '(?:em|no|na|nos|nas)', en: '(?:on|in)', es: '(?:en)' };

const each = (say: (lang: Language) => string): Ways => ways({ pt: say('pt'), en: say('en'), es: say('es') });
const leads: readonly (readonly [Group, Ways])[] = [
  ['exclude_skus', each((lang) => `${EXCEPT[lang]}${before(lang)} ${PRODUCT[lang]}`)],
  [
    'include_skus',
    each(
      (lang) =>
        `(?:${ONLY[lang]}${before(lang)}|${NEAR[lang]}${before(lang)}) ${PRODUCT[lang]} / ${PRODUCT[lang]}`,
    ),
  ],
  [
    'exclude_categories',
    each(
      (lang) =>
        `${EXCEPT[lang]}${before(lang)} ${KIND[lang]}${before(lang)} / ${EXCEPT[lang]}${before(lang)}`,
    ),
  ],
  [
    'include_categories',
    each(
      (lang) =>
        `(?:${ONLY[lang]}${before(lang)} |${NEAR[lang]}${before(lang)} )?${KIND[lang]}${before(lang)} / ${ONLY[lang]}${before(lang)} / ${NEAR[lang]}${before(lang)}`,
    ),
  ],
];
const AGAIN: Record<Language, ReadonlySet<string>> = {
  pt: wordSet(`${PREPOSITION.pt} produto produtos categoria categorias item itens`),
  en: wordSet(`${PREPOSITION.en} product products category categories item items`),
  es: wordSet(`${PREPOSITION.es} producto productos categoria categorias articulo articulos`),
};

/** What is said of the names before it. */
const leftOut = ways({
  pt: '(?:nao (?:tem|da|dao|geram?|ganham?) (?:cashback|pontos?|nada)|nao (?:incluid[oa]s?|inclus[oa]s?|entram?|participam?|contam?|valem?|ganham?)|ficam? (?:de )?fora|excluid[oa]s?)',
  en: '(?:(?:does |do )?not (?:earn|get|give|have)(?: (?:cashback|points?|any|anything))*|(?:are |is )?(?:not included|excluded|do not count|does not count|not counted|not counting))',
  es: '(?:no (?:tienen?|dan?|generan?|suman?) (?:cashback|puntos?|nada)|no (?:incluid[oa]s?|entran?|participan?|cuentan?|valen?|ganan?)|quedan? fuera|excluid[oa]s?)',
});

/** `no cashback on tobacco, 3% on the rest`. */
const NONE_ON: (typeof leads)[number] = [
  'exclude_categories',
  ways({
    pt: '(?:sem|nada de|nenhum) (?:cashback|pontos?) (?:em|no|na|nos|nas|para|de)(?: (?:o|a|os|as))?',
    en: '(?:no|zero) (?:cashback|points?) (?:on|for|in)(?: the)?',
    es: '(?:sin|nada de|ningun) (?:cashback|puntos?) (?:en|para|de)(?: (?:el|la|los|las))?',
  }),
];

/** Before the ways to pay and the like, which may be words of a shelf: `exceto crédito de celular`. */
export const exceptItems: Facet = {
  cue: / (?:fica|queda|are|exce|menos|fora|tira|salv|exclu|sem|sin|nao|no|not|but|apart|other|besides|fuera|quita|com|con|with|a) ?/,
  read(sentence, { conditions }) {
    sentence.take(leftOut, ({ start }) => takeBefore(sentence, conditions, start));
    for (const [group, lead] of [NONE_ON, ...leads])
      if (group.startsWith('exclude'))
        while (sentence.take(lead, ({ end }) => take(sentence, conditions, group, end)));
  },
  print: () => null,
};

/** Products by their code or quoted name; any other name is a category, in quotes or without. */
export const items: Facet = {
  cue: / /,
  read(sentence, { conditions }) {
    for (const [group, lead] of leads)
      while (sentence.take(lead, ({ end }) => take(sentence, conditions, group, end)));
  },
  print({ conditions }, lang) {
    const parts = leads.flatMap(([group]) => printGroup(conditions ?? {}, group, lang));
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const AFTER = /^(?:category|categories|department|section|items|products|goods|stuff)$/;
const CODE = /^[a-z]*[-_.]?\d[a-z\d_.-]*$/;

function take(sentence: Sentence, conditions: Conditions, group: Group, start: number): boolean {
  const isSku = group.endsWith('_skus');
  const found = namesAt(sentence, start, AGAIN[sentence.lang], {
    code: isSku ? CODE : undefined,
    offers: group === 'exclude_categories',
  });
  if (found === null) return false;
  conditions[group] = [...(conditions[group] ?? []), ...found.names];
  // English may say what they are after them.
  const isNamed = AFTER.test(sentence.from(found.end)[0]?.text ?? '');
  sentence.drop(start, found.end + (isNamed ? 1 : 0));
  return true;
}

/** The names between the last thing that was said and a place, where they are nothing but names. */
function takeBefore(sentence: Sentence, conditions: Conditions, end: number): boolean {
  const words = sentence.from(0).slice(0, end);
  let start =
    1 +
    words.findLastIndex(
      ({ text }) => text === TAKEN || /^(?:,|%|\d.*|cashback|back|cento|points?|pontos?|puntos?)$/.test(text),
    );
  while (start < end && isHarmless(words[start]?.text ?? '', sentence.lang)) start += 1;
  const found = namesAt(sentence, start, AGAIN[sentence.lang]);
  if (found?.end !== end) return false;
  conditions.exclude_categories = [...(conditions.exclude_categories ?? []), ...found.names];
  sentence.drop(start, end);
  return true;
}

function printGroup(conditions: Conditions, group: Group, lang: Language): string[] {
  const names = conditions[group];
  if (names === undefined) return [];
  const words = PRINTED[lang];
  const and = group.startsWith('include') ? words.or : words.and;
  return [`${words[group]} ${printList(names.map(quote), and)}`];
}

const PRINTED = {
  pt: {
    include_skus: 'só no produto',
    exclude_skus: 'exceto o produto',
    include_categories: 'só na categoria',
    exclude_categories: 'exceto a categoria',
    and: 'e',
    or: 'ou',
  },
  en: {
    include_skus: 'only on product',
    exclude_skus: 'except product',
    include_categories: 'only on category',
    exclude_categories: 'except category',
    and: 'and',
    or: 'or',
  },
  es: {
    include_skus: 'solo en el producto',
    exclude_skus: 'excepto el producto',
    include_categories: 'solo en la categoría',
    exclude_categories: 'excepto la categoría',
    and: 'y',
    or: 'o',
  },
};
