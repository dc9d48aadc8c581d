import type { Facet } from '../../facet';
import { printWhole, readWhole } from '../../figures';
import { ordinalIn, placeOf } from '../../ordinals';
import { ways } from '../../sentence';

const PURCHASES = {
  pt: '(?:compras?|visitas?|vendas?|pedidos?)(?: (?:aqui|feitas))?',
  en: '(?:purchases?|visits?|orders?|sales?)',
  es: '(?:compras?|visitas?|pedidos?|ventas?)(?: (?:aqui|hechas))?',
};
const STAMPS = { pt: '(?:selos?|carimbos?)', en: '(?:stamps?)', es: '(?:sellos?)' };
const CARD = {
  pt: '(?:(?:cartela|(?:cartao|cartela|carta) (?:de )?(?:fidelidade|selos|carimbos))(?: digital)?(?: (?:[:,·]))? )?(?:a cada|cada|para cada|por cada)',
  en: '(?:(?:stamp|loyalty|punch) card(?: [:,·])? )?(?:(?:for |after )?(?:every|each))',
  es: '(?:(?:tarjeta|carnet|cartilla) (?:de )?(?:sellos|fidelidad|lealtad)(?: [:,·])? )?(?:por cada|a cada|cada)',
};

/** `cartela: juntou dez compras`: named first, with a break after it. */
const NAMED_CARD = {
  pt: '(?:cartela|cartelinha|cartao|cartaozinho)(?: (?:de )?(?:fidelidade|selos|carimbos|pontos))?(?: digital)? [,·]',
  en: '(?:(?:stamp|loyalty|punch|reward) )?card [,·]',
  es: '(?:tarjeta|tarjetita|carnet|cartilla)(?: (?:de )?(?:sellos|fidelidad|lealtad|puntos))? [,·]',
};

/** What leads to the reward stays: `e ganha um café` is the voucher's. */
const every = ways({
  pt: `(?:cartela|cartao|carta)(?: (?:de )?(?:fidelidade|selos|carimbos))?(?: digital)?(?: (?:com|de|[:,·]))* {int} (?:${PURCHASES.pt}|${STAMPS.pt}) / ${CARD.pt} {int} ${PURCHASES.pt} /
    (?:${NAMED_CARD.pt} )?(?:(?:quem|se|o cliente|cliente|ao|o|fregues) )*(?:junte|junta|juntar|juntando|juntou|juntar|acumule|acumulou|acumular|acumulando|complete|completa|completou|completar|completando|colecione) {int}(?: (?:${PURCHASES.pt}|${STAMPS.pt}))? / (?<! (?:depois de|apos|ate|na|da|a) )(?:${NAMED_CARD.pt} )?(?:(?:com|fez|fizer|faz) )?{int} ${PURCHASES.pt}(?= (?:, )?(?:(?:e|entao|=|o|a|ele|ela|cliente|fregues|freguesa|pessoa|voce) )*(?:ganha|ganham|leva|levam|recebe|recebem|vira|viram|valem|vale|dao|da|um|uma|1|=|voucher|cupom) )`,
  en: `(?:stamp|loyalty|punch) card(?: (?:of|with|for|[:,·]))* {int} (?:${PURCHASES.en}|${STAMPS.en})(?: (?:and|then))? / ${CARD.en} {int}(?: ${PURCHASES.en}|(?= (?:debit|credit|cash|pix) purchases )) /
    (?:${NAMED_CARD.en} )?(?:(?:who|whoever|customers?|if|you|they) )*(?:collect|collects|collecting|complete|completes|completing|gather|gathers) {int}(?: (?:${PURCHASES.en}|${STAMPS.en}))? / (?<! (?:after|until|on|at|from) )(?:${NAMED_CARD.en} )?(?:(?:make|with) )?{int} ${PURCHASES.en}(?= (?:, )?(?:(?:and|then|=|they|you|the|customers?) )*(?:gets?|earns?|wins?|you get|they get|a|an|1|=|voucher|is|are|gives?) )`,
  es: `(?:tarjeta|carnet|cartilla)(?: (?:de )?(?:sellos|fidelidad|lealtad))?(?: (?:con|de|[:,·]))* {int} (?:${PURCHASES.es}|${STAMPS.es}) / ${CARD.es} {int} ${PURCHASES.es} /
    (?:${NAMED_CARD.es} )?(?:(?:quien|si|el cliente|cliente|al|el que) )*(?:junta|junte|juntar|juntando|junto|acumula|acumule|acumular|completa|complete|completar|completando|colecciona) {int}(?: (?:${PURCHASES.es}|${STAMPS.es}))? / (?<! (?:despues de|tras|hasta|en|de) )(?:${NAMED_CARD.es} )?(?:(?:con|hace|haga) )?{int} ${PURCHASES.es}(?= (?:, )?(?:(?:y|entonces|=|se|te|el|la|ella|cliente) )*(?:gana|ganan|lleva|llevan|recibe|reciben|un|una|1|=|vale|voucher|cupon|dan|da) )`,
});

