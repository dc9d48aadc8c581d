import type { Language, Rule } from '../../../loyalty';
import type { RuleQuestion } from '../../command';
import { ruleOf } from './parse';
import { Sentence, ways } from './sentence';

const header = ways({
  pt: '(?:(?:quero|vamos|pode|da para|me|faz|faca|uma) )*(?:simul(?:ar|e|a|o|acao)|testar? a regra|quanto (?:(?:e )?que )?(?:me |eu |a gente |ia |iria |vai |teria |vou )*(?:custar|custado|sair|saido|dar|dado|gastar|gasto|pesar)|quanto (?:me )?(?:custaria|sairia|daria|gastaria|eu gastaria|teria custado|ia custar|custa)|e se (?:eu )?(?:desse|der|fizesse|fosse|tivesse)|como seria|(?:suponha|vamos supor|digamos|imagin[ae]) que(?: eu| a gente)?)(?: (?:de|dar|dou|dei|uma|um|a|o|se|eu|der|desse|regra|com|regra de))*',
  en: '(?:(?:i want to|please|can you|let us) )*(?:simulat(?:e|ion)|dry run(?: ,)?|run the numbers on|what would|how (?:much|expensive) would|what if(?: i| we)?|(?:suppose|imagine|say)(?: that)?(?: i| we))(?: (?:of|a|the|an|it|cost|costs|me|us|give|gave|giving|given|have|offer|offering|offered|if|i|we|rule|be|been|with|happen))*',
  es: '(?:(?:quiero|vamos a|puedes|me) )*(?:simul(?:ar|a|e|o|acion)|cuanto (?:me |nos |habria |hubiera |va a |iba a )*(?:costar|costado|salir|salido|gastar|gastado|dar|dado)|cuanto (?:me |nos )?(?:salia|costaba|daria|gastaba|costaria|saldria|gastaria|hubiera costado|cuesta)|y si (?:yo )?(?:diera|doy|damos|daba)|si (?:yo )?(?:diera|daba|doy|damos)|como seria|(?:supongamos|supon|suponga|digamos|imagina|imaginate) que(?: yo)?)(?: (?:de|dar|una|un|la|el|si|doy|diera|regla|con))*',
});
const again = ways({
  pt: '(?:custaria|sairia|(?:quanto )?(?:eu |me |ia |teria |iria )*(?:custaria|sairia|custar|custado|sair|saido|gastaria|gastar|dar))',
  en: '(?:cost|would cost|have been|have cost|been|(?:what|how much) would (?:that|it) (?:cost|be|have cost)(?: me)?|simulate)',
  es: '(?:costaria|saldria|(?:cuanto )?(?:me |nos )?(?:salia|costaba|saldria|costaria|hubiera costado|gastaria)(?: , simula)?|simulalo|simula)',
});

const MONTHS: Record<Language, string> = {
  pt: 'janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  en: 'january|february|march|april|may|june|july|august|september|october|november|december',
  es: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
};
const OVER = {
  pt: '(?:(?:nas|com as|sobre as|usando as|em cima das) vendas (?:de |do |da |desse |deste |dessa |desta )?)',
  en: '(?:(?:on|with|over|using) (?:the |my )?sales (?:of |from )?)',
  es: '(?:(?:en|con|sobre|usando) las ventas (?:de |del |de la )?)',
};
const relative = ways({
  pt: `(?:${OVER.pt}|no |na |nos |do |da )?(mes passado|ultimo mes|este mes|esse mes|mes atual|semana passada|ultima semana|esta semana|essa semana) / ${OVER.pt}(hoje|ontem|mes|semana)`,
  en: `(?:${OVER.en}|for |in |over |on )?(last month|this month|last week|this week) / ${OVER.en}(today|yesterday)`,
  es: `(?:${OVER.es}|el |la |del |de la )?(mes pasado|ultimo mes|este mes|semana pasada|ultima semana|esta semana) / ${OVER.es}(hoy|ayer)`,
});
const month = ways({
  pt: `${OVER.pt}(${MONTHS.pt})(?: (?:de )?(\\d{4}))?`,
  en: `${OVER.en}(${MONTHS.en})(?: (?:of )?(\\d{4}))?`,
  es: `${OVER.es}(${MONTHS.es})(?: (?:de )?(\\d{4}))?`,
});

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/^(?:hoje|today|hoy)$/, 'today'],
  [/^(?:ontem|yesterday|ayer)$/, 'yesterday'],
  [/^(?:semana passada|ultima semana|last week|semana pasada)$/, 'last-week'],
  [/semana|week/, 'this-week'],
  [/^(?:mes passado|ultimo mes|last month|mes pasado)$/, 'last-month'],
  [/mes|month/, 'this-month'],
];

export interface Simulation {
  rule?: Rule;
  ask?: RuleQuestion;
  period?: string;
}

/** A rule to be tried on past sales: `simular cashback 8% no pix`. Null where nothing is to be simulated. */
export function parseSimulation(text: string, lang: Language, today: string): Simulation | null {
  return readSimulation(new Sentence(text, lang, today));
}

const CUE =
  / (?:simul\w*|test\w*|quanto|cuanto|much|expensive|what|se|si|como|sup\w+|imagin\w+|digamos|say) /;

export function readSimulation(sentence: Sentence): Simulation | null {
  if (!sentence.has(CUE) || !sentence.take(header)) return null;
  while (sentence.take(again));
  const period = periodIn(sentence);
  const read = ruleOf(sentence) ?? { ask: { reason: 'no-benefit' } };
  return { ...read, ...(period === null ? {} : { period }) };
}

/** Of the months the last that has begun. */
function periodIn(sentence: Sentence): string | null {
  let period: string | null = null;
  sentence.take(relative, ({ groups: [said = ''] }) => {
    period = PERIODS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  });
  sentence.take(month, ({ groups: [name = '', year] }) => {
    const number = String(MONTHS[sentence.lang].split('|').indexOf(name) + 1).padStart(2, '0');
    const thisYear = sentence.today.slice(0, 4);
    const latest = `${thisYear}-${number}` <= sentence.today ? thisYear : String(Number(thisYear) - 1);
    period = `${year ?? latest}-${number}`;
  });
  return period;
}
