import { cohortsOf, type Cohorts } from '../../../../loyalty';
import type { CohortsCard, Command, Reply, Turn } from '../../../command';
import { formatIn } from '../../../messages';
import { asksWhy } from '../../answers';

export const cohorts: Command = {
  name: 'cohorts',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|quero ver|qual o|qual e o|me mostra)] [o] (retorno|retornos|coorte|coortes) [(dos clientes|de clientes|da loja)]',
      'o que (e|sao|significa|quer dizer) [(a|o|as|os)] (coorte|coortes|retorno)',
      '[(ver|mostrar|quero ver)] quem (volta|voltou|esta voltando) [a comprar]',
    ],
    en: [
      '[(see|show|show me)] [the] (return|returns|cohort|cohorts|cohort table|retention) [(of customers|of the shop)]',
      'what (is|are|does) [(the|a)] (cohort|cohorts|retention) [mean]',
      '[(see|show me)] who (returns|comes back|came back) [to buy]',
    ],
    es: [
      '[(ver|mostrar|quiero ver|muestrame)] [el] (retorno|retornos|cohorte|cohortes) [(de los clientes|de clientes|de la tienda)]',
      'que (es|son|significa|quiere decir) [(el|la|las|un|una)] (cohorte|cohortes|retorno)',
      '[(ver|mostrar|quiero ver)] quien (vuelve|volvio) [a comprar]',
    ],
  },
  examples: {
    pt: [
      { says: 'retorno', args: {} },
      { says: 'quem volta a comprar?', args: {} },
    ],
    en: [
      { says: 'returns', args: {} },
      { says: 'show me who comes back', args: {} },
    ],
    es: [
      { says: 'retorno', args: {} },
      { says: '¿quién vuelve a comprar?', args: {} },
    ],
  },
  handle: async (turn) => answer(turn, await cohortsOf(turn.work)),
  steps: {
    more: async (turn, text) => {
      const { cohorts: say } = turn.say;
      return asksWhy(text) ? { text: `${say.how}\n${say.why}`, ask: { step: 'more', data: {} } } : null;
    },
  },
};

function answer(turn: Turn, { table, isCounting }: Cohorts): Reply {
  const { say, lang, shop } = turn;
  const { number, monthName } = formatIn(lang, shop.zone);
  const counting = isCounting ? [say.report.counting] : [];
  if (table.length === 0) return { text: [...counting, say.cohorts.none].join('\n') };
  // The newest whose next month has begun; its own size where there is only one month yet.
  const told = table.findLast(({ returned, size }) => returned.length > 0 && size > 0) ?? table[0];
  const of = { month: monthName(told?.cohort ?? ''), size: number(told?.size ?? 0) };
  const next = told?.returned[0];
  const ask = { step: 'more', data: {} };
  // One month alone has nothing to show in a table.
  if (next === undefined) return { text: [...counting, say.cohorts.only(of)].join('\n'), ask };
  const line = say.cohorts.line({ ...of, next: number(next) });
  return { text: [...counting, line, say.cohorts.how].join('\n'), card: picture(turn, table), ask };
}

function picture({ say: { cohorts: say } }: Turn, table: Cohorts['table']): CohortsCard {
  return {
    kind: 'cohorts',
    title: say.title,
    after: say.after,
    rows: table.map(({ cohort, size, returned }) => ({
      label: `${cohort.slice(5)}/${cohort.slice(2, 4)}`,
      size,
      returned: [...returned],
    })),
  };
}
