import { z } from 'zod';
import { historyOf, lastChange, type Recorded } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { asksForMore, staffOf } from '../../answers';
import { fitting } from '../../lines';
import { changeParts } from '../campaigns/change-text';

const AT_ONCE = 10;
const older = z.object({ before: z.int() });

export const auditLog: Command = {
  name: 'audit-log',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|quero ver|me mostra)] [o] historico [(da loja|de mudancas|das mudancas|de alteracoes|do programa)]',
      '(o que|que) (mudou|foi mudado|mudaram) [(na loja|no programa)] [(hoje|ontem)]',
      'quem (mudou|mexeu|alterou) [(o que|nisso|na loja|no programa|nas regras|na regra|a regra|as regras)]',
      '[(ver|mostrar)] [as] ultimas (mudancas|alteracoes)',
    ],
    en: [
      '[(see|show|show me)] [the] [(change|shop)] history',
      '[(see|show|show me)] [the] (audit log|audit trail|history of changes|last changes|latest changes)',
      'what (changed|has changed|was changed) [(in the shop|in the program)] [(today|yesterday)]',
      'who changed (what|it|this|the rules|the rule)',
    ],
    es: [
      '[(ver|mostrar|muestrame)] [el] historial [de (cambios|la tienda)]',
      'que (cambio|cambiaron|ha cambiado) [(en la tienda|en el programa)] [(hoy|ayer)]',
      'quien (cambio|modifico) [(que|eso|las reglas|la regla)]',
      '[(ver|mostrar)] [los] ultimos cambios',
    ],
  },
  examples: {
    pt: [
      { says: 'histórico', args: {} },
      { says: 'quem mudou a regra?', args: {} },
    ],
    en: [
      { says: 'change history', args: {} },
      { says: 'who changed the rules?', args: {} },
    ],
    es: [
      { says: 'historial de cambios', args: {} },
      { says: '¿quién cambió las reglas?', args: {} },
    ],
  },
  handle: (turn) => page(turn, null),
  steps: {
    more: async (turn, text, data) => (asksForMore(text) ? page(turn, older.parse(data).before) : null),
  },
};

/** Whether it is what “desfazer” would offer to take back. */
async function isOffered(turn: Turn, changes: readonly (Recorded & { undone: boolean })[]): Promise<boolean> {
  const newest = changes.find(({ kind, undone }) => kind !== 'undo' && !undone);
  const last = await lastChange(turn.work, staffOf(turn));
  return last.ok && last.value.id === newest?.id;
}

async function page(turn: Turn, before: number | null): Promise<Reply> {
  const say = turn.say.history;
  const { changes, more } = await historyOf(turn.work, { limit: AT_ONCE, before });
  if (changes.length === 0) return { text: before === null ? say.none : say.noMore };
  const lines = changes.map((change) => {
    const line = say.line(changeParts(change, turn));
    return change.undone ? `${line} ${say.undone}` : line;
  });
  const frame = before === null ? [say.title] : [];
  const shown = fitting(lines, [...frame, say.more]);
  const rest = more !== null || shown.length < lines.length;
  const last = changes[shown.length - 1];
  const hint = rest ? [say.more] : before === null && (await isOffered(turn, changes)) ? [say.undoHint] : [];
  const text = [...frame, ...shown, ...hint].join('\n');
  return rest && last !== undefined ? { text, ask: { step: 'more', data: { before: last.id } } } : { text };
}
