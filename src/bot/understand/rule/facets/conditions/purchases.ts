import type { Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printWhole } from '../../figures';
import { ENDING, ordinalIn, placeOf } from '../../ordinals';
import { ways } from '../../sentence';

const PURCHASE = {
  pt: '(?:compra|visita|vez que compra|vez que comprar|venda|pedido)',
  en: '(?:purchase|visit|order|sale|buy|time)',
  es: '(?:compra|visita|pedido|venta)',
};
const ON = {
  pt: '(?:(?:na|no|em|a partir da|quem fizer a|quem faz a|para a|sua|seu|a|o|dele|da|da sua) )*',
  en: '(?:(?:on|for|with|in|at|the|their|your|his|her|its|a|customers?) )*',
  es: '(?:(?:en|con|por|para|la|el|su|tu|a) )*',
};
const first = ways({
  pt: `(?:so |somente |apenas )?${ON.pt}(?:primeir[ao]|1${ENDING.pt}) ${PURCHASE.pt}(?: (?:da vida|aqui|de cada cliente|do cliente))? /
    ${ON.pt}(?:quem |para quem )?(?:compra|comprar|compre|comprando|estiver comprando) (?:aqui )?(?:pela|a) primeira vez /
    (?:(?:para|os|o|a|as|so|somente|apenas|meus|todo|todos|cada) )*(?:clientes? nov[oa]s?|nov[oa]s? clientes?|clientes? de primeira viagem) / (?:(?:para|so) )*quem (?:e|for) nov[oa]`,
  en: `(?:only )?${ON.en}(?:first|1${ENDING.en})(?: ever)? ${PURCHASE.en}(?: (?:of each customer|here))? /
    (?:for )?(?:(?:those|who|anyone|people) )*(?:buys?|buying|shops?|shopping) (?:here )?for the first time / (?:(?:to|for|only|our|my|the|all|every|brand) )*(?:new (?:customers?|clients?|shoppers?|buyers?|members?|people|faces)|first(?: - | )?time(?:rs| (?:customers?|buyers?)))`,
  es: `(?:solo )?${ON.es}(?:primera?|1${ENDING.es}) ${PURCHASE.es}(?: (?:de cada cliente|del cliente|aqui))? /
    (?:(?:para|a|al) )*(?:quien |el que |los que )?(?:compra|compre|compren|compran|comprar) (?:aqui )?por primera vez /
    (?:(?:para|a|los|el|la|las|al|solo|mis|todo|todos|cada) )*(?:clientes? nuev[oa]s?|nuev[oa]s? clientes?|los nuevos|quien(?:es)? (?:es|son|sea) nuev[oa]s?)`,
});

/** Says nothing more of a first purchase, and nothing sure without one. */
const welcome = ways({
  pt: '(?:de )?boas(?: -)? vindas',
  en: '(?:as a )?welcome(?! points? )',
  es: '(?:de )?bienvenida',
});

const nth = ways({
  pt: `(?:so |somente |apenas )?${ON.pt}(${ordinalIn('pt')}) ${PURCHASE.pt} / ${ON.pt}(?:compra|visita) (?:numero|de numero|n) (\\d{1,5})`,
  en: `(?:only )?${ON.en}(${ordinalIn('en')}) ${PURCHASE.en} / ${ON.en}(?:purchase|visit) number (\\d{1,5})`,
  es: `(?:solo )?${ON.es}(${ordinalIn('es')}) ${PURCHASE.es} / ${ON.es}(?:compra|visita) numero (\\d{1,5})`,
});

/** From one of them on, which no rule says. */
const onward = ways({
  pt: `a partir da (${ordinalIn('pt')}) ${PURCHASE.pt} / da (${ordinalIn('pt')}) ${PURCHASE.pt} em diante`,
  en: `(?:from|starting (?:with|from|on)) (?:the |their )?(${ordinalIn('en')}) ${PURCHASE.en}(?: (?:on|onwards?))?`,
  es: `(?:a partir de|desde) la (${ordinalIn('es')}) ${PURCHASE.es}(?: en adelante)?`,
});

const PURCHASES = '(?:compra|visita|vez|pedido|venda|venta|purchase|visit|order|sale)';
const CUE = new RegExp(
  ` (?:prim|first|nov[oa]|nuev|new|1 )|(?:${ordinalIn('pt')}|${ordinalIn('en')}|${ordinalIn('es')}) ${PURCHASES} | (?:numero|number|n) `,
);

/** `na primeira compra`, `na 5ª compra`. */
export const purchases: Facet = {
  cue: CUE,
  read(sentence, { conditions }) {
    sentence.take(first, () => {
      conditions.first_purchase = true;
      sentence.take(welcome);
    });
    if (sentence.take(onward, ({ groups: [said = ''] }) => placeOf(said, sentence.lang) > 1))
      sentence.ask({ reason: 'unknown-words', text: sentence.lastTaken });
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
