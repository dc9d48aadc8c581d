import { z } from 'zod';
import { connectionOf, machinesOf, type Machine } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { acquirerName, cleanName, formatIn } from '../../../messages';
import { asksForMore } from '../../answers';
import { fitting } from '../../lines';

const shown = z.object({ shown: z.int() });

export const terminals: Command = {
  name: 'terminals',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|listar|lista de|mostrar|quais sao)] [(as|minhas|as minhas)] (maquinas|maquininhas|maquina|maquininha|terminais)',
    ],
    en: ['[(see|list|show|show me|what are)] [(the|my)] [card] (machines|machine|terminals|terminal)'],
    es: [
      '[(ver|listar|lista de|mostrar|cuales son)] [(las|los|mis)] (maquinas|maquinitas|maquina|maquinita|terminales)',
    ],
  },
  examples: {
    pt: [
      { says: 'máquinas', args: {} },
      { says: 'ver as maquininhas', args: {} },
    ],
    en: [
      { says: 'machines', args: {} },
      { says: 'show me the terminals', args: {} },
    ],
    es: [
      { says: 'máquinas', args: {} },
      { says: 'ver las maquinitas', args: {} },
    ],
  },
  handle: (turn) => page(turn, 0),
  steps: {
    more: async (turn, text, data) => (asksForMore(text) ? page(turn, shown.parse(data).shown) : null),
  },
};

async function page(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.machines;
  const all = await machinesOf(turn.work);
  if (all.length === 0)
    return { text: (await connectionOf(turn.work)) === null ? say.unconnected : say.none };
  const rest = all.slice(from);
  if (rest.length === 0) return { text: say.noMore };
  const title = say.title(all.length);
  const fit = fitting(
    rest.map((machine, i) => entryOf(turn, machine, rest[i - 1])),
    [title, say.more],
  );
  const text = [...(from === 0 ? [title] : []), ...fit].join('\n');
  const next = from + fit.length;
  return next < all.length
    ? { text: `${text}\n${say.more}`, ask: { step: 'more', data: { shown: next } } }
    : { text };
}

/** A machine's line, under the name of its acquirer and store where these are not those of the line before. */
function entryOf(turn: Turn, machine: Machine, before: Machine | undefined): string {
  const say = turn.say.machines;
  const { day, time } = formatIn(turn.lang, turn.shop.zone);
  const { id, acquirer, store, lastSaleAt, isSilent } = machine;
  const line = `${say.line(cleanName(id) ?? '…', day(lastSaleAt), time(lastSaleAt))}${isSilent ? ` (${say.silent})` : ''}`;
  if (before?.acquirer === acquirer && before.store === store) return line;
  const group = say.group(
    acquirer === null ? null : cleanName(acquirerName(acquirer)),
    store === null ? null : cleanName(store),
  );
  return `${group}\n${line}`;
}
