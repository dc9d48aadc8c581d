import type { Conditions, Language } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { ways, type Sentence } from '../../sentence';

const PART = {
  pt: '(?: (?:da|de) (?:manha|tarde|noite|madrugada))?',
  en: '(?: (?:in the|at) (?:morning|afternoon|evening|night))?',
  es: '(?: (?:de la|de) (?:manana|tarde|noche|madrugada))?',
};
const UNIT = '(?:h|hs|hrs?|horas?|hours?)';
const NAMED = {
  pt: 'meio - dia|meio dia|meia - noite|meia noite|(?:0|00):00',
  en: 'noon|midday|midnight',
  es: 'mediodia|medio dia|medianoche|media noche',
};
const TIME = Object.fromEntries(
  (['pt', 'en', 'es'] as const).map((lang) => [
    lang,
    `(\\d{1,2}(?::\\d{2})?(?: ${UNIT}(?: \\d{2}(?! (?:%|h|dias?|pontos?) ))?| (?:am|pm|a\\.m|p\\.m))?${PART[lang]}|${NAMED[lang]})`,
  ]),
) as Record<Language, string>;

const END_OF_PART = '(?= (?:[·,]|$))';

/** What hours are called beside the figures that say which; a day before them shows that they are hours. */
const CALLED = {
  pt: '(?:(?:no|na|o|a) )?(?:(?:happy hour|horario de almoco|hora d[oa] (?:almoco|jantar|cafe)|almoco|jantar|horario|(?:a|de|da|pela) (?:noite|tarde|manha))(?: (?:,|=|e|de))* )?',
  en: '(?:(?:at|during|on|in|the) )*(?:(?:happy hour|lunch time|lunch|dinner|nights?|mornings?|afternoons?|evenings?)(?: (?:,|=|is))* )?',
  es: '(?:(?:al|a la|en|en el|durante el) )?(?:(?:happy hour|mediodia|almuerzo|cena|horario|(?:por|en|de) la (?:noche|tarde|manana))(?: (?:,|=|de))*(?= (?:de|desde|entre|a partir|despues|hasta|\\d)) )?',
};
const BESIDE = {
  pt: '(?<= (?:happy hour|horario|manha|tarde|noite|segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?|feiras?)(?: ,)? )',
  en: '(?<= (?:happy hour|mornings?|afternoons?|evenings?|nights?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)(?: only)?(?: ,)? )',
  es: '(?<= (?:happy hour|horario|manana|tarde|noche|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)(?: ,)? )',
};
/** Only after hours that pass midnight, which then are of the day on which they began. */
const AFTER = {
  pt: '(?: (do dia seguinte))?',
  en: '(?: ((?:of )?the (?:next|following) day))?',
  es: '(?: (del dia siguiente))?',
};
const bare = ways({
  pt: `${BESIDE.pt}(?:das|de) (\\d{1,2}) (?:as|a) (\\d{1,2})`,
  en: `${BESIDE.en}(?:from |between )?(\\d{1,2}) (?:to|till|until|and|-) (\\d{1,2})(?! (?:reais|%|points?|days?) )`,
  es: `${BESIDE.es}(?:de) (\\d{1,2}) (?:a) (\\d{1,2})`,
});
const range = ways({
  pt: `${CALLED.pt}(?:so |somente |apenas )?(?:das|da|dos|do|de|entre as|entre a|entre|desde as|a partir das|depois das) ${TIME.pt} (?:as|ate as|ate a|ate|a|ao|e as|e a|e|-) ${TIME.pt}${AFTER.pt} / ${CALLED.pt}${TIME.pt} (?:-|as|ate as) ${TIME.pt}${AFTER.pt}`,
  en: `${CALLED.en}(?:only )?(?:from|between|after) ${TIME.en} (?:to|until|till|and|-) ${TIME.en}${AFTER.en} / ${CALLED.en}${TIME.en} (?:-|to|until) ${TIME.en}${AFTER.en}`,
  es: `${CALLED.es}(?:solo )?(?:de las|de la|de|desde las|desde la|desde|entre las|entre la|entre|a partir de las|despues de las) ${TIME.es} (?:a las|a la|a|hasta las|hasta la|hasta|y las|y la|y|al|-) ${TIME.es}${AFTER.es} / ${CALLED.es}${TIME.es} (?:-|a) ${TIME.es}${AFTER.es}`,
});
const until = ways({
  pt: `(?:ate as|ate a|ate ao|ate o|ate|antes das|antes da|antes do) ${TIME.pt}`,
  en: `(?:until|till|before|up to) ${TIME.en}`,
  es: `(?:hasta las|hasta la|hasta el|hasta|antes de las|antes de la|antes del|antes de) ${TIME.es}`,
});
const since = ways({
  pt: `${CALLED.pt}(?:a partir das|a partir da|a partir do|depois das|depois da|depois do|apos as|apos a|apos o|desde as) ${TIME.pt}`,
  en: `${CALLED.en}(?:after|from|starting at|since) ${TIME.en}`,
  es: `${CALLED.es}(?:a partir de las|a partir de la|a partir del|despues de las|despues de la|despues del|desde las|desde la|tras las) ${TIME.es}`,
});

