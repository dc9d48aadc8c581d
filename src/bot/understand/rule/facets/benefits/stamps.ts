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

/** What leads to the reward stays: `e ganha um café` is the voucher's. */
const every = ways({
  pt: `(?:cartela|cartao|carta)(?: (?:de )?(?:fidelidade|selos|carimbos))?(?: digital)?(?: (?:com|de|[:,·]))* {int} ${PURCHASES.pt} / ${CARD.pt} {int} ${PURCHASES.pt} /
    (?:(?:quem|se|o cliente|cliente|ao) )*(?:junte|junta|juntar|juntando|juntou|juntar|acumule|acumulou|acumular|acumulando|complete|completa|completou|completar|completando|colecione) {int}(?: (?:${PURCHASES.pt}|${STAMPS.pt}))? / (?<! (?:depois de|apos|ate|na|da|a) )(?:(?:com|fez|fizer|faz) )?{int} ${PURCHASES.pt}(?= (?:, )?(?:(?:e|entao|=|o|a|ele|ela|cliente|fregues|freguesa|pessoa|voce) )*(?:ganha|ganham|leva|levam|recebe|recebem|vira|viram|valem|vale|dao|da|um|uma|1|=|voucher|cupom) )`,
  en: `(?:stamp|loyalty|punch) card(?: (?:of|with|for|[:,·]))* {int} ${PURCHASES.en}(?: (?:and|then))? / ${CARD.en} {int}(?: ${PURCHASES.en}|(?= (?:debit|credit|cash|pix) purchases )) /
    (?:(?:who|whoever|customers?|if|you|they) )*(?:collect|collects|collecting|complete|completes|completing|gather|gathers) {int}(?: (?:${PURCHASES.en}|${STAMPS.en}))? / (?<! (?:after|until|on|at|from) )(?:(?:make|with) )?{int} ${PURCHASES.en}(?= (?:, )?(?:(?:and|then|=|they|you|the|customers?) )*(?:gets?|earns?|wins?|you get|they get|a|an|1|=|voucher|is|are|gives?) )`,
  es: `(?:tarjeta|carnet|cartilla)(?: (?:de )?(?:sellos|fidelidad|lealtad))?(?: (?:con|de|[:,·]))* {int} ${PURCHASES.es} / ${CARD.es} {int} ${PURCHASES.es} /
    (?:(?:quien|si|el cliente|cliente|al) )*(?:junta|junte|juntar|juntando|junto|acumula|acumule|acumular|completa|complete|completar|completando|colecciona) {int}(?: (?:${PURCHASES.es}|${STAMPS.es}))? / (?<! (?:despues de|tras|hasta|en|de) )(?:(?:con|hace|haga) )?{int} ${PURCHASES.es}(?= (?:, )?(?:(?:y|entonces|=|se|te|el|la|ella|cliente) )*(?:gana|ganan|lleva|llevan|recibe|reciben|un|una|1|=|vale|voucher|cupon|dan|da) )`,
});

/** `toda quinta compra`: the fifth, the tenth and so on. */
const everyNth = ways({
  pt: `(?:(?:a |em )?(?:cada|toda)) (${ordinalIn('pt')}) (?:compra|visita|pedido|vez)`,
  en: `(?:on )?(?:every|each) (${ordinalIn('en')}) (?:purchase|visit|order)`,
  es: `(?:(?:a |en )?(?:cada|toda)) (${ordinalIn('es')}) (?:compra|visita|pedido|vez)`,
});

/** `a cada 10 compras`: the voucher that stands beside it is given for every so many purchases. */
export const stamps: Facet = {
  cue: / (?:cada|toda|every|each|junt|acum|comp|cole|coll|gath|purch|visit|order|pedid|sell|stamp|vent|vend)/,
  read(sentence, draft) {
    sentence.take(every, ({ groups: [times] }) => {
      draft.every = readWhole(times);
    });
    sentence.take(everyNth, ({ groups: [place = ''] }) => {
      draft.every = placeOf(place, sentence.lang);
    });
  },
  print: ({ benefit }, lang) =>
    benefit.kind === 'stamp-card' ? PRINTED[lang].replace('*', printWhole(benefit.every)) : null,
};

const PRINTED = { pt: 'a cada * compras', en: 'for every * purchases', es: 'cada * compras' };