/** `quem comprar dez vezes`. */
const bought = ways({
  pt: '(?:(?:quem|se|o cliente|cliente|ja|ao) )*(?:comprar|comprou|compre|compra|vier|veio|vem|voltar|visitar) (?:aqui )?{int} vezes',
  en: '(?:(?:who|whoever|anyone|customers?|regulars|if|they|you|have|has) )*(?:buys?|bought|comes?|came|shops?|shopped|visits?|visited)(?: (?:here|in))? {int} times',
  es: '(?:(?:quien|el que|los que|si|el cliente|cliente|al) )*(?:compre|compra|compro|venga|viene|vino|vuelva|visite) (?:aqui )?{int} veces',
});

/** `cartela: comprou 8, ganha um bolo`. */
const boughtOnCard = ways({
  pt: `${NAMED_CARD.pt} (?:comprou|compre|comprar|compra|faz|fez) {int}(?= (?:, )?(?:e )?(?:ganha|ganham|ganhe|leva|levam|recebe) )`,
  en: `${NAMED_CARD.en} (?:buy|make|bought) {int}(?= (?:, )?(?:and |then )*(?:gets?|wins?|earns?|a|an|one) )`,
  es: `${NAMED_CARD.es} (?:compra|compre|compro|comprar|haz|hizo) {int}(?= (?:, )?(?:y )?(?:gana|ganan|gane|lleva|llevan|recibe) )`,
});

/** `toda quinta compra`: the fifth, the tenth and so on. */
const everyNth = ways({
  pt: `(?:(?:a |em )?(?:cada|toda)) (${ordinalIn('pt')}) (?:compra|visita|pedido|vez)`,
  en: `(?:on )?(?:every|each) (${ordinalIn('en')}) (?:purchase|visit|order)`,
  es: `(?:(?:a |en )?(?:cada|toda)) (${ordinalIn('es')}) (?:compra|visita|pedido|vez)`,
});

/** `a cada 10 compras`: the voucher that stands beside it is given for every so many purchases. */
export const stamps: Facet = {
  cue: / (?:card|cart|tarj|cada|toda|every|each|junt|acum|comp|cole|coll|gath|purch|visit|order|pedid|sell|stamp|vent|vend|carimb|selo|vezes|times|veces)/,
  read(sentence, draft) {
    sentence.take(every, ({ groups: [times] }) => {
      draft.every = readWhole(times);
    });
    sentence.take(boughtOnCard, ({ groups: [count] }) => {
      draft.every = readWhole(count);
    });
    sentence.take(bought, ({ groups: [count] }) => {
      draft.every = readWhole(count);
    });
    sentence.take(everyNth, ({ groups: [place = ''] }) => {
      draft.every = placeOf(place, sentence.lang);
    });
  },
  print: ({ benefit }, lang) =>
    benefit.kind === 'stamp-card' ? PRINTED[lang].replace('*', printWhole(benefit.every)) : null,
};

const PRINTED = { pt: 'a cada * compras', en: 'for every * purchases', es: 'cada * compras' };
