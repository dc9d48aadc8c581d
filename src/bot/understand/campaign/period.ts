import type { CampaignChange, Language } from '../../../loyalty';
import { dayAfter, daysAfter } from '../rule/calendar';
import { ways, type Sentence } from '../rule/sentence';
import { daysOf, SPAN } from '../rule/spans';

const WEEKDAYS: Record<Language, readonly string[]> = {
  pt: ['segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado', 'domingo'],
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  es: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
};
const anyDay = (lang: Language): string => `(${WEEKDAYS[lang].join('|')})`;

/** Words that lead to an end, and say nothing more. */
const lead = ways({
  pt: '(?:que )?(?:valid[oa]s?|valendo|vale|valem)(?= ate )',
  en: '(?:and |that )?(?:valid|good|lasts?|running)(?= (?:until|till|through) )',
  es: '(?:que )?(?:valid[oa]s?|vale|valen)(?= hasta )',
});
const ends = ways({
  pt: '(?:(?:e|o|a|seu|que|pode|quero) )*(?:termin(?:a|ar|e)|acab(?:a|ar|e)|encerr(?:a|ar|e)|prorrog(?:a|ar|ue)|estend(?:e|er|a)|adi(?:a|ar|e)|ultimo dia|data final|novo prazo)(?: (?:em|no|na|de|para|por|dia|e|=))*',
  en: '(?:(?:and|the|its) )*(?:ends?|finish(?:es)?|extend(?:ed)?|prolong|postpone|last day|end date|new deadline)(?: (?:on|in|is|for|by|of|=))*',
  es: '(?:(?:y|el|la|su|que) )*(?:termin(?:a|ar|e)|acab(?:a|ar|e)|extiend(?:e|a)|extender|prorrog(?:a|ar|ue)|ultimo dia|fecha final|nuevo plazo)(?: (?:en|el|de|para|por|dia|es|=))*',
});
const untilWeekday = ways({
  pt: `ate (?:(?:a|o|esta|este|proxim[ao]) )*${anyDay('pt')}(?:(?: -)? feira)?(?: que vem)?`,
  en: `(?:until|till|through) (?:(?:the|this|next) )*${anyDay('en')}`,
  es: `hasta (?:(?:el|este|proximo) )*${anyDay('es')}(?: que viene)?`,
});
const weekday = ways({
  pt: `(?:(?:a|o|na|no|esta|este|nesta|neste|proxim[ao]) )*${anyDay('pt')}(?:(?: -)? feira)?(?: que vem)?`,
  en: `(?:(?:the|on|this|next) )*${anyDay('en')}`,
  es: `(?:(?:el|este|proximo) )*${anyDay('es')}(?: que viene)?`,
});
const untilSoon = ways({
  pt: 'ate (hoje|amanha)',
  en: '(?:until|till|through) (today|tomorrow)',
  es: 'hasta (hoy|manana)',
});
const untilMonthEnd = ways({
  pt: 'ate o (?:fim|final) (?:do|deste) mes',
  en: '(?:until|till|through) (?:the )?end of (?:the|this) month',
  es: 'hasta (?:el )?(?:fin|final) (?:de|del|de este) mes',
});
const inDays = ways({
  pt: `(?:termin\\w+|acab\\w+|encerr\\w+) (?:em|daqui a) ${SPAN.pt}`,
  en: `(?:ends?|finish(?:es)?) in ${SPAN.en}`,
  es: `(?:termin\\w+|acab\\w+) en ${SPAN.es}`,
});
const longer = ways({
  pt: `(?:por )?mais ${SPAN.pt}`,
  en: `(?:for |by )?${SPAN.en} (?:more|longer) / (?:for |by )?(?:another|more) ${SPAN.en}`,
  es: `(?:por )?${SPAN.es} mas / (?:por )?(?:otros|mas) ${SPAN.es}`,
});

/** `mais 7 dias`. */
export function longerBy(sentence: Sentence): Pick<CampaignChange, 'more_days'> {
  const change: ReturnType<typeof longerBy> = {};
  sentence.take(longer, ({ groups }) => void (change.more_days = daysOf(groups)));
  return change;
}

/** The last day as words say it, YYYY-MM-DD: `até sexta`. What is a date is read by the readers of dates. */
export function lastDayIn(sentence: Sentence): Pick<CampaignChange, 'last_day'> {
  const { lang, today } = sentence;
  const change: ReturnType<typeof lastDayIn> = {};
  const note = (day: string): void => void (change.last_day = day);
  sentence.take(lead);
  void (
    sentence.take(inDays, ({ groups }) => note(daysAfter(today, daysOf(groups)))) ||
    sentence.take(untilSoon, ({ groups: [day = ''] }) =>
      note(/^(?:hoje|today|hoy)$/.test(day) ? today : dayAfter(today)),
    ) ||
    sentence.take(untilMonthEnd, () => note(monthEnd(today))) ||
    sentence.take(untilWeekday, ({ groups: [day = ''] }) => note(nextWeekday(lang, day, today)))
  );
  const isEnd = sentence.take(ends);
  if (isEnd && change.last_day === undefined)
    sentence.take(weekday, ({ groups: [day = ''] }) => note(nextWeekday(lang, day, today)));
  return change;
}

function monthEnd(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Today too may be it. */
function nextWeekday(lang: Language, name: string, today: string): string {
  const wanted = WEEKDAYS[lang].indexOf(name);
  let day = today;
  while ((new Date(day).getUTCDay() + 6) % 7 !== wanted) day = dayAfter(day);
  return day;
}
