import type { Language } from '../../../../loyalty';
import type { Facet } from '../facet';
import { printHundredths, printMoney, printWhole, readHundredths, readWhole } from '../figures';
import { ways } from '../sentence';

const POINT: Record<Language, readonly [string, string]> = {
  pt: ['ponto', 'pontos'],
  en: ['point', 'points'],
  es: ['punto', 'puntos'],
};

const printPoints = (points: number, lang: Language): string =>
  `${printWhole(points)} ${POINT[lang][points === 1 ? 0 : 1]}`;

const POINTS = / (?:ponto|point|punto)/;

/** Points first, then the amount; `perReal` has none, and in `turned` the amount comes first. */
const perAmount = ways({
  pt: '{int} pontos? (?:a )?(?:cada|para cada|por cada|por) {money}',
  en: '{int} points? (?:for every|for each|every|each|per|for) {money}',
  es: '{int} puntos? (?:por cada|a cada|cada|por) {money}',
});
const perReal = ways({
  pt: '{int} pontos? (?:a cada|para cada|por cada|cada|por) real(?: gasto| comprado| em compras)?',
  en: '{int} points? (?:for every|for each|every|each|per|for) real(?: spent)?',
  es: '{int} puntos? (?:por cada|a cada|cada|por) real(?: gastado| comprado)?',
});
const turned = ways({
  pt: '(?:a cada|cada|para cada|por cada) (?:{money}|real)(?: (?:gastos?|em|de|compras?|[·,=]|o|cliente|voce|e|equivalem?|a|ganham?|valem?|da|dao|recebem?|leva))* {int} pontos?',
  en: '(?:for every|for each|every|each) (?:{money}|real)(?: (?:spent|[·,=]|the|customers?|you|earns?|gets?|is|worth|gives?))* {int} points?',
  es: '(?:por cada|a cada|cada) (?:{money}|real)(?: (?:gastados?|en|de|compras?|[·,=]|el|los|clientes?|ganan?|valen?|dan?|reciben?|son|es))* {int} puntos?',
});

/** `1 ponto a cada R$ 1`. */
export const pointsPerAmount: Facet = {
  cue: POINTS,
  read(sentence, draft) {
    const note = (points: string | undefined, cents: number): void => {
      draft.benefit = { kind: 'points-per-amount', points: readWhole(points), per_cents: cents };
    };
    if (draft.benefit !== null) return;
    void (
      sentence.take(perReal, ({ groups: [points] }) => note(points, 100)) ||
      sentence.take(perAmount, ({ groups: [points, amount] }) => note(points, sentence.money(amount))) ||
      sentence.take(turned, ({ groups: [amount, points] }) =>
        note(points, amount === undefined ? 100 : sentence.money(amount)),
      )
    );
  },
  print({ benefit }, lang) {
    if (benefit.kind !== 'points-per-amount') return null;
    const every = { pt: 'a cada', en: 'for every', es: 'por cada' }[lang];
    return `${printPoints(benefit.points, lang)} ${every} ${printMoney(benefit.per_cents, lang)}`;
  },
};

const fixed = ways({
  pt: '{int} pontos?(?: (?:fixos|por compra|por venda|em cada compra|a cada compra|na compra))?',
  en: '{int} points?(?: (?:per purchase|per sale|for each purchase|for every purchase|on each purchase|on every purchase|a purchase))?',
  es: '{int} puntos?(?: (?:fijos|por compra|por venta|en cada compra|por cada compra))?',
});

/** `10 pontos por compra`. */
export const pointsFixed: Facet = {
  cue: POINTS,
  read(sentence, draft) {
    if (draft.benefit !== null) return;
    sentence.take(fixed, ({ groups: [points] }) => {
      draft.benefit = { kind: 'points-fixed', points: readWhole(points) };
    });
  },
  print({ benefit }, lang) {
    if (benefit.kind !== 'points-fixed') return null;
    const each = { pt: 'por compra', en: 'per purchase', es: 'por compra' }[lang];
    return `${printPoints(benefit.points, lang)} ${each}`;
  },
};

