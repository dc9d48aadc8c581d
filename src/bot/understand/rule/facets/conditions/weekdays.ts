import { dayNumberOf, weekdayOf, type Language } from '../../../../../loyalty';
import { daysAfter } from '../../calendar';
import type { Facet } from '../../facet';
import { printList } from '../../figures';
import { ways } from '../../sentence';
import { weekendIn } from './weekend';

/** Monday to Sunday: full, and short forms that are days only beside another day or after `on`. */
const DAYS: Record<Language, readonly (readonly [full: string, short: string])[]> = {
  pt: [
    ['segundas?(?: - feiras?| feiras?)?', 'seg'],
    ['tercas?(?: - feiras?| feiras?)?', 'ter'],
    ['quartas?(?: - feiras?| feiras?)?', 'qua'],
    ['quintas?(?: - feiras?| feiras?)?', 'qui'],
    ['sextas?(?: - feiras?| feiras?)?', 'sex'],
    ['sabados?', 'sab'],
    ['domingos?', 'dom'],
  ],
  en: [
    ['mondays?', 'mon'],
    ['tuesdays?', 'tues?'],
    ['wednesdays?', 'wed'],
    ['thursdays?', 'thu(?:rs?)?'],
    ['fridays?', 'fri'],
    ['saturdays?', 'sat'],
    ['sundays?', 'sun'],
  ],
  es: [
    ['lunes', 'lun'],
    ['martes', 'mar'],
    ['miercoles', 'mie'],
    ['jueves', 'jue'],
    ['viernes', 'vie'],
    ['sabados?', 'sab'],
    ['domingos?', 'dom'],
  ],
};

const any = (lang: Language, short: boolean): string =>
  `(?:${DAYS[lang].map(([full, brief]) => (short ? `${full}|${brief}` : full)).join('|')})(?! (?:compra|vez|venda|visita|parcela|purchase|sale) )`;

/** Before a day, between the ends of a range, and between the items of a list. */
const AROUND = {
  pt: {
    on: '(?:(?:nas?|nos?|as|aos?|todas?|todos?|toda as|toda|so|somente|apenas|de|da|em|dia|dias|a) )*',
    to: '(?:a|ate|ate a|-)',
    and: '(?:, e|,|e|ou)',
    surely: '(?:nas?|nos?|as|aos?|todas?|todos?)',
  },
  en: {
    on: '(?:(?:on|every|each|only|from|between) )*',
    to: '(?:to|through|until|till|thru|-)',
    and: '(?:, and|, or|,|and|or)',
    surely: '(?:on|every|each)',
  },
  es: {
    on: '(?:(?:en|el|los|todos|cada|solo|de|del|dia|dias) )*',
    to: '(?:a|al|hasta|hasta el|-)',
    and: '(?:, y|, o|,|y|o|e)',
    surely: '(?:el|los|todos|cada)',
  },
};

const WEEKEND = {
  pt: '(?:fim de semana|fins de semana|finais de semana|fds)',
  en: '(?:the )?weekends?',
  es: '(?:fin de semana|fines de semana|findes?)',
};
const WORKDAYS = {
  pt: '(?:dias? uteis|dias? util|dias? de semana|durante a semana|meio de semana)',
  en: '(?:weekdays?|working days?|business days?|during the week)',
  es: '(?:dias? habiles|dia habil|dias? de semana|dias? laborables|entre semana)',
};

function list(lang: Language): string {
  const { on, to, and, surely } = AROUND[lang];
  const day = any(lang, true);
  const more = `(?:(?: (?:${to}|${and}))? ${on}${day})`;
  return `${on}${any(lang, false)}${more}* / ${on}${day}${more}+ / ${surely} ${day}`;
}

const days = ways({ pt: list('pt'), en: list('en'), es: list('es') });
const weekend = ways(mapLanguages((lang) => `${AROUND[lang].on}${WEEKEND[lang]}`));
const workdays = ways(mapLanguages((lang) => `${AROUND[lang].on}${WORKDAYS[lang]}`));

const THIS = {
  pt: '(?:nessa|nesta|essa|esta|nesse|neste|esse|este)',
  en: '(?:on )?this(?: coming)?',
  es: '(?:el |por )?este',
};

/** After a day: `domingo não vale`. */
const LEFT_OUT = {
  pt: '(?:nao (?:vale|valem|conta|contam|entra|entram|participa|participam|tem)|fica(?:m)? (?:de )?fora)',
  en: '(?:(?:is |are )?(?:not included|excluded|not valid)|(?:do|does) not count|not counting)',
  es: '(?:no (?:vale|valen|cuenta|cuentan|entra|entran|participa|participan|hay)|queda(?:n)? (?:a)?fuera)',
};

const EXCEPT = {
  pt: '(?:(?:todos os dias|todo dia|qualquer dia|todo santo dia|a semana toda)(?: ,)? )?(?:exceto|menos|fora|salvo|tirando|nao vale)',
  en: '(?:(?:every day|all days|any day|all week)(?: ,)? )?(?:except|but not|excluding|but|apart from|not)(?: for)?',
  es: '(?:(?:todos los dias|todo el dia|cualquier dia|toda la semana)(?: ,)? )?(?:excepto|menos|salvo|fuera|no vale)',
};
const except = ways(
  mapLanguages((lang) => {
    const { on, to, and } = AROUND[lang];
    const day = any(lang, true);
    return `${EXCEPT[lang]} ${on}${day}(?: (?:${to}|${and}) ${on}${day})* / ${EXCEPT[lang]} ${AROUND[lang].on}${WEEKEND[lang]} / ${on}${day}(?: (?:${to}|${and}) ${on}${day})* ${LEFT_OUT[lang]} / ${on}${WEEKEND[lang]} ${LEFT_OUT[lang]}`;
  }),
);

