import type { RuleChange } from '../../command';
import { readHundredths } from './figures';
import { ways, type Sentence } from './sentence';

const UP = {
  pt: / (?:aument\w+|sob[ea]|subir|acrescent\w+) /,
  en: / (?:raise|increase|bump) /,
  es: / (?:aument\w+|sub[ea]|subir|agreg\w+) /,
};
const DOWN = {
  pt: / (?:diminu\w+|baix\w+|reduz\w*|abaix\w+|tir[ae]r?|cort[ae]r?) /,
  en: / (?:lower|reduce|cut|decrease|drop) /,
  es: / (?:baj[ae]r?|reduc\w+|disminu\w+|quit[ae]r?|rest[ae]r?) /,
};

/** With a verb of more or less; `mais 2%` and `menos 2%` say it alone. */
const PERCENT = ways({
  pt: '(?:(?:em|por) )?(?:mais |menos ){decimal} % / (?:em|por) {decimal} %(?: a (?:mais|menos))?',
  en: '(?:by )?(?:another |plus |minus ){decimal} %(?: (?:more|less))? / by {decimal} % / {decimal} % (?:more|less)',
  es: '(?:(?:en|por) )?(?:mas |menos |otro ){decimal} % / (?:en|por|un) {decimal} %(?: (?:mas|menos))? / {decimal} % (?:mas|menos)',
});
const PRICE = ways({
  pt: '(?:(?:em|por) )?(?:mais |menos ){price} / (?:em|por) {price}(?: a (?:mais|menos))?',
  en: '(?:by )?(?:another |plus |minus ){price}(?: (?:more|less))? / by {price} / {price} (?:more|less)',
  es: '(?:(?:en|por) )?(?:mas |menos ){price} / (?:en|por) {price}(?: (?:mas|menos))?',
});
/** `aumenta 2% na regra 1`. */
const AT_ONCE = {
  pt: / (?:aument\w+|sob[ea]|subir|diminu\w+|baix\w+|reduz\w*|tir[ae]r?|acrescent\w+) (?:mais )?\d\S* % (?:na|da|a|em) /,
  en: / (?:raise|increase|bump|add|lower|reduce|cut|decrease|drop) \d\S* % (?:to|from|on|in) (?:the )?rule /,
  es: / (?:aument\w+|sub[ea]|subir|baj[ae]r?|reduc\w+|quit[ae]r?|agreg\w+) (?:un )?\d\S* % (?:en|de|a) /,
};
const BARE = ways({ pt: '{decimal} %', en: '{decimal} %', es: '{decimal} %' });
/** Points that become more or less: how many there are is not known here. */
const POINTS = ways({
  pt: '(?:em|por|mais|menos) {int} (?:pontos?|compras?|dias?)',
  en: '(?:by|another|plus|minus) {int} (?:points?|purchases?|days?)',
  es: '(?:en|por|mas|menos) {int} (?:puntos?|compras?|dias?)',
});

/** By how much the benefit is to be more or less: `aumenta a regra 1 em 2%`, `na regra 2, mais 1%`. */
export function readRelative(sentence: Sentence): RuleChange['benefit'] {
  const { lang } = sentence;
  const [isUp, isDown] = [sentence.said(UP[lang]), sentence.said(DOWN[lang])];
  const signOf = (text: string): 1 | -1 | null => {
    if (/\b(?:menos|minus|less)\b/.test(text)) return isUp ? null : -1;
    if (isUp !== isDown) return isDown ? -1 : 1;
    return /\b(?:mais|mas|more|plus|another|otro)\b/.test(text) ? 1 : null;
  };
  let by: RuleChange['benefit'];
  const isPercent = ({ text, groups: [bps] }: { text: string; groups: readonly string[] }): boolean => {
    const sign = signOf(text);
    if (sign !== null) by = { bps_by: sign * readHundredths(bps) };
    return sign !== null;
  };
  const isPrice = ({ text, groups: [cents] }: { text: string; groups: readonly string[] }): boolean => {
    const sign = signOf(text);
    if (sign !== null) by = { cents_by: sign * sentence.money(cents) };
    return sign !== null;
  };
  const isRead = sentence.take(PERCENT, isPercent) || sentence.take(PRICE, isPrice);
  if (!isRead && sentence.said(AT_ONCE[lang])) sentence.take(BARE, isPercent);
  if (isUp || isDown)
    sentence.take(POINTS, ({ text }) => sentence.ask({ reason: 'number-left-over', text: text.trim() }));
  return by;
}
