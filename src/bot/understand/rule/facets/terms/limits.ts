import type { Language, Limits } from '../../../../../loyalty';
import type { Facet } from '../../facet';
import { printMoney, printWhole, readWhole } from '../../figures';
import { ways, type Said } from '../../sentence';

type LimitKey = Exclude<keyof Limits, 'budget_cents'>;
type Period = 'sale' | 'day' | 'week' | 'month';

const PERIODS: readonly Period[] = ['sale', 'day', 'week', 'month'];

const MOST = {
  pt: '(?:(?:com|ate|de|tem|o|um|e|mas|so que|podendo|pode|podem|ganhar|ganha|ganho|receber|beneficio|desconto|valor|ganhos) )*(?:no maximo|ao maximo|maximo de|maxima de|maximo|max de|max|limite maximo de|limite de|limite|limitad[oa]s? (?:a|em|ao valor de)|ganho maximo de|ganho maximo|maxima|teto de|teto|nao (?:passa|passando|passar|passe|ultrapassa|ultrapassando|ultrapasse)(?: de)?|nao mais (?:de|que)|ate no maximo|sem passar de|nunca (?:mais de|mais que|passa de|passando de)|com teto de|com limite de)(?: ate)?',
  en: '(?:(?:with|a|the|of|up to|can|may|earn|earning|get|getting|benefit|discount|but|and|it) )*(?:max(?:es|ing)? out at|topp?(?:s|ing)? out at|(?<! (?:bill|total|ticket|order|purchase|amount|tab|check|sale|it) )tops(?: at)?|caps? (?:it |this |that )?at|capping (?:it )?at|never over|never above|not over|not above|never exceeds?|does not exceed|capped at|cap of|cap|limited to|limit of|limit|maximum of|maximum earning|maximum|max of|max|at most|no more than|not more than|never more than|not exceeding|up to a maximum of|up to at most)',
  es: '(?:(?:con|de|un|el|hasta|y|pero|pudiendo|puede|pueden|ganar|gana|ganancia|recibir|beneficio|descuento) )*(?:como maximo|maximo de|maxima de|maximo|max de|max|limite de|limite|limitad[oa]s? (?:a|en)|como mucho|a lo sumo|tope de|tope|topad[oa] (?:a|en)|no mas de|nunca (?:mas de|mas que|pasa(?:ndo)? de|supera)|(?:que )?no (?:pase|supere|exceda|pasa|supera)(?: de)?|sin pasar de|hasta un maximo de|hasta maximo)',
};
const OF = {
  pt: '(?: (?:de cashback|de volta|em cashback|pontos?))?',
  en: '(?: (?:of cashback|in cashback|cashback|back|points?))?',
  es: '(?: (?:de cashback|de vuelta|en cashback|puntos?))?',
};
const CUSTOMER = {
  pt: '(?:por cliente|por pessoa|por cpf|cada pessoa|para cada cliente|cada cliente|a cada cliente|cada um|de cada cliente|o cliente|por cabeca)',
  en: '(?:per customer|per person|each person|every person|per head|apiece|for each customer|for (?:each|every) person|each customer|a customer|by customer|per client|every customer|each(?! (?:purchase|sale|order|day|week|month|real) ))',
  es: '(?:por cliente|por persona|(?:a )?cada persona|para cada cliente|cada cliente|a cada cliente|cada uno)',
};
const PER: Record<Language, Record<Period, string>> = {
  pt: {
    sale: '(?:por (?:compra|venda|pedido|nota|visita|atendimento|vez)|(?:em |a )?cada (?:compra|venda|pedido)|na compra)',
    day: '(?:por dia|ao dia|no dia|a cada dia|diario|diaria|diarios|num dia|no mesmo dia|/ dia)',
    week: '(?:por semana|na semana|a cada semana|semanal|semanais|numa semana)',
    month: '(?:por mes|ao mes|no mes|a cada mes|mensal|mensais|num mes)',
  },
  en: {
    sale: '(?:per (?:purchase|sale|order|visit|ticket|transaction)|(?:(?:on|for) )?(?:each|every) (?:purchase|sale|order|visit|ticket|time)|an? (?:purchase|sale|order|visit|ticket)|at a time|in one go|at once)',
    day: '(?:per day|a day|each day|every day|daily|in a day|in one day)',
    week: '(?:per week|a week|each week|every week|weekly|in a week)',
    month: '(?:per month|a month|each month|every month|monthly|in a month)',
  },
  es: {
    sale: '(?:por (?:compra|venta|pedido|ticket|boleta|visita|vez)|(?:en |por )?cada (?:compra|venta|pedido))',
    day: '(?:por dia|al dia|en el dia|cada dia|diarios?|diarias?|en un dia)',
    week: '(?:por semana|a la semana|en la semana|cada semana|semanal|semanales|en una semana)',
    month: '(?:por mes|al mes|en el mes|cada mes|mensual|mensuales|en un mes)',
  },
};
const EARNS = {
  pt: '(?: (?:pode|podem|vai|so))*(?: (?:ganha|ganham|ganhar|recebe|receber|acumula|acumular|junta|juntar))?',
  en: '(?: (?:can|may|will|only))*(?: (?:earns?|gets?|receives?|collects?))?',
  es: '(?: (?:puede|pueden|solo|le|les))*(?: (?:toca|gana|ganan|ganar|recibe|recibir|acumula|acumular|junta|juntar))?',
};
const SHORT = {
  pt: '(?:limite|teto|maximo)',
  en: '(?:limit|cap|maximum|max)',
  es: '(?:limite|tope|maximo)',
};

