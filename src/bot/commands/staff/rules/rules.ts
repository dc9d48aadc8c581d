import { currentProgram } from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { printRule } from '../../../understand';
import { nextRules, rulePage } from '../../rule-page';
import { pickRule, ruleAt } from './listed-rule';

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
  handle: (turn, args) =>
    args.number === undefined && args.named === undefined ? page(turn, 0) : one(turn, args),
  steps: {
    which: pickRule(() => rules),
    more: async (turn, text, data) => {
      const from = nextRules(text, data);
      return from === null ? null : page(turn, from);
    },
  },
};

/** One rule, and whether it gives anything now. */
async function one(turn: Turn, args: Args): Promise<Reply> {
  const say = turn.say.ruleChange;
  const at = await ruleAt(turn, args, '');
  if ('text' in at) return at;
  const { number } = at;
  const { rule, paused } = at.listed;
  const gives = turn.shop.state === 'active' ? say.inForce(number) : say.notYet(number);
  return { text: `${say.is(number, printRule(rule, turn.lang))}\n${paused ? say.alreadyPaused : gives}` };
}

async function page(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.rules;
  const listed = (await currentProgram(turn.work))?.listed ?? [];
  if (listed.length === 0) return { text: say.none };
  return rulePage(turn, listed, { from, title: say.title, notes: from === 0 ? [say.change] : [] });
}