/** Says nothing beside its hours. */
const called = ways({
  pt: '(?:(?:na|no|e|de|a|pela|da) )*(?:happy hour|horario|manha|tarde|noite)(?: (?:e|de))?',
  en: '(?:(?:at|during|our|the) )*(?:(?:lunch|dinner|breakfast|happy hour)(?: (?:deal|special|promo|time))|happy hour|mornings?|afternoons?|evenings?|nights?)',
  es: '(?:(?:en|la|el|de|por|a) )*(?:happy hour|horario|manana|tarde|noche)(?: (?:es|de))?',
});

/** Its end is missing. */
const oneHour = ways({
  pt: `(?:das|da) ${TIME.pt}${END_OF_PART}`,
  en: `(?:at) ${TIME.en}${END_OF_PART}`,
  es: `(?:de las|de la|a las) ${TIME.es}${END_OF_PART}`,
});
const FROM = /^(?:das|da|at|de las|de la|a las) /;

/** No two shops' evenings are the same hours. */
const partOfDay = ways({
  pt: '(?:(?:so|somente|apenas|durante) )?(?:(?:de|da|pela|na|no|a|o|as|nas|pelas) )?(?<! boa )(?:manhas?|tarde|tardes|noites?|madrugadas?)(?! (?:toda|inteira) )',
  en: '(?:only )?(?:(?:in|at|during|on) )?(?:the |our )?(?<! good )(?:mornings?|afternoons?|evenings?|nights?)(?: only)?',
  es: '(?:(?:solo|solamente|durante) )?(?:(?:por|en|a|de) (?:la |las )?(?:mananas?|tardes?|noches?|madrugadas?)|durante la (?:manana|tarde|noche))',
});

/** What shows that numbers are hours; an article before them does it in Portuguese and Spanish. */
const CLOCK = new RegExp(
  ` ${UNIT} |\\d:\\d| (?:am|pm|a\\.m|p\\.m|manha|tarde|noite|madrugada|manana|noche|morning|afternoon|evening|noon|midday|midnight|mediodia|medio|medianoche|media|meio|meia) | (?:das|as|las) `,
);

