import type { Facet } from '../facet';
import { printMoney, printWhole, readWhole } from '../figures';
import { ways } from '../sentence';

const EACH = {
  pt: '(?: (?:de cashback|de volta))?(?: (?:por compra|por venda|por pedido|em cada compra|a cada compra|na compra))?',
  en: '(?: (?:cashback|back|of cashback))?(?: (?:per purchase|per sale|each purchase|a purchase|on each purchase|for each purchase))?',
  es: '(?: (?:de cashback|de vuelta))?(?: (?:por compra|por venta|en cada compra|por cada compra))?',
};
const MOST = {
  pt: '(?:com |ate )?(?:o |um )?(?:no maximo|ao maximo|maximo de|maximo|max de|max|limite maximo de|limite de|limite|limitado a|limitada a|limitados a|teto de|teto|nao passa de|nao passando de|ate no maximo)',
  en: '(?:with )?(?:a |the )?(?:capped at|cap of|cap|limited to|limit of|limit|maximum of|maximum|max of|max|at most|no more than|up to a maximum of|up to at most)',
  es: '(?:con )?(?:un |el )?(?:como maximo|maximo de|maximo|max|limite de|limite|limitado a|limitada a|limitados a|tope de|tope|topado a|no mas de|hasta un maximo de|hasta maximo)',
};

const points = ways({
  pt: `${MOST.pt} {int} pontos?${EACH.pt} / ate {int} pontos? (?:por compra|por venda)`,
  en: `${MOST.en} {int} points?${EACH.en} / up to {int} points? (?:per purchase|per sale)`,
  es: `${MOST.es} {int} puntos?${EACH.es} / hasta {int} puntos? (?:por compra|por venta)`,
});
const cashback = ways({
  pt: `${MOST.pt} {money}${EACH.pt} / ate {money} (?:de cashback|de volta)(?: por compra| por venda)? / ate {money} (?:por compra|por venda|por pedido|em cada compra)`,
  en: `${MOST.en} {money}${EACH.en} / up to {money} (?:of cashback|in cashback|cashback|back)(?: per purchase| per sale)? / up to {money} (?:per purchase|per sale|each purchase)`,
  es: `${MOST.es} {money}${EACH.es} / hasta {money} (?:de cashback|de vuelta)(?: por compra| por venta)? / hasta {money} (?:por compra|por venta|en cada compra)`,
});
/** Then it is the purchase that is limited, not what is given. */
const OF_PURCHASES =
  / (?:compras?|vendas?|purchases?|sales?|ventas?)(?: de| of)? (?:no maximo|como maximo|at most|no more than|ate no maximo) /;

/** The most that one sale gives: `máximo R$ 20`. */
export const limit: Facet = {
  cue: / (?:max|limit|teto|cap|top[ea]|at most|up to|ate|hasta|no more|no mas|nao pass|com|con|with)/,
  read(sentence, { limits }) {
    sentence.take(points, ({ groups }) => {
      limits.max_points_per_sale = readWhole(groups.find((group) => group !== undefined));
    });
    if (sentence.has(OF_PURCHASES)) return;
    sentence.take(cashback, ({ groups }) => {
      limits.max_cents_per_sale = sentence.money(groups.find((group) => group !== undefined));
    });
  },
  print({ limits: { max_cents_per_sale: cents, max_points_per_sale: most } = {} }, lang) {
    const { each, point } = PRINTED[lang];
    const parts: string[] = [];
    if (cents !== undefined) parts.push(each.replace('*', printMoney(cents, lang)));
    if (most !== undefined) parts.push(each.replace('*', `${printWhole(most)} ${point}`));
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const PRINTED = {
  pt: { each: 'no máximo * por compra', point: 'pontos' },
  en: { each: 'at most * per purchase', point: 'points' },
  es: { each: 'como máximo * por compra', point: 'puntos' },
};
