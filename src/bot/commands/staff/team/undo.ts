import { z } from 'zod';
import { broughtBackBy, lastChange, undoChange, type ChangeKind, type Refusal } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { refusalText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { changeParts } from '../campaigns/change-text';
import { givesMuch, highRateShown } from '../rules/high-rate';

const pending = z.object({
  id: z.int(),
  what: z.string(),
  key: z.string(),
  ofTeam: z.boolean(),
  ofMuch: z.boolean().default(false),
});
/** Taking these back puts people in the team or out of it. */
const OF_TEAM: readonly ChangeKind[] = ['add-staff', 'change-staff', 'remove-staff'];

export const undo: Command = {
  name: 'undo',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(desfazer|desfaz|desfaca|reverter|reverta) [(isso|a ultima|a ultima mudanca|o que eu fiz|a ultima coisa)]',
      'voltar (atras|como era|como estava) [(antes)]',
    ],
    en: [
      '(undo|revert) [(it|that|this|the last one|the last change|what i did)]',
      'put it back [(as it was)]',
    ],
    es: [
      '(deshacer|deshaz|deshaga|revertir) [(eso|lo ultimo|el ultimo cambio|lo que hice)]',
      'volver (atras|como estaba) [(antes)]',
    ],
  },
  examples: {
    pt: [
      { says: 'desfazer', args: {} },
      { says: 'desfaz o que eu fiz', args: {} },
    ],
    en: [
      { says: 'undo', args: {} },
      { says: 'undo the last change', args: {} },
    ],
    es: [
      { says: 'deshacer', args: {} },
      { says: 'deshacer el último cambio', args: {} },
    ],
  },
  async handle(turn) {
    const last = await lastChange(turn.work, staffOf(turn));
    if (!last.ok) return refused(turn, last.refusal);
    const parts = changeParts(last.value, turn);
    const { id, kind } = last.value;
    const ofTeam = OF_TEAM.includes(kind);
    const much = (await broughtBackBy(turn.work, last.value)).find(givesMuch);
    const data = {
      id,
      what: parts.what,
      key: `undo:${turn.messageId}`,
      ofTeam,
      ofMuch: much !== undefined,
    };
    const warning = much === undefined ? [] : [turn.say.history.rulesAgain, ...highRateShown(turn, much)];
    const text = [turn.say.history.last(parts), ...warning, turn.say.history.ask].join(' ');
    return { text, ask: { step: 'confirm', data } };
  },
  pin(_turn, data) {
    const { ofTeam, ofMuch } = pending.parse(data);
    return ofTeam || ofMuch;
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => takeBack(turn, pending.parse(data))),
  },
};

async function takeBack(turn: Turn, { id, what, key }: z.infer<typeof pending>): Promise<Reply> {
  const undone = await undoChange(turn.work, { id, by: staffOf(turn), key });
  return undone.ok ? { text: turn.say.history.done(what) } : refused(turn, undone.refusal);
}

const refused = ({ lang, shop }: Turn, refusal: Refusal): Reply => ({
  text: refusalText(refusal, { lang, zone: shop.zone }),
});
