import { z } from 'zod';
import { keptEvents, resolveEvent, type KeptEvent } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn, whyKept } from '../../../messages';
import { staffOf } from '../../answers';
import { fitting } from '../../lines';

const AT_ONCE = 6;
const listed = z.object({ ids: z.array(z.int()) });
/** “ler 2”, “descartar 1”, as the catalogues offer it. */
const DECISION =
  /^\s*(?:(ler(?: de novo)?|usar|read(?: again)?|take|leer(?: de nuevo)?)|descartar|discard|put aside)\s+(\d{1,2})\s*[.!]?\s*$/i;

export const pending: Command = {
  name: 'pending',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quais sao|mostrar|tem)] [(as|os)] (pendencias|pendencia|pendentes)',
      '[o] que (esta|ficou) (pendente|parado)',
      '[(ver|mostrar)] [as] vendas (pendentes|com problema|com erro)',
      '[(ver|mostrar)] [a] (lista|fila) de espera',
      'quem [que] (espera|esta esperando|esta na espera|esta na fila)',
    ],
    en: [
      '[(see|show|show me|what are)] [the] pending (sales|events|things)',
      'what is pending',
      'pending',
      '[(see|show|show me)] [the] waiting list',
      'who is waiting',
      '[(see|show|show me)] [the] sales with (problems|errors)',
    ],
    es: [
      '[(ver|cuales son|mostrar|hay)] [(los|las)] (pendientes|pendencias)',
      'que (esta|quedo) pendiente',
      '[(ver|mostrar)] [la] lista de espera',
      'quien (espera|esta esperando|esta en espera)',
      '[(ver|mostrar)] [las] ventas (pendientes|con problemas|con error)',
    ],
  },
  examples: {
    pt: [
      { says: 'pendências', args: {} },
      { says: 'o que está pendente?', args: {} },
    ],
    en: [
      { says: 'pending sales', args: {} },
      { says: 'what is pending?', args: {} },
    ],
    es: [
      { says: 'pendientes', args: {} },
      { says: '¿qué está pendiente?', args: {} },
    ],
  },
  handle: (turn) => list(turn, null),
  steps: {
    decide: async (turn, text, data) => {
      const decision = DECISION.exec(text);
      if (decision === null) return null;
      const id = listed.parse(data).ids[Number(decision[2]) - 1];
      if (id === undefined)
        return {
          text: turn.say.numberFrom(listed.parse(data).ids.length),
          ask: { step: 'decide', data },
        };
      const how = decision[1] === undefined ? 'discard' : 'retry';
      const { events } = await keptEvents(turn.work, AT_ONCE);
      // Whose a sale is, no reading changes.
      if (how === 'retry' && events.find((event) => event.id === id)?.reason === 'other-buyer')
        return { text: turn.say.pending.staysTheirs, ask: { step: 'decide', data } };
      const done = await resolveEvent(turn.work, { id, how, by: staffOf(turn) });
      const { pending: say } = turn.say;
      return list(turn, done ? (how === 'retry' ? say.retried : say.discarded) : say.gone);
    },
  },
};

/** What waits, numbered, each with why and what to do; `before` is what was just done. */
async function list(turn: Turn, before: string | null): Promise<Reply> {
  const { pending: say } = turn.say;
  const { events, total } = await keptEvents(turn.work, AT_ONCE);
  const head = before === null ? [] : [before];
  if (total === 0) return { text: [...head, before === null ? say.none : say.noneLeft].join('\n') };
  const frame = [...head, say.title(total)];
  const lines = events.map((event, i) => lineOf(turn, event, i + 1));
  const shown = fitting(lines, [...frame, say.how]);
  const ids = events.slice(0, shown.length).map(({ id }) => id);
  return { text: [...frame, ...shown, say.how].join('\n'), ask: { step: 'decide', data: { ids } } };
}

function lineOf({ say, lang, shop }: Turn, event: KeptEvent, number: number): string {
  const { money, day, time } = formatIn(lang, shop.zone);
  const { cents, at, keptAt, reason, field } = event;
  const when = at ?? keptAt;
  const what = say.pending.sale({
    amount: cents === undefined ? null : money(cents),
    day: day(when),
    time: time(when),
  });
  return `${number}. ${what} ${whyKept(say, { reason, field })}`;
}