/** `das 14h às 18h`: the start in, the end out; `das 22h às 2h` is one night. */
export const hours: Facet = {
  cue: new RegExp(
    `${CLOCK.source}| (?:happy|horario|de|from|mornings?|afternoons?|evenings?|nights?|manhas?|tardes?|noites?|madrugadas?|mananas?|noches?) `,
  ),
  read(sentence, { conditions }) {
    readHours(sentence, conditions);
    if (conditions.hours === undefined) {
      const isOne = sentence.take(oneHour, ({ text }) => CLOCK.test(` ${text.replace(FROM, '')} `));
      if (isOne || sentence.take(partOfDay))
        sentence.ask({ reason: 'which-hours', text: sentence.lastTaken });
      return;
    }
    if (sentence.said(AFTER_NOON) && !sentence.said(BEFORE_NOON))
      conditions.hours = afterNoon(conditions.hours);
    sentence.take(called);
  },
  print({ conditions }, lang) {
    if (conditions?.hours === undefined) return null;
    const [start, end] = conditions.hours;
    const { within, after } = PRINTED[lang];
    return within.replace('*', start).replace('*', end) + (start > end ? after : '');
  },
};

const BEFORE_NOON = / (?:am|a\.m|manhas?|madrugada|mananas?|mornings?) /;
const AFTER_NOON = / (?:tardes?|noites?|noches?|afternoons?|evenings?|nights?) /;

/** `terça à tarde das 2 às 6`: hours that are said as if before noon, and cannot be. */
function afterNoon([start, end]: readonly [string, string]): [string, string] {
  const isMorning = start > '00:00' && start < '12:00' && end <= '12:00';
  const later = (time: string): string => `${String(Number(time.slice(0, 2)) + 12)}${time.slice(2)}`;
  return isMorning ? [later(start), later(end)] : [start, end];
}

function readHours(sentence: Sentence, conditions: Conditions): void {
  const note = (start: number | null, end: number | null): boolean => {
    if (start === null || end === null) sentence.refuse('hours');
    // `das 11 às 2`: nobody's morning lasts until the next night.
    else if (start < DAY / 2 && end < DAY / 3 && start > end)
      conditions.hours = [clockOf(start), clockOf(end + DAY / 2)];
    else conditions.hours = [clockOf(start), clockOf(end)];
    return true;
  };
  /** `das 2 às 5` is the afternoon; `das 2h às 5h` may be meant so, or be of a night. */
  const noteBoth = ([start, end]: readonly [string, string], [from, to]: Ends): boolean => {
    const isEarly = Number(from) > 0 && Number(from) < Number(to) && Number(to) <= EARLY + 60;
    if (!isEarly || sentence.said(BEFORE_NOON)) return note(from, to);
    if (BARE.test(start) && BARE.test(end)) return note(Number(from) + DAY / 2, Number(to) + DAY / 2);
    if (Number(from) < EARLY && isUnsaid(start) && isUnsaid(end)) askHalf(sentence, start);
    return note(from, to);
  };
  const isRange = sentence.take(range, ({ groups, text }) => {
    const [start = '', end = '', after] = groups;
    if (!CLOCK.test(` ${text} `)) return false;
    const [from, to] = halved(start, end);
    if (after !== undefined && (from === null || to === null || from < to)) return false;
    return noteBoth([start, end], [from, to]);
  });
  if (isRange) return;
  const isBare = sentence.take(bare, ({ groups: [start = '', end = ''] }) =>
    noteBoth([start, end], [minuteOf(start, 'start'), minuteOf(end, 'end')]),
  );
  if (isBare) return;
  const isUntil = sentence.take(until, ({ groups: [end = ''], text }) =>
    CLOCK.test(` ${text} `) ? note(0, alone(sentence, end, 'end')) : false,
  );
  if (!isUntil)
    sentence.take(since, ({ groups: [start = ''], text }) =>
      CLOCK.test(` ${text} `) ? note(alone(sentence, start, 'start'), DAY) : false,
    );
}

const DAY = 24 * 60;
const PRINTED = {
  pt: { within: 'das * às *', after: ' do dia seguinte' },
  en: { within: 'from * to *', after: ' the next day' },
  es: { within: 'de las * a las *', after: ' del día siguiente' },
};

