import type { Facet } from '../../facet';
import { ways } from '../../sentence';

const DAY = {
  pt: '(?:aniversarios?|niver|nivers)',
  en: '(?:birthdays?|bday|bdays)',
  es: '(?:cumpleanos|cumple|cumples)',
};
const OF = {
  pt: '(?: (?:do|da|de|dos|das|o|a|deles?|cada|cliente|clientes|pessoa|seu|sua))*',
  en: '(?: (?:of|the|your|their|his|her|a|each|customers?))*',
  es: '(?: (?:del|de la|de los|de las|de|su|sus|tu|cada|el|los|clientes?))*',
};
const WHO = {
  pt: '(?:(?:para|so|somente|apenas|quem|quando|todo|toda|cada|todos|ele|os|as|o|a|cliente|clientes|que) )*',
  en: '(?:(?:to|for|only|when|every|it is|customers?|those|who|whoever|anyone|people|if|with|whose) )*',
  es: '(?:(?:para|a|solo|cuando|todo|cada|quien|quienes|los|las|el|la|clientes?|que) )*',
};
const CELEBRATES = {
  pt: '(?:faz|fazem|fizer|fizerem|fazendo|esta fazendo|comemora)',
  en: '(?:has|have|having|celebrates?|celebrating)',
  es: '(?:cumple|cumplen|cumpla|cumplan|celebra|celebran)',
};

const month = ways({
  pt: `(?:so |somente |apenas )?(?:(?:no|durante o|durante todo o|em todo o|o|para o|do) )?mes (?:todo )?d[eo]${OF.pt} ${DAY.pt}${OF.pt} / (?:no )?${DAY.pt} (?:do|no) mes /
    ${WHO.pt}aniversariantes?(?: (?:do|deste|desse|no|neste|nesse) mes) / ${WHO.pt}${CELEBRATES.pt} (?:${DAY.pt}|anos) (?:no|neste|nesse|durante o) mes`,
  en: `(?:only )?(?:(?:in|during|for|all|throughout|on) )*(?:the |their |your |his |her |a )?(?:customers?(?: s)? )?${DAY.en} month${OF.en} / (?:(?:in|during) )?(?:the )?month of${OF.en}(?: s)? ${DAY.en} /
    ${WHO.en}${CELEBRATES.en} (?:a |their )?${DAY.en} (?:this|in the|during the) month / ${WHO.en}(?:a )?${DAY.en} (?:is )?(?:this|in the) month / ${WHO.en}${DAY.en} (?:folks|people|boys?|girls?|kids?|customers?) (?:this|of the|in the) month`,
  es: `(?:solo )?(?:(?:en|durante|todo|por) )*(?:el )?mes (?:de|del)${OF.es} ${DAY.es}${OF.es} / ${WHO.es}cumpleaner[oa]s?(?: del| de este| este) mes / ${WHO.es}${CELEBRATES.es} (?:anos|su cumpleanos) (?:en el|este|durante el) mes`,
});
const week = ways({
  pt: `(?:so |somente |apenas )?(?:(?:na|durante a|a|para a|da) )?semana d[eo]${OF.pt} ${DAY.pt}${OF.pt} / ${WHO.pt}aniversariantes?(?: (?:da|desta|dessa|na|nesta) semana) / ${WHO.pt}${CELEBRATES.pt} (?:${DAY.pt}|anos) (?:na|nesta|nessa) semana`,
  en: `(?:only )?(?:(?:in|during|for|all|throughout|on) )*(?:the |their |your |his |her |a )?(?:customers?(?: s)? )?${DAY.en} week${OF.en} / (?:(?:in|during) )?(?:the )?week of${OF.en}(?: s)? ${DAY.en} / ${WHO.en}${CELEBRATES.en} (?:a |their )?${DAY.en} this week`,
  es: `(?:solo )?(?:(?:en|durante|toda|por) )*(?:la )?semana (?:de|del)${OF.es} ${DAY.es}${OF.es} / ${WHO.es}cumpleaner[oa]s?(?: de la| de esta| esta) semana / ${WHO.es}${CELEBRATES.es} anos (?:en la|esta) semana`,
});
const day = ways({
  pt: `(?:so |somente |apenas )?(?:(?:no|em|o|para o|de|quando for|ao) )*(?:dia )?(?:(?:de|do|no|seu) )*${DAY.pt}${OF.pt} / ${WHO.pt}aniversariantes?(?: (?:do|no) (?:proprio )?dia)? / ${WHO.pt}${CELEBRATES.pt} (?:${DAY.pt}|anos)(?: no dia)?`,
  en: `(?:only )?(?:(?:on|for|at) )*(?:the |a )?(?:day of )?(?:the |a |your |their |his |her )?(?:customers?(?: s)? )?${DAY.en}(?: (?:day|folks|people|boys?|girls?|kids?|customers?))?${OF.en}`,
  es: `${WHO.es}${CELEBRATES.es} anos(?: ese dia)? / (?:solo )?(?:(?:en|el|para el|por|por el|de) )*(?:dia )?(?:(?:de|del|de su|su|tu) )*${DAY.es}${OF.es} / ${WHO.es}cumpleaner[oa]s?(?: del dia)?`,
});

/** Says nothing more of a birthday. */
const thatDay = ways({
  pt: '(?:no|nesse|naquele) (?:proprio |mesmo )?dia(?= (?:[·,]|$))',
  en: '(?:on|that) (?:the |that |very |their |its )*day(?= (?:[·,]|$))',
  es: '(?:ese|en ese|en el) (?:mismo )?dia(?= (?:[·,]|$))',
});

/** `no aniversário`, `na semana do aniversário`, `no mês do aniversário`. */
export const birthday: Facet = {
  cue: / (?:aniv|niver|birth|bday|cumple|faz|fiz)/,
  read(sentence, { conditions }) {
    for (const [when, said] of [
      ['month', month],
      ['week', week],
      ['day', day],
    ] as const)
      if (
        sentence.take(said, () => {
          conditions.birthday = when;
        })
      ) {
        if (when === 'day') sentence.take(thatDay);
        return;
      }
  },
  print: ({ conditions }, lang) =>
    conditions?.birthday === undefined ? null : PRINTED[lang][conditions.birthday],
};

const PRINTED = {
  pt: { day: 'no dia do aniversário', week: 'na semana do aniversário', month: 'no mês do aniversário' },
  en: { day: 'on the birthday', week: 'in the birthday week', month: 'in the birthday month' },
  es: {
    day: 'en el día del cumpleaños',
    week: 'en la semana del cumpleaños',
    month: 'en el mes del cumpleaños',
  },
};