/** `todo dia menos domingo`: before the phrases that take `todo dia` away. */
export const exceptWeekdays: Facet = {
  cue: / (?:vale|count|valid|inclu|cuenta|conta|entra|particip|fica|queda|exce|menos|fora|salv|tira|but|excl|apart|not|fuera|nao|no) ?/,
  read(sentence, { conditions }) {
    sentence.take(except, ({ text }) => {
      const named = daysIn(text, sentence.lang);
      const left = named.length === 0 ? [6, 7] : named;
      conditions.weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => !left.includes(day));
    });
  },
  print: () => null,
};

/** One full name, in the ways of `sentence.ts`. */
export const dayName = (lang: Language): string => any(lang, false);

/** `nesta sexta`, `this friday`: one day, the next that there is. */
const oneDay = ways(
  mapLanguages((lang) => `(?:so |somente |apenas |only |just |solo )?${THIS[lang]} ${any(lang, false)}`),
);

/** `sábado que vem`: one day, and not today. */
const nextOne = ways({
  pt: `(?:(?:so|somente|apenas|para|no|na|o|a|nesse|nessa|neste|nesta) )*(?:${any('pt', false)} que vem|proxim[oa] ${any('pt', false)})`,
  en: `(?:only |just )?(?:on |for )?next ${any('en', false)}`,
  es: `(?:(?:solo|para|por|el|este) )*(?:${any('es', false)} que viene|proximo ${any('es', false)}|${any('es', false)} proximo)`,
});

/** `de segunda a sexta`, `terças e quintas`: in the order in which they are said. */
export const weekdays: Facet = {
  cue: / (?:seg|ter|qua|qui|sex|sab|dom|fim|fin|fds|dia|durante|meio|mon|tue|wed|thu|fri|sat|sun|week|work|busi|lun|mar|mie|jue|vie|entre)/,
  read(sentence, { conditions }) {
    const note = (said: readonly number[]): void => {
      const before = conditions.weekdays ?? [];
      // `terça é fraca, dobro na terça` says it once.
      if (said.every((day) => before.includes(day))) return;
      conditions.weekdays = [...before, ...said];
    };
    const onlyOn = (text: string, least: 0 | 1): void => {
      const [day = 1] = daysIn(text, sentence.lang);
      const ahead = (day - weekdayOf(dayNumberOf(sentence.today)) + 7) % 7;
      const date = daysAfter(sentence.today, ahead < least ? ahead + 7 : ahead);
      conditions.dates = [date, date];
    };
    const one = weekendIn(sentence);
    if (one !== null) conditions.dates = one;
    sentence.take(nextOne, ({ text }) => onlyOn(text, 1));
    sentence.take(oneDay, ({ text }) => onlyOn(text, 0));
    sentence.take(workdays, () => note([1, 2, 3, 4, 5]));
    sentence.take(days, ({ text }) => note(daysIn(text, sentence.lang)));
    sentence.take(weekend, () => note([6, 7]));
  },
  print({ conditions }, lang) {
    const said = conditions?.weekdays;
    if (said === undefined) return null;
    const { days: names, on, and, from, range, to } = PRINTED[lang];
    const [first = 1, last = 1] = [said[0], said.at(-1)];
    const isRange = said.length > 2 && said.every((day, i) => day === first + i);
    if (isRange) return `${from}${range[first - 1] ?? ''} ${to} ${range[last - 1] ?? ''}`;
    return `${on}${printList(
      said.map((day) => names[day - 1] ?? ''),
      and,
    )}`;
  },
};

/** Of Monday 1 to Sunday 7, those that are named. */
export function daysIn(text: string, lang: Language): number[] {
  const to = new RegExp(`^${AROUND[lang].to}$`);
  const found: number[] = [];
  let isRange = false;
  for (const word of text.split(' ')) {
    const day = 1 + DAYS[lang].findIndex(([full, short]) => new RegExp(`^(?:${full}|${short})$`).test(word));
    const last = found.at(-1);
    if (day === 0) isRange ||= to.test(word) && last !== undefined && word !== 'feira';
    else if (isRange && last !== undefined)
      for (let next = last; next !== day;) found.push((next = (next % 7) + 1));
    else found.push(day);
    if (day !== 0) isRange = false;
  }
  return found;
}

function mapLanguages(text: (lang: Language) => string): Record<Language, string> {
  return { pt: text('pt'), en: text('en'), es: text('es') };
}

interface Printed {
  days: readonly string[];
  on: string;
  and: string;
  /** What stands before a range, its ends, and what stands between them. */
  from: string;
  range: readonly string[];
  to: string;
}

const PRINTED: Record<Language, Printed> = {
  pt: {
    days: [
      'às segundas',
      'às terças',
      'às quartas',
      'às quintas',
      'às sextas',
      'aos sábados',
      'aos domingos',
    ],
    on: '',
    and: 'e',
    from: 'de ',
    range: ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'],
    to: 'a',
  },
  en: {
    days: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
    on: 'on ',
    and: 'and',
    from: '',
    range: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    to: 'to',
  },
  es: {
    days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados', 'domingos'],
    on: 'los ',
    and: 'y',
    from: 'de ',
    range: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    to: 'a',
  },
};
