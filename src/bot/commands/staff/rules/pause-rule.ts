import { z } from 'zod';
import { exampleOf, pauseRule as pauseInProgram } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { refusalText } from '../../../messages';
import { printRule } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { givesMuch, highRateShown } from './high-rate';
import { pickRule, ruleAt, seenRule } from './listed-rule';

const pending = z.object({ seen: seenRule, paused: z.boolean(), key: z.string() });

export const pauseRule: Command = {
  name: 'pause-rule',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(pausar|pausa|pause|suspender|suspende|desativar|desativa|desligar|desliga|{resume}) [a] regra [numero] [{number}]',
      '(dar|da|de) uma (pausa|pausada|parada) na regra [numero] {number}',
    ],
    en: ['(pause|suspend|disable|deactivate|switch off|turn off|{resume}) [the] rule [number] [{number}]'],
    es: ['(pausar|pausa|suspender|suspende|desactivar|desactiva|{resume}) [la] regla [numero] [{number}]'],
  },
  examples: {
    pt: [
      { says: 'pausar regra 2', args: { number: 2 } },
      { says: 'reativar regra 2', args: { number: 2, resume: true } },
    ],
    en: [
      { says: 'pause rule 2', args: { number: 2 } },
      { says: 'resume rule 2', args: { number: 2, resume: true } },
    ],
    es: [
      { says: 'pausar regla 2', args: { number: 2 } },
      { says: 'reactivar regla 2', args: { number: 2, resume: true } },
    ],
  },
  async handle(turn, args) {
    const { resume = false } = args;
    const say = turn.say.ruleChange;
    const at = await ruleAt(turn, args, resume ? say.resumeHow : say.pauseHow);
    if ('text' in at) return at;
    const { listed: seen } = at;
    const shown = say.is(at.number, printRule(seen.rule, turn.lang));
    if (seen.paused !== resume) return { text: `${shown}\n${resume ? say.notPaused : say.alreadyPaused}` };
    const data = pending.parse({ seen, paused: !resume, key: `pause-rule:${turn.messageId}` });
    const warning = resume ? highRateShown(turn, await exampleOf(turn.work, seen.rule, seen.id)) : [];
    const lines = [shown, ...warning, resume ? say.resumeAsk : say.pauseAsk];
    return { text: lines.join('\n'), ask: { step: 'confirm', data } };
  },
  async pin(turn, data) {
    const { seen, paused } = pending.parse(data);
    return !paused && givesMuch(await exampleOf(turn.work, seen.rule, seen.id));
  },
  steps: {
    which: pickRule(() => pauseRule),
    confirm: (turn, text, data) => confirmed(turn, text, () => pause(turn, pending.parse(data))),
  },
};

async function pause(turn: Turn, { seen, paused, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const done = await pauseInProgram(work, { seen, paused, by: staffOf(turn), key });
  if (!done.ok) return { text: refusalText(done.refusal, { lang, zone: shop.zone }) };
  const { number } = done.value;
  return { text: paused ? say.ruleChange.paused(number) : say.ruleChange.resumed(number) };
}
