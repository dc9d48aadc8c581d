import type { Language } from '../../../../../loyalty';
import { give, type Facet } from '../../facet';
import { printHundredths, readHundredths } from '../../figures';
import { ways } from '../../sentence';
import { POINT } from './points';

const ASSET = {
  pt: '(cashback|pontos?|pontuacao)',
  en: '(cashback|points?)',
  es: '(cashback|puntos?|puntaje|puntuacion)',
};
const FOLD = {
  pt: '(em dobro|dobro|triplo|dobrad\\w+|duplicad\\w+|duplos?|em triplo|triplicad\\w+|triplos?|em quadruplo|quadruplicad\\w+|dobram?|duplicam?|triplicam?|quadruplicam?)',
  en: '(doubled?|tripled?|quadrupled?|doubles|triples|quadruples)',
  es: '(dobles?|al doble|duplicad\\w+|duplican?|triples?|al triple|triplicad\\w+|triplican?|cuadruples?|cuadruplicad\\w+|cuadruplican?)',
};
/** How often: the word or the number, and the asset, in either order. */
const assetFirst = ways({
  pt: `${ASSET.pt} (?:(?:valem|valendo|vale|contam|ficam) )?(?:1|uma|um) (vez e meia|e meio)(?: mais)? / ${ASSET.pt} (?:(?:valem|valendo|vale|contam|contando|sao|em|ficam|fica|vai|vem|se|e|sai) )*(?:o )?${FOLD.pt} / ${ASSET.pt} (?:vezes|x|multiplicad\\w+ por) {decimal} / ${ASSET.pt} (?:(?:valem|valendo|vale|contam|conta|a|em|por) )?{decimal} (?:x|vezes)(?: mais)?`,
  en: `${ASSET.en} (?:(?:are|is|count|counts|worth) )*(?:1|one|a) (and a half)(?: times)? / ${ASSET.en} (?:(?:are|is|count|counts|worth|get|gets) )*${FOLD.en} / ${ASSET.en} (?:times|x|multiplied by) {decimal} / ${ASSET.en} (?:(?:are|is|worth|count|counts) )*{decimal} (?:x|times)`,
  es: `${ASSET.es} (?:(?:valen|vale|valiendo|cuentan) )?(?:1|una|un) (vez y media|y medio)(?: mas)? / ${ASSET.es} (?:(?:valen|vale|valiendo|cuentan|cuenta|son|se|es|queda|va) )*(?:el )?${FOLD.es} / ${ASSET.es} (?:por|x|multiplicad\\w+ por) {decimal}(?! (?:%|rea\\w+|compras?)) / ${ASSET.es} (?:(?:valen|vale|cuentan|a) )?{decimal} (?:x|veces|por(?! (?:cada|real|compra|venta|dia|cliente|persona) ))(?: mas)?`,
});
const foldFirst = ways({
  pt: `(?:o )?(dobro|triplo|quadruplo|dobrar|dobra|dobramos|duplicar|duplica|triplicar|triplica) (?:de |dos |do |os |o )?${ASSET.pt} / {decimal} (?:x|vezes) (?:mais )?(?:os |o |de )?${ASSET.pt} / (?:x) {decimal} ${ASSET.pt}`,
  en: `(double|triple|quadruple|doubling|tripling|twice|thrice)(?: up)? (?:the )?${ASSET.en}(?: days?)? / {decimal} (?:x|times) (?:the )?${ASSET.en} / (?:x) {decimal} ${ASSET.en}`,
  es: `(?:el )?(doble|triple|cuadruple|duplicar|duplica|triplicar|triplica) (?:de |del |los |el )?${ASSET.es} / {decimal} (?:x|por|veces) (?:los |el |de )?${ASSET.es} / (?:x) {decimal} ${ASSET.es}`,
});

/** `pontos em dobro`, `3x pontos`. */
export const multiplier: Facet = {
  cue: / (?:vez|half|meio|medio|twice|thrice|dob|doub|dup|trip|quad|cuad|mult|x|vezes|times|veces|por) | (?:dob|doub|dup|trip|quad|cuad|mult)/,
  read(sentence, draft) {
    const note = (asset: string | undefined, times: string | undefined): void =>
      give(sentence, draft, {
        kind: 'multiplier',
        asset: asset === 'cashback' ? 'cashback' : 'points',
        times_x100: timesOf(times ?? ''),
      });
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
  if (/ (?:mei|medi)|half/.test(said)) return 150;
  if (/tripl|thrice/.test(said)) return 300;
  return /[cq]uadr/.test(said) ? 400 : 200;
}
