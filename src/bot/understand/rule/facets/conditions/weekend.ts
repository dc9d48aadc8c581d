import { dayNumberOf, weekdayOf } from '../../../../../loyalty';
import { daysAfter } from '../../calendar';
import { ways, type Sentence } from '../../sentence';

const ONLY = '(?:(?:so|somente|apenas|only|just|solo|para|for|por|no|o|el) )*';
/** One weekend, the next that there is: a Saturday and its Sunday, or what is left of them today. */
const thisOne = ways({
  pt: `${ONLY}(?:nesse|neste|esse|este) (?:fim de semana|final de semana|fds)`,
  en: `${ONLY}(?:on )?this(?: coming)? weekend(?: only)?`,
  es: `${ONLY}este (?:fin de semana|finde)`,
});
/** Not the one that has begun; English speakers do not agree on which is `next`. */
const nextOne = ways({
  pt: `${ONLY}(?:proximo (?:fim de semana|final de semana|fds)|(?:fim de semana|final de semana|fds) que vem)`,
  en: `${ONLY}the weekend after this`,
  es: `${ONLY}(?:proximo (?:fin de semana|finde)|(?:fin de semana|finde) (?:que viene|proximo))`,
});

/** The days of one weekend; null where none is said. */
export function weekendIn(sentence: Sentence): [string, string] | null {
  const { today } = sentence;
  const saturday = 6 - weekdayOf(dayNumberOf(today));
  if (sentence.take(nextOne)) {
    const ahead = saturday > 0 ? saturday : saturday + 7;
    return [daysAfter(today, ahead), daysAfter(today, ahead + 1)];
  }
  if (!sentence.take(thisOne)) return null;
  return [daysAfter(today, Math.max(0, saturday)), daysAfter(today, saturday + 1)];
}