/** `cada cliente só pode ganhar 40`. */
const ONLY = {
  pt: '(?:so|apenas|somente) (?:pode |consegue |vai )?(?:ganhar|ganha|receber|recebe|acumular|acumula|juntar|junta)(?: ate)?',
  en: '(?:can |may |will )?(?:only|just) (?:earn|get|receive|collect|make)s?(?: up to)?',
  es: '(?:solo|solamente) (?:puede |va a )?(?:ganar|gana|recibir|recibe|acumular|acumula|juntar|junta)(?: hasta)?',
};
const GAINS = {
  pt: '(?:ganhe|ganha|ganhando|podendo ganhar|recebe|recebendo|dando|limitado)',
  en: '(?:earn|earns|earning|get|gets|getting|giving|worth)',
  es: '(?:gana|gane|ganando|pudiendo ganar|recibe|dando)',
};
/** Before what is more than the limit. */
const NOBODY = {
  pt: '(?:nenhum cliente|nenhuma pessoa|ninguem) (?:pode )?(?:ganha|ganhar|recebe|receber|leva|levar|acumula|acumular|junta|juntar)r? (?:mais (?:de|que)|acima de)',
  en: '(?:no customer|no one|nobody|no person) (?:can |may |should |will )?(?:gets?|earns?|receives?|collects?|takes?) (?:more than|over|above)',
  es: '(?:ningun cliente|ninguna persona|nadie) (?:puede )?(?:gana|ganar|recibe|recibir|lleva|llevar|acumula|acumular|junta|juntar)r? (?:mas de|mas que|por encima de)',
};
/** After its number. */
const TOPS = {
  pt: '(?:no maximo|ao maximo|maximo|max|no max)',
  en: '(?:at most|at the most|at max|max|maximum|tops)',
  es: '(?:como maximo|como mucho|a lo sumo|maximo|max)',
};
const UP_TO = { pt: 'ate', en: 'up to', es: 'hasta' };

/** The number in its place, its customer and its period, in the orders in which people put them. */
function ofPeriod(lang: Language, number: string, period: Period): string {
  const per = PER[lang][period];
  const most = `${MOST[lang]} ${number}${OF[lang]}`;
  if (period === 'sale')
    return `${most} ${per} / ${UP_TO[lang]} ${number}${OF[lang]} ${per} / ${SHORT[lang]} ${per}(?: (?:de|of|=))? ${number}${OF[lang]} / ${number}${OF[lang]} ${per} ${TOPS[lang]}`;
  const who = CUSTOMER[lang];
  const upTo = `(?:${MOST[lang]}|${UP_TO[lang]}) ${number}${OF[lang]}`;
  return [
    `${who}${EARNS[lang]} ${upTo} ${per}`,
    `${upTo} ${who} ${per}`,
    `${upTo} ${per}(?: ${who})?`,
    `${per} ${who}${EARNS[lang]} ${upTo}`,
    `${per}(?: ${who})? ${upTo}(?: ${who})?`,
    `${SHORT[lang]} ${per}(?: ${who})?(?: (?:de|of|=))* ${number}${OF[lang]}(?: ${who})?`,
    `${number}${OF[lang]} ${per}(?: ${who})? ${TOPS[lang]}(?: ${who})?`,
    `${number}${OF[lang]} ${who} ${per} ${TOPS[lang]}`,
    ...(lang === 'en' ? [`${number}${OF.en} ${per} ${SHORT.en}(?: ${who})?`] : []),
    `${who} ${ONLY[lang]} ${number}${OF[lang]} ${per}`,
    `${NOBODY[lang]} ${number}${OF[lang]} ${per}`,
    `${SHORT[lang]} ${who} ${per}(?: (?:de|of|=))* ${number}${OF[lang]}`,
    `(?:monthly|weekly|daily)?${SHORT[lang]} (?:de|of) ${number}${OF[lang]} (?:${who} )?${per}(?: ${who})?`,
  ].join(' / ');
}

const alone = (lang: Language, number: string): string =>
  `${lang === 'en' ? `(?:with )?(?:a )?${number} (?:cap|limit|ceiling|max|maximum)(?! ${CUSTOMER.en} ) / ` : ''}${MOST[lang]} ${number}${OF[lang]}(?! ${CUSTOMER[lang]} ) / ${UP_TO[lang]} ${number} (?:de cashback|de volta|of cashback|in cashback|cashback|back|de vuelta) / ${GAINS[lang]} ${UP_TO[lang]} ${number}${OF[lang]}`;

