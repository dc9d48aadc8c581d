import { currentProgram } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { nextRules, rulePage } from '../rule-page';

export const rules: Command = {
  name: 'rules',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|listar|quais sao|quero ver)] [(as|minhas|as minhas)] regras [(do programa|da loja|em vigor)]',
    ],
    en: ['[(see|show|show me|list|what are)] [(the|my)] rules [(of the program|in force)]'],
    es: [
      '[(ver|mostrar|listar|cuales son|quiero ver)] [(las|mis)] reglas [(del programa|de la tienda|vigentes)]',
    ],
  },
  examples: {
    pt: [
      { says: 'regras', args: {} },
      { says: 'ver minhas regras', args: {} },
    ],
    en: [
      { says: 'rules', args: {} },
      { says: 'show me my rules', args: {} },
    ],
    es: [
      { says: 'reglas', args: {} },
      { says: 'ver mis reglas', args: {} },
    ],
  },
  handle: (turn) => page(turn, 0),
  steps: {
    more: async (turn, text, data) => {
      const from = nextRules(text, data);
      return from === null ? null : page(turn, from);
    },
  },
};

async function page(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.rules;
  const listed = (await currentProgram(turn.work))?.listed ?? [];
  if (listed.length === 0) return { text: say.none };
  return rulePage(turn, listed, { from, title: say.title, notes: from === 0 ? [say.change] : [] });
}
