import { z } from 'zod';
import { editRule as editInProgram, exampleOf, ruleSchema } from '../../../../loyalty';
import type { Command, Reply, RuleChange, Turn } from '../../../command';
import { hasLink, refusalText } from '../../../messages';
import { applyChange, printRule } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { givesMuch, highRateShown } from './high-rate';
import { pointedOut } from './pointed-out';
import { pickRule, ruleAt, seenRule } from './listed-rule';
import { questionText } from './rule-question';

const pending = z.object({ seen: seenRule, rule: ruleSchema, key: z.string() });
const atMost30: RuleChange = { limits: { max_cents_per_sale: 3_000 } };

export const editRule: Command = {
  name: 'edit-rule',
  who: 'manager',
  risky: true,
  // What is to change is read by the rule reader, after every pattern.
  patterns: {
    pt: [
      '[(quero|como|preciso)] (mudar|mudo|editar|edito|alterar|corrigir) [(a|uma|as)] (regra|regras) [{number}]',
    ],
    en: ['[(i want to|how do i|i need to)] (change|edit|fix) [(the|a)] (rule|rules) [{number}]'],
    es: [
      '[(quiero|como|necesito)] (cambiar|cambio|editar|modificar|corregir) [(la|una|las)] (regla|reglas) [{number}]',
    ],
  },
  examples: {
    pt: [
      { says: 'na regra 2, máximo R$ 30', args: { number: 2, change: atMost30 } },
      { says: 'mude a regra 2 para 10%', args: { number: 2, change: { benefit: { bps: 1_000 } } } },
      { says: 'editar regra 2', args: { number: 2 } },
    ],
    en: [
      { says: 'in rule 2, at most R$ 30', args: { number: 2, change: atMost30 } },
      { says: 'change rule 2 to 10%', args: { number: 2, change: { benefit: { bps: 1_000 } } } },
      { says: 'edit rule 2', args: { number: 2 } },
    ],
    es: [
      { says: 'en la regla 2, máximo R$ 30', args: { number: 2, change: atMost30 } },
      { says: 'cambia la regla 2 a 10%', args: { number: 2, change: { benefit: { bps: 1_000 } } } },
      { says: 'editar regla 2', args: { number: 2 } },
    ],
  },
  async handle(turn, args) {
    const { change, ask } = args;
    if (ask !== undefined) return { text: questionText(turn, ask) };
    const say = turn.say.ruleChange;
    const at = await ruleAt(turn, args, say.editHow);
    if ('text' in at) return at;
    const { listed: seen } = at;
    const before = printRule(seen.rule, turn.lang);
    if (change === undefined) return { text: `${say.is(at.number, before)}\n${say.editHow}` };
    const changed = applyChange(seen.rule, change);
    if ('ask' in changed) return { text: questionText(turn, changed.ask) };
    if (hasLink(changed.rule)) return { text: turn.say.ruleQuestion.link };
    return propose(
      turn,
      pending.parse({ seen, rule: changed.rule, key: `edit-rule:${turn.messageId}` }),
      before,
    );
  },
  async pin(turn, data) {
    const { seen, rule } = pending.parse(data);
    return givesMuch(await exampleOf(turn.work, rule, seen.id));
  },
  steps: {
    which: pickRule(() => editRule),
    confirm: (turn, text, data) => confirmed(turn, text, () => edit(turn, pending.parse(data))),
  },
};

async function propose(turn: Turn, data: z.infer<typeof pending>, before: string): Promise<Reply> {
  const say = turn.say.ruleChange;
  const after = printRule(data.rule, turn.lang);
  if (after === before) return { text: say.same(after) };
  const warning = highRateShown(turn, await exampleOf(turn.work, data.rule, data.seen.id));
  const lines = [say.becomes(before, after), ...warning, ...pointedOut(turn, data.rule)];
  return { text: [...lines, say.editAsk].join('\n'), ask: { step: 'confirm', data } };
}

async function edit(turn: Turn, { seen, rule, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const edited = await editInProgram(work, { seen, rule, by: staffOf(turn), key });
  if (!edited.ok) return { text: refusalText(edited.refusal, { lang, zone: shop.zone }) };
  return { text: say.ruleChange.edited(edited.value.number) };
}