const each = (say: (lang: Language) => string): Record<Language, string> => ({
  pt: say('pt'),
  en: say('en'),
  es: say('es'),
});
const POINTS = { pt: '{int} pontos?', en: '{int} points?', es: '{int} puntos?' };
const LIMITS = PERIODS.toReversed().flatMap((period) =>
  (['points', 'cents'] as const).map((unit) => ({
    key: keyOf(unit, period),
    unit,
    said: ways(each((lang) => ofPeriod(lang, unit === 'points' ? POINTS[lang] : '{money}', period))),
  })),
);
/** `máximo R$ 20 por dia e R$ 100 por mês por cliente`: the next one, without its words. */
const NEXT = PERIODS.filter((period) => period !== 'sale').flatMap((period) =>
  (['points', 'cents'] as const).map((unit) => ({
    key: keyOf(unit, period),
    unit,
    said: ways(
      each((lang) => {
        const number = unit === 'points' ? POINTS[lang] : '{money}';
        return `(?<=· )(?:,|e|and|y|, e|, and|, y) ${number}${OF[lang]} (?:${CUSTOMER[lang]} )?${PER[lang][period]}(?: ${CUSTOMER[lang]})?`;
      }),
    ),
  })),
);
const ALONE = (['points', 'cents'] as const).map((unit) => ({
  key: keyOf(unit, 'sale'),
  unit,
  said: ways(each((lang) => alone(lang, unit === 'points' ? POINTS[lang] : '{money}'))),
}));

const OF_POINTS = / (?:pontos?|points?|puntos?) /;
const OF_MONEY = / (?:%|cashback|vouchers?|vales?|cupom|coupons?|cupon) /;
const CURRENCY = /r\$|\b(?:rea(?:l|is|les)|contos?|pilas?|brl)\b/;

/** Then it is the purchase that is limited, not what is given. */
const OF_PURCHASES =
  / (?:compras?|vendas?|purchases?|sales?|ventas?)(?: de| of)? (?:no maximo|como maximo|at most|no more than|ate no maximo) /;

/** The most that one sale gives, or one customer gets in a day, a week, a month: `máximo R$ 20 por cliente por mês`. */
export const limits: Facet = {
  cue: / (?:tops|mucho|sumo) | (?:max|limi|ningu|nadie|nobody|no one|nenhum|no customer|teto |cap |capp|top[ea]|at most|up to|ate |hasta |more than|exceed|maxe|tops|caps|never|nunca|(?:so|only|just|solo|apenas|somente|solamente) |no mas de|nao (?:mais|pass|ultrap)|(?:no|sin) (?:pas|supe|exce)|sem passar)/,
  read(sentence, { limits: of }) {
    const isOfPoints = sentence.has(OF_POINTS) && !sentence.has(OF_MONEY);
    const noteAs =
      (named: LimitKey, unit: 'points' | 'cents') =>
      ({ groups: [number], text }: Said): void => {
        // Without a currency it is of what the rule gives.
        const points = unit === 'points' || (isOfPoints && !CURRENCY.test(text));
        const key = points ? (named.replace('cents', 'points') as LimitKey) : named;
        const most = points ? readWhole(number) : sentence.money(number);
        if (of[key] !== undefined && of[key] !== most)
          sentence.ask({ reason: 'said-twice', text: number ?? '' });
        of[key] = most;
      };
    for (const { key, unit, said: way } of LIMITS) while (sentence.take(way, noteAs(key, unit)));
    if (Object.keys(of).length > 0)
      for (const { key, unit, said: way } of NEXT) sentence.take(way, noteAs(key, unit));
    for (const { key, unit, said: way } of ALONE) {
      if (unit === 'cents' && sentence.has(OF_PURCHASES)) continue;
      while (sentence.take(way, noteAs(key, unit)));
    }
  },
  print({ limits: of = {} }, lang) {
    const { most, points, per } = PRINTED[lang];
    const parts = PERIODS.flatMap((period) => {
      const cents = of[keyOf('cents', period)];
      const count = of[keyOf('points', period)];
      return [
        ...(cents === undefined ? [] : [`${most} ${printMoney(cents, lang)} ${per[period]}`]),
        ...(count === undefined ? [] : [`${most} ${printWhole(count)} ${points} ${per[period]}`]),
      ];
    });
    return parts.length === 0 ? null : parts.join(', ');
  },
};

function keyOf(unit: 'points' | 'cents', period: Period): LimitKey {
  return period === 'sale' ? `max_${unit}_per_sale` : `max_${unit}_per_customer_${period}`;
}

const PRINTED: Record<Language, { most: string; points: string; per: Record<Period, string> }> = {
  pt: {
    most: 'no máximo',
    points: 'pontos',
    per: {
      sale: 'por compra',
      day: 'por cliente por dia',
      week: 'por cliente por semana',
      month: 'por cliente por mês',
    },
  },
  en: {
    most: 'at most',
    points: 'points',
    per: {
      sale: 'per purchase',
      day: 'per customer per day',
      week: 'per customer per week',
      month: 'per customer per month',
    },
  },
  es: {
    most: 'como máximo',
    points: 'puntos',
    per: {
      sale: 'por compra',
      day: 'por cliente por día',
      week: 'por cliente por semana',
      month: 'por cliente por mes',
    },
  },
};
