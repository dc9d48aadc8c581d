import { pause as pauseProgram } from '../../../loyalty';
import type { Command } from '../../command';
import { staffOf } from '../answers';

export const pause: Command = {
  name: 'pause',
  who: 'manager',
  risky: true,
  patterns: {
    pt: ['(pausar|pausa|pause) [(o|os|a|as)] [{kind}]'],
    en: ['pause [(the|all)] [{kind}]'],
    es: ['(pausar|pausa) [(el|los|la|las)] [{kind}]'],
  },
  examples: {
    pt: [
      { says: 'pausar', args: {} },
      { says: 'pausar mensagens', args: { kind: 'messages' } },
      { says: 'pausar ganhos', args: { kind: 'earning' } },
    ],
    en: [
      { says: 'pause', args: {} },
      { says: 'pause messages', args: { kind: 'messages' } },
      { says: 'pause earning', args: { kind: 'earning' } },
    ],
    es: [
      { says: 'pausar', args: {} },
      { says: 'pausar mensajes', args: { kind: 'messages' } },
      { says: 'pausar ganancias', args: { kind: 'earning' } },
    ],
  },
  async handle(turn, { kind }) {
    const say = turn.say.pause;
    const what = kind === 'earning' ? 'earning' : 'messages';
    if (what === 'earning' && turn.shop.state === 'setup') return { text: say.notActive };
    await pauseProgram(turn.work, { what, by: staffOf(turn) });
    return { text: say[what] };
  },
};
