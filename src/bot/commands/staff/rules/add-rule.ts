import { z } from 'zod';
import {
  addRule as addToProgram,
  currentProgram,
  exampleOf,
  NOTHING_GIVEN,
  ruleSchema,
  setupStatus,
  type Rule,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { todayOf } from '../../../conversation/hearing';
import { hasLink, refusalText } from '../../../messages';
import { printDate, printRule } from '../../../understand';
import { askedAgain, confirmed, staffOf } from '../../answers';
import { exampleText } from './example-text';
import { givenText } from './given-text';
import { givesMuch, highRate } from './high-rate';
import { pointedOut } from './pointed-out';
import { nextStepOf } from '../setup/next-step';
import { questionText } from './rule-question';
import { tried } from './simulate';

/** The one word, as the question offers it in each language. */
const REPLACE = /^\s*[“"]?(trocar|replace|cambiar)[”"]?\s*[.!]*\s*$/i;
/** Long enough to show the rule's cost, short enough to be worked out while the owner waits. */
const PAST_MS = 90 * 86_400_000;
/** `seen`: the version of the program that the question showed; 0 is none. */
const pending = z.object({ rule: ruleSchema, key: z.string(), seen: z.int().default(-1) });

const cashbackAbove50: Rule = {
  benefit: { kind: 'cashback-percent', bps: 500 },
  conditions: { min_cents: 5_000, min_inclusive: false },
};

export const addRule: Command = {
  name: 'add-rule',
  who: 'manager',
  risky: true,
  // A rule's own sentence is read by the rule reader, after every pattern.
  patterns: {
    pt: ['[(quero|como)] [(criar|adicionar|fazer|cadastrar)] [(uma|a)] (regra|nova regra|regra nova)'],
    en: ['[(i want to|how do i)] [(create|add|make)] [(a|the)] (rule|new rule)'],
    es: ['[(quiero|como)] [(crear|agregar|hacer)] [(una|la)] (regla|nueva regla|regla nueva)'],
  },
  examples: {
    pt: [
      { says: 'cashback 5% acima de R$ 50', args: { rule: cashbackAbove50 } },
      { says: 'criar regra', args: {} },
    ],
    en: [
      { says: '5% cashback above R$ 50', args: { rule: cashbackAbove50 } },
      { says: 'add a rule', args: {} },
    ],
    es: [
      { says: 'cashback 5% por encima de R$ 50', args: { rule: cashbackAbove50 } },
      { says: 'crear una regla', args: {} },
    ],
  },
  async handle(turn, { rule, ask }) {
    if (rule !== undefined) return hasLink(rule) ? { text: turn.say.ruleQuestion.link } : propose(turn, rule);
    return { text: ask === undefined ? turn.say.addRule.how : questionText(turn, ask) };
  },
  yes: REPLACE,
  async pin(turn, data) {
    const { rule, seen } = pending.parse(data);
    // Asked again, and not for the PIN, where another version came since: adding refuses it then.
    if ((await versionOf(turn)) !== seen) return false;
    return givesMuch(await exampleOf(turn.work, rule));
  },
  steps: {
    confirm: (turn, text, data) =>
      REPLACE.test(text)
        ? add(turn, pending.parse(data), true)
        : confirmed(turn, text, () => add(turn, pending.parse(data), false)),
  },
};

/** The rule as it was understood, what it would give, and the question; nothing is written before the yes. */
async function propose(turn: Turn, rule: Rule): Promise<Reply> {
  const say = turn.say.addRule;
  const example = await exampleOf(turn.work, rule);
  const seen = await versionOf(turn);
  const lines = [say.understood(printRule(rule, turn.lang)), '', exampleText(turn, example)];
  lines.push(...(await pastLine(turn, rule)));
  lines.push(...highRate(turn, example), ...pointedOut(turn, rule));
  const isAlone = example.others === 0 || example.multipliesNothing;
  lines.push(isAlone ? say.ask : say.askBeside(example.others));
  return {
    text: lines.join('\n'),
    ask: { step: 'confirm', data: { rule, seen, key: `add-rule:${turn.messageId}` } },
  };
}

const versionOf = async ({ work }: Turn): Promise<number> => (await currentProgram(work))?.number ?? 0;

/** What the program with the rule would have cost on the shop's own latest sales, where it has any. */
async function pastLine(turn: Turn, rule: Rule): Promise<string[]> {
  const result = await tried(turn, rule, { from: turn.now - PAST_MS, to: turn.now + 1 });
  if (result.sales === 0) return [];
  const { sales, proposed, today } = result;
  return [turn.say.simulate.past(sales, givenText(turn, proposed), givenText(turn, today ?? NOTHING_GIVEN))];
}

async function add(
  turn: Turn,
  { rule, key, seen }: z.infer<typeof pending>,
  replace: boolean,
): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const added = await addToProgram(work, { rule, by: staffOf(turn), key, replace, seen });
  if (!added.ok && added.refusal.code === 'changed-meanwhile')
    return askedAgain(turn, await propose(turn, rule));
  if (!added.ok) return { text: refusalText(added.refusal, { lang, zone: shop.zone }) };
  const { number } = added.value;
  if (replace) return { text: say.addRule.replaced };
  if (shop.state === 'active') {
    const [begins = ''] = rule.conditions?.dates ?? [];
    const isLater = begins > todayOf(turn);
    return {
      text: isLater ? say.addRule.addedLater(number, printDate(begins, lang)) : say.addRule.added(number),
    };
  }
  const step = nextStepOf(await setupStatus(work));
  const next = step === null ? [] : [say.status.nextStep(say.status.next[step])];
  return { text: [say.addRule.addedInactive(number), ...next].join('\n') };
}
