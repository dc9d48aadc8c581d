import { z } from 'zod';
import { statementOf, type StatementEntry } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { cleanName, formatIn } from '../../messages';
import { asksForMore } from '../answers';
import { worthIn } from '../voucher-answers';

const AT_ONCE = 7;
const older = z.object({ before: z.string() });

export const statement: Command = {
  name: 'statement',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|quero|quero ver|me manda)] [o] [meu] (extrato|historico)',
      'o que [(eu|que eu)] (ganhei|usei|gastei)',
      'quanto [eu] [ja] ganhei',
      '[(ver|quero ver)] [meus] ultimos (lancamentos|ganhos|movimentos)',
    ],
    en: [
      '[(see|show|show me|i want to see|send me)] [my] (statement|history)',
      'what (did i earn|have i earned|did i get)',
      'how much have i earned',
    ],
    es: [
      '[(ver|mostrar|quiero ver|muestrame)] [mi] (extracto|historial)',
      '[(ver|mostrar|quiero ver|muestrame)] [(mis|los)] [ultimos] movimientos',
      '(que|cuanto) (gane|he ganado)',
    ],
  },
  examples: {
    pt: [
      { says: 'extrato', args: {} },
      { says: 'o que eu ganhei?', args: {} },
    ],
    en: [
      { says: 'statement', args: {} },
      { says: 'what did I earn?', args: {} },
    ],
    es: [
      { says: 'movimientos', args: {} },
      { says: '¿qué gané?', args: {} },
    ],
  },
  handle: (turn) => page(turn),
  steps: {
    more: async (turn, text, data) => (asksForMore(text) ? page(turn, older.parse(data).before) : null),
  },
};

async function page(turn: Turn, before?: string): Promise<Reply> {
  const say = turn.say.statement;
  const range = before === undefined ? { limit: AT_ONCE } : { limit: AT_ONCE, before };
  const { entries, more } = await statementOf(turn.work, turn.speaker.customer.id, range);
  if (entries.length === 0) return { text: before === undefined ? say.none : say.noMore };
  const lines = entries.map((entry) => lineOf(turn, entry));
  if (before === undefined) lines.unshift(say.title);
  if (more === null) return { text: lines.join('\n') };
  return { text: [...lines, say.more].join('\n'), ask: { step: 'more', data: { before: more } } };
}

function lineOf(turn: Turn, one: StatementEntry): string {
  const { money, points, dayAndMonth } = formatIn(turn.lang, turn.shop.zone);
  const { line, entry, adjustedFor, voucherLine, voucherEarned, voucherUsed } = turn.say.statement;
  const day = dayAndMonth(one.at);
  const sale = one.saleCents === null ? null : money(one.saleCents);
  if ('benefit' in one) {
    const worth = worthIn(turn, one.benefit);
    const paid = one.paidCents === null || one.benefit.kind === 'voucher-item' ? null : money(one.paidCents);
    return voucherLine(
      day,
      one.kind === 'voucher-earned' ? voucherEarned(worth, sale) : voucherUsed(worth, paid, sale),
    );
  }
  const { asset, quantity, kind } = one;
  const size = asset === 'cashback' ? money(Math.abs(quantity)) : points(Math.abs(quantity));
  const reason = cleanName(one.reason ?? '');
  const what = reason === null ? entry[kind](sale) : adjustedFor(reason);
  return line(day, `${quantity < 0 ? '-' : '+'}${size}`, what);
}
