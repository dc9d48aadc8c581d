import type { Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printWhole } from '../../figures';
import { ways } from '../../sentence';

const PURCHASE = {
  pt: '(?:compra|visita|vez que compra|vez que comprar|venda|pedido)',
  en: '(?:purchase|visit|order|sale)',
  es: '(?:compra|visita|pedido|venta)',
};
const ON = {
  pt: '(?:(?:na|no|em|a partir da|quem fizer a|quem faz a|para a|sua|seu|a|o|dele|da|da sua) )*',
  en: '(?:(?:on|for|with|in|at|the|their|your|his|her|its|a|customers?) )*',
  es: '(?:(?:en|con|por|para|la|el|su|tu|a) )*',
};
const ENDING = '(?: (?:a|o|ra|ro|da|do|ta|to|st|nd|rd|th|er|na|va|ma))';

const first = ways({
  pt: `(?:so |somente |apenas )?${ON.pt}(?:primeir[ao]|1${ENDING}) ${PURCHASE.pt}(?: (?:da vida|na loja|aqui|de cada cliente|do cliente))? /
    ${ON.pt}(?:quem |para quem )?(?:compra|comprar|compre|comprando|estiver comprando) (?:aqui )?(?:pela|a) primeira vez /
    (?:(?:para|os|o|a|as|so|somente|apenas|meus|todo|todos|cada) )*(?:clientes? nov[oa]s?|nov[oa]s? clientes?|clientes? de primeira viagem)`,
  en: `(?:only )?${ON.en}(?:first|1${ENDING})(?: ever)? ${PURCHASE.en}(?: (?:of each customer|here))? /
    (?:for )?(?:(?:those|who|anyone|people) )*(?:buys?|buying|shops?|shopping) (?:here )?for the first time / (?:(?:to|for|only|our|my|the|all|every) )*(?:new customers?|first time (?:customers?|buyers?))`,
  es: `(?:solo )?${ON.es}(?:primera?|1${ENDING}) ${PURCHASE.es}(?: (?:de cada cliente|del cliente|aqui))? /
    (?:(?:para|a|al) )*(?:quien |el que |los que )?(?:compra|compre|compren|compran|comprar) (?:aqui )?por primera vez /
    (?:(?:para|a|los|el|la|las|al|solo|mis|todo|todos|cada) )*(?:clientes? nuev[oa]s?|nuev[oa]s? clientes?)`,
});

/** From the second to the nineteenth, and the tens that are said in words. */
const ORDINALS: Record<Language, readonly (readonly [words: string, number: number])[]> = {
  pt: read(`segund[ao]=2 terceir[ao]=3 quart[ao]=4 quint[ao]=5 sext[ao]=6 setim[ao]=7 oitav[ao]=8 non[ao]=9 decim[ao]_primeir[ao]=11
    decim[ao]_segund[ao]=12 decim[ao]_terceir[ao]=13 decim[ao]_quart[ao]=14 decim[ao]_quint[ao]=15 decim[ao]_sext[ao]=16 decim[ao]_setim[ao]=17
    decim[ao]_oitav[ao]=18 decim[ao]_non[ao]=19 decim[ao]=10 vigesim[ao]=20 trigesim[ao]=30 quadragesim[ao]=40 quinquagesim[ao]=50 centesim[ao]=100`),
  en: read(`second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14
    fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 hundredth=100`),
  es: read(`segund[ao]=2 tercera?=3 tercer[ao]=3 cuart[ao]=4 quint[ao]=5 sext[ao]=6 septim[ao]=7 setim[ao]=7 octav[ao]=8 noven[ao]=9 undecim[ao]=11 duodecim[ao]=12
    decim[ao]_tercer[ao]?=13 decim[ao]_cuart[ao]=14 decim[ao]_quint[ao]=15 decim[ao]=10 vigesim[ao]=20 trigesim[ao]=30 centesim[ao]=100`),
};

function read(written: string): (readonly [string, number])[] {
  return written
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('='))
    .map(([words = '', number]) => [words.replaceAll('_', ' '), Number(number)]);
}

const ordinal = (lang: Language): string => `(?:${ORDINALS[lang].map(([words]) => words).join('|')})`;
const nth = ways({
  pt: `(?:so |somente |apenas )?${ON.pt}({int_}${ENDING}|${ordinal('pt')}) ${PURCHASE.pt} / ${ON.pt}(?:compra|visita) (?:numero|de numero|n) ({int_})`.replaceAll(
    '{int_}',
    '\\d{1,5}',
  ),
  en: `(?:only )?${ON.en}({int_}${ENDING}|${ordinal('en')}) ${PURCHASE.en} / ${ON.en}(?:purchase|visit) (?:number) ({int_})`.replaceAll(
    '{int_}',
    '\\d{1,5}',
  ),
  es: `(?:solo )?${ON.es}({int_}${ENDING}|${ordinal('es')}) ${PURCHASE.es} / ${ON.es}(?:compra|visita) (?:numero) ({int_})`.replaceAll(
    '{int_}',
    '\\d{1,5}',
  ),
});

function placeOf(said: string, lang: Language): number {
  const digits = /^\d+/.exec(said)?.[0];
  if (digits !== undefined) return Number(digits);
  return ORDINALS[lang].find(([words]) => new RegExp(`^(?:${words})$`).test(said))?.[1] ?? 0;
}

/** `na primeira compra`, `na 5ª compra`. */
export const purchases: Facet = {
  cue: / (?:prim|firs|nov|nuev|new|1) ?| (?:compra|visita|pedido|purchase|visit|order|sale|venda|venta) /,
  read(sentence, { conditions }) {
    sentence.take(first, () => {
      conditions.first_purchase = true;
    });
    sentence.take(nth, ({ groups: [said = ''] }) => {
      const place = placeOf(said, sentence.lang);
      if (place === 1) conditions.first_purchase = true;
      else conditions.nth_purchase = place;
    });
  },
  print({ conditions: { first_purchase: isFirst, nth_purchase: place } = {} }, lang) {
    const words = PRINTED[lang];
    const parts: string[] = [];
    if (isFirst === true) parts.push(words.first);
    if (place !== undefined) parts.push(words.nth(place));
    return parts.length === 0 ? null : parts.join(', ');
  },
};

function english(place: number): string {
  const teens = place % 100 > 10 && place % 100 < 14;
  return `${printWhole(place)}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`;
}

const PRINTED: Record<Language, { first: string; nth: (place: number) => string }> = {
  pt: { first: 'na primeira compra', nth: (place) => `na ${printWhole(place)}ª compra` },
  en: { first: 'on the first purchase', nth: (place) => `on the ${english(place)} purchase` },
  es: { first: 'en la primera compra', nth: (place) => `en la ${printWhole(place)}ª compra` },
};
