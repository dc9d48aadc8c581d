import { dayNumberOf, weekdayOf, type Language } from '../../../../../loyalty';
import { dayAfter, nextDate, nextDay, nextRange, type Day } from '../../calendar';
import type { Facet } from '../../facet';
import { ways, written, type Sentence } from '../../sentence';
import { dayName, daysIn } from './weekdays';

const MONTHS: Record<Language, readonly string[]> = {
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
/** By their first three letters too; May is whole anyway. */
const monthName = (lang: Language): string =>
  `(?:${MONTHS[lang].flatMap((name) => [name, name.slice(0, 3)]).join('|')}${lang === 'es' ? '|setiembre|set' : '|sept'})`;

const ORDINAL = '(?: (?:st|nd|rd|th|o))?';
const DATE: Record<Language, string> = {
  pt: `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}${ORDINAL} de ${monthName('pt')}(?: (?:de |do )?\\d{4})?|\\d{1,2} ${monthName('pt')}(?: \\d{4})?`,
  en: `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|${monthName('en')} (?:the )?\\d{1,2}${ORDINAL}(?:(?: ,)? \\d{4})?|(?:the )?\\d{1,2}${ORDINAL} (?:of )?${monthName('en')}(?:(?: ,)? \\d{4})?`,
  es: `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2} de ${monthName('es')}(?: (?:de |del )?\\d{4})?|\\d{1,2} ${monthName('es')}(?: \\d{4})?`,
};

const range = ways({
  pt: `(?:so |somente |apenas |valendo )?(?:de|do|do dia|dos dias|desde|entre|entre os dias|entre o dia|a partir de|a partir do dia) (${DATE.pt}|\\d{1,2}${ORDINAL}) (?:a|ao|ao dia|ate|ate o dia|ate dia|e|e o dia|-) (${DATE.pt}) / (${DATE.pt}|\\d{1,2}${ORDINAL}) (?:a|ate|-) (${DATE.pt})`,
  en: `(?:only )?(?:from|between) (?:the )?(${DATE.en}|\\d{1,2}${ORDINAL}) (?:to|until|till|through|and|-) (${DATE.en}|\\d{1,2}${ORDINAL}) / (${DATE.en}) (?:to|until|till|through|-) (${DATE.en}|\\d{1,2}${ORDINAL})`,
  es: `(?:solo )?(?:de|del|del dia|desde el|desde|entre el|entre) (${DATE.es}|\\d{1,2}) (?:a|al|al dia|hasta el|hasta|y el|y|-) (${DATE.es}) / (${DATE.es}|\\d{1,2}) (?:al|a|-) (${DATE.es})`,
});
/** Two days that follow each other are a range: `25 e 26 de dezembro`. */
const neighbours = ways({
  pt: `(?:so |somente |apenas )?(?:nos dias |dias |em )?(\\d{1,2}) e (${DATE.pt})`,
  en: `(?:only )?(?:on )?(?:the )?(${DATE.en}|\\d{1,2}${ORDINAL}) and (?:the )?(${DATE.en}|\\d{1,2}${ORDINAL})`,
  es: `(?:solo )?(?:los dias |los |el )?(\\d{1,2}) y (?:el )?(${DATE.es})`,
});
const until = ways({
  pt: `(?:de hoje |desde hoje |valendo )?(?:ate o dia|ate dia|ate|ate o) (${DATE.pt})`,
  en: `(?:from today |from now )?(?:until|till|through) (?:the )?(${DATE.en})`,
  es: `(?:desde hoy |de hoy )?(?:hasta el dia|hasta el|hasta) (${DATE.es})`,
});
/** Of this month, or of the next one that has it. */
const untilDay = ways({
  pt: '(?:de hoje |desde hoje |valendo )?(?:ate o dia|ate dia) (\\d{1,2})(?! (?:%|de|do|reais|pontos?) )',
  en: '(?:from today |from now )?(?:until|till|through) (?:the (\\d{1,2})(?: (?:st|nd|rd|th))|the day (\\d{1,2}))(?! of )',
  es: '(?:desde hoy |de hoy )?(?:hasta el dia|hasta el) (\\d{1,2})(?! (?:%|de|reales|puntos?) )',
});
const since = ways({
  pt: `(?:(?:valendo|vale|valid[oa]|so|somente|comecando|comeca) )*(?:a partir d[eo]|apartir d[eo]|desde(?: o)?|a contar d[eo]|comecando (?:em|no)|comeca (?:em|no)|a comecar (?:em|de|no)) (?:dia )?(${DATE.pt})`,
  en: `(?:(?:valid|only|it|and) )*(?:from|starting(?: on| from)?|starts(?: on)?|beginning(?: on)?|as of|effective(?: from)?) (?:the )?(${DATE.en})`,
  es: `(?:(?:vale|valid[oa]|solo) )*(?:a partir del?|desde(?: el)?|a contar del?|comenzando el|empezando el|empieza el|comienza el) (?:dia )?(${DATE.es})`,
});
const single = ways({
  pt: `(?:so |somente |apenas )?(?:no dia |dia |em |no |na )?(${DATE.pt})`,
  en: `(?:only )?(?:on |on the )?(${DATE.en})`,
  es: `(?:solo )?(?:el dia |el |en )?(${DATE.es})`,
});
const named = ways({
  pt: `(?:so |somente |apenas )?(?:nessa |nesta |na |no |a )?${dayName('pt')} (?:no |o )?(?:dia )?(${DATE.pt})`,
  en: `(?:only )?(?:on )?(?:this )?${dayName('en')} (?:the )?(${DATE.en})`,
  es: `(?:solo )?(?:este |el )?${dayName('es')} (?:el )?(?:dia )?(${DATE.es})`,
});
const wholeMonth = ways({
  pt: `(?:em|durante|no mes de|durante o mes de|durante todo o mes de|o mes de|mes de|em todo o mes de|todo o mes de|o|todo) (${monthName('pt')})(?: (?:de |do )?(\\d{4}))?(?: (?:inteiro|todo))? / (${monthName('pt')})(?: (?:de |do )?(\\d{4}))? (?:inteiro|todo)`,
  en: `(?:in|during|throughout|for the month of|in the month of|the month of|all of|all|the whole of|the whole month of) (${monthName('en')})(?: (?:of )?(\\d{4}))?`,
  es: `(?:en|durante|en el mes de|durante el mes de|el mes de|todo el mes de|todo) (${monthName('es')})(?: (?:de |del )?(\\d{4}))?(?: (?:entero|completo))? / (${monthName('es')})(?: (?:de |del )?(\\d{4}))? (?:entero|completo)`,
});
const bothDays = ways({
  pt: '(?:so |somente |apenas )?(?:para )?hoje e amanha',
  en: '(?:only |just )?(?:for )?today and tomorrow',
  es: '(?:solo |solamente )?(?:por |para )?hoy y manana',
});
const relative = ways({
  pt: '(?<! (?:partir de|ate|desde|de|antes de|depois de) )(?:(?:vale|valido|valida|valendo|so|somente|apenas) )*(?:para )?(hoje|amanha)(?! (?:ate|e|a) )',
  en: '(?<! (?:from|until|till|after|before|since|through|starting) )(?:(?:valid|only|just) )*(?:for )?(today|tomorrow)(?: only)?(?! (?:to|and|until|through) )',
  es: '(?<! (?:partir de|hasta|desde|de|antes de|despues de|la) )(?:(?:vale|valido|solo|solamente) )*(?:por |para )?(hoy|manana)(?! (?:hasta|y|a) )',
});

const CUE = new RegExp(
  `\\d/\\d| (?:dia|until|till|through|hasta|hoje|amanha|today|tomorrow|hoy|manana|${Object.values(MONTHS)
    .flat()
    .map((name) => name.slice(0, 3))
    .join('|')})`,
);

/** What days are called says nothing beside their dates. */
const occasion = ways({
  pt: '(?:(?:na|no|nas|nos|da|de|do|para|durante|as|a|o) )*(?:ferias|feriad(?:o|os|ao)|natal|pascoa|carnaval|black friday|reveillon|dia d[aeo]s? (?:maes|pais|criancas|namorados))(?: (?:de|que vem|,))?',
  en: '(?:(?:over|during|for|on|in|the|our|a) )*(?:holidays?|vacations?|(?:christmas|xmas)(?: eve| day)?|easter|carnival|black friday|cyber monday|new year(?: s)?(?: eve)?|(?:mothers?|fathers?|valentines?)(?: s)? day)(?: (?:,|break|season|special|deal))?',
  es: '(?:(?:en|por|para|durante|el|la|las|los|del|de) )*(?:vacaciones|feriados?|festivos?|navidad|nochebuena|pascua|carnaval|black friday|reyes|dia de(?:l| la)? (?:madre|padre|nino|los enamorados))',
});

/** The days on which a rule is in force, both ends in: `de 1 a 24 de dezembro`, `em dezembro`, `até 24/12`. */
export const dates: Facet = {
  cue: CUE,
  read(sentence, { conditions }) {
    const note = (said: readonly [string, string] | null): boolean => {
      if (said === null) sentence.refuse('dates');
      else conditions.dates = [...said];
      return true;
    };
    const { lang, today } = sentence;
    const one = (said: string): readonly [string, string] | null => {
      const date = nextDate(readDate(said, sentence), today);
      return date === null ? null : [date, date];
    };
    void (
      sentence.take(range, ({ groups }) => {
        const [start = '', end = ''] = groups;
        const [first, last] = [readDate(start, sentence), readDate(end, sentence)];
        return first.month === null && last.month === null ? false : note(nextRange(first, last, today));
      }) ||
      begins(sentence, { one, note }) ||
      sentence.take(neighbours, ({ groups: [start = '', end = ''] }) => {
        const said = nextRange(readDate(start, sentence), readDate(end, sentence), today);
        return said !== null && said[1] === dayAfter(said[0]) ? note(said) : false;
      }) ||
      sentence.take(wholeMonth, ({ groups: [name = '', year] }) =>
        note(monthOf(monthNumber(name, lang), year === undefined ? null : Number(year), today)),
      ) ||
      sentence.take(until, ({ groups: [end = ''] }) => {
        const last = one(end);
        return note(last === null || last[0] < today ? null : [today, last[0]]);
      }) ||
      sentence.take(untilDay, ({ groups: [day = ''] }) => {
        const last = nextDay(Number(day), today);
        return note(last === null ? null : [today, last]);
      }) ||
      sentence.take(named, ({ groups: [day = ''], text }) => {
        const said = one(day);
        // `sexta dia 27/11`: the day's name once more; another day's is a slip.
        const isIt = said === null || daysIn(text, lang).includes(weekdayOf(dayNumberOf(said[0])));
        return note(isIt ? said : null);
      }) ||
      sentence.take(single, ({ groups: [day = ''] }) => note(one(day))) ||
      sentence.take(bothDays, () => note([today, dayAfter(today)])) ||
      sentence.take(relative, ({ groups: [day = ''] }) => {
        // Of a birthday: whose is it?
        if (conditions.birthday !== undefined) return false;
        const date = /^(?:hoje|today|hoy)$/.test(day) ? today : dayAfter(today);
        return note([date, date]);
      })
    );
    if (conditions.dates !== undefined) sentence.take(occasion);
  },
  print({ conditions }, lang) {
    return conditions?.dates === undefined ? null : printDateRange(conditions.dates, lang);
  },
};

interface Reading {
  one: (said: string) => readonly [string, string] | null;
  note: (said: readonly [string, string] | null) => boolean;
}

/** What begins and does not say when it ends has no dates yet. */
function begins(sentence: Sentence, { one, note }: Reading): boolean {
  let first: string | null = null;
  let text = '';
  const isSaid = sentence.take(since, ({ groups: [day = ''], start, end }) => {
    first = one(day)?.[0] ?? null;
    text = written(sentence.from(start).slice(0, end - start));
  });
  if (!isSaid) return false;
  let last: string | null = null;
  const ends = sentence.take(until, ({ groups: [day = ''] }) => void (last = one(day)?.[0] ?? null));
  if (first === null || ends) return note(first === null || last === null ? null : [first, last]);
  sentence.ask({ reason: 'until-when', text, from: printDate(first, sentence.lang) });
  return true;
}

export function printDateRange(days: readonly [string, string], lang: Language): string {
  const [first, last] = days.map((date) => printDate(date, lang));
  const { on, from, to } = PRINTED[lang];
  return first === last ? `${on} ${first}` : `${from} ${first} ${to} ${last}`;
}

function monthOf(month: number, year: number | null, today: string): readonly [string, string] | null {
  return nextRange({ day: 1, month, year }, { day: 'last', month, year }, today);
}

const monthNumber = (name: string, lang: Language): number =>
  name.startsWith('set') && lang === 'es'
    ? 9
    : 1 + MONTHS[lang].findIndex((full) => full.startsWith(name.slice(0, 3)));

/**
 * `24/12/2026`, `24 de dezembro`, `Dec 24th, 2026`, `24`; in figures the day comes first, as in Brazil. An English
 * date in figures that could be read the other way round is asked about.
 */
function readDate(said: string, sentence: Sentence): Day {
  const { lang } = sentence;
  const [figures, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?$/.exec(said) ?? [];
  if (figures !== undefined && lang === 'en' && Number(day) <= 12 && Number(month) <= 12 && day !== month)
    sentence.ask({ reason: 'which-of', text: said, either: bothWays(Number(day), Number(month), sentence) });
  if (figures !== undefined)
    return { day: Number(day), month: Number(month), year: year === undefined ? null : fullYear(year) };
  const name = new RegExp(`(?:^|\\s)(${monthName(lang)})(?:\\s|$)`).exec(said)?.[1];
  const numbers = said.match(/\d+/g) ?? [];
  return {
    day: Number(numbers.find((number) => number.length < 3) ?? 0),
    month: name === undefined ? null : monthNumber(name, lang),
    year: Number(numbers.find((number) => number.length === 4) ?? 0) || null,
  };
}

function bothWays(one: number, other: number, { today, lang }: Sentence): string[] {
  const days = [
    nextDate({ day: one, month: other, year: null }, today),
    nextDate({ day: other, month: one, year: null }, today),
  ];
  return days.filter((day) => day !== null).map((day) => printDate(day, lang));
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

export function printDate(date: string, lang: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (lang !== 'en') return `${day}/${month}/${year}`;
  const name = MONTHS.en[Number(month) - 1] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${Number(day)}, ${year}`;
}

const PRINTED = {
  pt: { on: 'em', from: 'de', to: 'a' },
  en: { on: 'on', from: 'from', to: 'to' },
  es: { on: 'el', from: 'del', to: 'al' },
};