const ASSET = { pt: '(cashback|pontos?)', en: '(cashback|points?)', es: '(cashback|puntos?)' };
const FOLD = {
  pt: '(em dobro|dobrad\\w+|duplicad\\w+|duplos?|em triplo|triplicad\\w+|triplos?|em quadruplo|quadruplicad\\w+)',
  en: '(doubled?|tripled?|quadrupled?)',
  es: '(dobles?|al doble|duplicad\\w+|triples?|al triple|triplicad\\w+|cuadruples?|cuadruplicad\\w+)',
};
/** How often: the word or the number, and the asset, in either order. */
const assetFirst = ways({
  pt: `${ASSET.pt} ${FOLD.pt} / ${ASSET.pt} (?:vezes|x|multiplicad\\w+ por) {decimal} / ${ASSET.pt} {decimal} (?:x|vezes)`,
  en: `${ASSET.en} ${FOLD.en} / ${ASSET.en} (?:times|x|multiplied by) {decimal} / ${ASSET.en} {decimal} (?:x|times)`,
  es: `${ASSET.es} ${FOLD.es} / ${ASSET.es} (?:por|x|multiplicad\\w+ por) {decimal} / ${ASSET.es} {decimal} (?:x|veces)`,
});
const foldFirst = ways({
  pt: `(?:o )?(dobro|triplo|quadruplo|dobrar|dobra|dobramos|duplicar|duplica|triplicar|triplica) (?:de |dos |do |os |o )?${ASSET.pt} / {decimal} (?:x|vezes) (?:mais )?(?:os |o |de )?${ASSET.pt} / (?:x) {decimal} ${ASSET.pt}`,
  en: `(double|triple|quadruple|doubling|tripling) (?:the )?${ASSET.en} / {decimal} (?:x|times) (?:the )?${ASSET.en} / (?:x) {decimal} ${ASSET.en}`,
  es: `(?:el )?(doble|triple|cuadruple|duplicar|duplica|triplicar|triplica) (?:de |del |los |el )?${ASSET.es} / {decimal} (?:x|veces) (?:los |el |de )?${ASSET.es} / (?:x) {decimal} ${ASSET.es}`,
});

/** `pontos em dobro`, `3x pontos`. */
export const multiplier: Facet = {
  cue: / (?:dob|doub|dup|trip|quad|cuad|mult|x|vezes|times|veces|por) | (?:dob|doub|dup|trip|quad|cuad|mult)/,
  read(sentence, draft) {
    if (draft.benefit !== null) return;
    const note = (asset: string | undefined, times: string | undefined): void => {
      draft.benefit = {
        kind: 'multiplier',
        asset: asset === 'cashback' ? 'cashback' : 'points',
        times_x100: timesOf(times ?? ''),
      };
    };
    void (
      sentence.take(assetFirst, ({ groups: [asset, times] }) => note(asset, times)) ||
      sentence.take(foldFirst, ({ groups: [times, asset] }) => note(asset, times))
    );
  },
  print({ benefit }, lang) {
    if (benefit.kind !== 'multiplier') return null;
    const asset = benefit.asset === 'cashback' ? 'cashback' : POINT[lang][1];
    const fold = PRINTED[lang].fold[benefit.times_x100];
    return fold === undefined
      ? `${asset} ${PRINTED[lang].times} ${printHundredths(benefit.times_x100, lang)}`
      : fold.replace('*', asset);
  },
};

const PRINTED: Record<Language, { fold: Record<number, string>; times: string }> = {
  pt: { fold: { 200: '* em dobro', 300: '* em triplo' }, times: 'vezes' },
  en: { fold: { 200: 'double *', 300: 'triple *' }, times: 'times' },
  es: { fold: { 200: 'doble de *', 300: 'triple de *' }, times: 'por' },
};

function timesOf(said: string): number {
  if (/^\d/.test(said)) return readHundredths(said);
  if (/tripl/.test(said)) return 300;
  return /[cq]uadr/.test(said) ? 400 : 200;
}