/** No shop is open before it, but some say so. */
const EARLY = DAY / 4;
/** In figures alone, as nobody writes who counts to 24. */
const BARE = /^[1-9]\d?$/;
/** Of the night, such as `à noite até as 2`. */
const NIGHT = / (?:noites?|noches?|nights?) /;

/** Whether no half of the day is said, nor a zero that counts to 24: `2h`, and not `02:00`. */
const isUnsaid = (time: string): boolean => /^[1-9]/.test(time) && halfOf(time) === null;

const askHalf = (sentence: Sentence, time: string): void =>
  sentence.ask({ reason: 'which-half', text: time.replace(/ (?=hs?$)/, '') });

/** `depois das 2`: in figures alone the afternoon, as beside another; what may be of the night is asked about. */
function alone(sentence: Sentence, time: string, place: 'start' | 'end'): number | null {
  const minute = minuteOf(time, place);
  const isEarly = minute !== null && minute > 0 && minute <= EARLY;
  if (!isEarly || !isUnsaid(time) || sentence.said(BEFORE_NOON)) return minute;
  const isOfNight = place === 'end' && sentence.said(NIGHT);
  if (BARE.test(time) && !isOfNight) return minute + DAY / 2;
  // Bread is sold from 6h on.
  if (place === 'end' || minute < EARLY) askHalf(sentence, time);
  return minute;
}

type Ends = readonly [from: number | null, to: number | null];

/** Where only one says its half of the day, the other is in that which makes the hours shorter: `das 2 às 6 da tarde`. */
function halved(start: string, end: string): Ends {
  const meant = halvesOf(start, end).flatMap((from) =>
    halvesOf(end, start).map((to): Ends => [minuteOf(from, 'start'), minuteOf(to, 'end')]),
  );
  return meant.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
}

/** A time as it may be meant beside the other one: of noon and midnight, and in figures over 12, there is one. */
function halvesOf(time: string, beside: string): string[] {
  const hour = Number(/^\d+/.exec(time)?.[0]);
  const isSaid = halfOf(time) !== null || halfOf(beside) === null || !(hour >= 1 && hour <= 12);
  return isSaid ? [time] : [`${time} am`, `${time} pm`];
}

function lengthOf([from, to]: Ends): number {
  if (from === null || to === null) return Infinity;
  return from < to ? to - from : DAY - from + to;
}

function halfOf(time: string): 'am' | 'pm' | null {
  if (/\b(?:am|a\.m|manha|manana|morning|madrugada)\b/.test(time)) return 'am';
  return /\b(?:pm|p\.m|tarde|noite|noche|afternoon|evening|night)\b/.test(time) ? 'pm' : null;
}

/** Twelve in the morning is noon, of the night midnight. */
const IS_MIDNIGHT = /\b(?:am|a\.m|madrugada|noite|noche|night)\b/;

/** Null where no day has such a time. Midnight ends a day where it is an end. */
function minuteOf(time: string, place: 'start' | 'end'): number | null {
  if (/^(?:meio|noon|midday|medio ?dia)/.test(time)) return 12 * 60;
  if (/^(?:meia|midnight|media)/.test(time)) return place === 'end' ? DAY : 0;
  const [, hour = '', minute = '0'] = new RegExp(`^(\\d{1,2})(?:(?::| ${UNIT} )(\\d{2}))?`).exec(time) ?? [];
  const half = halfOf(time);
  if (half !== null && Number(hour) > 12 && half === 'am') return null;
  let hourOfDay = Number(hour);
  if (half === 'pm' && hourOfDay < 12) hourOfDay += 12;
  if (hourOfDay === 12 && IS_MIDNIGHT.test(time)) hourOfDay = 0;
  const total = hourOfDay * 60 + Number(minute);
  if (total === 0 && place === 'end') return DAY;
  return Number(minute) < 60 && total <= (place === 'end' ? DAY : DAY - 1) ? total : null;
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
