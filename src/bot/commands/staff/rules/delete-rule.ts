import { z } from 'zod';
import { deleteRule as deleteFromProgram } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { refusalText } from '../../../messages';
import { printRule } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { pickRule, ruleAt, seenRule } from './listed-rule';

const pending = z.object({ seen: seenRule, key: z.string() });

export const deleteRule: Command = {
  name: 'delete-rule',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(apagar|apaga|apague|excluir|exclui|exclua|deletar|deleta|remover|remove|remova|tirar|tira|tire|eliminar) [(a|uma)] regra [numero] [{number}]',
    ],
    en: ['(delete|remove|erase|get rid of|drop) [(the|a)] rule [number] [{number}]'],
    es: [
      '(borrar|borra|borre|eliminar|elimina|quitar|quita|sacar|saca) [(la|una)] regla [numero] [{number}]',
    ],
  },
  examples: {
    pt: [
      { says: 'apagar regra 2', args: { number: 2 } },
      { says: 'excluir a regra 3', args: { number: 3 } },
    ],
    en: [
      { says: 'delete rule 2', args: { number: 2 } },
      { says: 'remove the rule 3', args: { number: 3 } },
    ],
    es: [
      { says: 'borrar regla 2', args: { number: 2 } },
      { says: 'eliminar la regla 3', args: { number: 3 } },
    ],
  },
  async handle(turn, args) {
    const say = turn.say.ruleChange;
    const at = await ruleAt(turn, args, say.deleteHow);
    if ('text' in at) return at;
    const data = pending.parse({ seen: at.listed, key: `delete-rule:${turn.messageId}` });
    const shown = say.is(at.number, printRule(at.listed.rule, turn.lang));
    return { text: `${shown}\n${say.deleteAsk}`, ask: { step: 'confirm', data } };
  },
  steps: {
    which: pickRule(() => deleteRule),
    confirm: (turn, text, data) => confirmed(turn, text, () => end(turn, pending.parse(data))),
  },
};

async function end(turn: Turn, { seen, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const done = await deleteFromProgram(work, { seen, by: staffOf(turn), key });
  return { text: done.ok ? say.ruleChange.deleted : refusalText(done.refusal, { lang, zone: shop.zone }) };
}
