import { isMessageKind, pause as pauseProgram } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { pausableNamed } from '../../../understand';
import { staffOf } from '../../answers';
import { switchTo } from '../messages/message-switch';

export const pause: Command = {
  name: 'pause',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(pausar|pausa|pause) [(o|os|a|as)] [{kind}]',
      '(pausar|pausa|pause|segurar|segura) [(a|as|o|os)] (mensagem|mensagens|aviso|avisos) (de|da|do|das|dos) {message_kind}',
      '(para|parar|pare) de (mandar|enviar) [(a|as|o|os)] (mensagem|mensagens|aviso|avisos) (de|da|do|das|dos) {message_kind}',
    ],
    en: [
      'pause [(the|all)] [{kind}]',
      '(pause|hold) [the] {message_kind} (message|messages)',
      'stop sending [(the|any)] {message_kind} (message|messages)',
    ],
    es: [
      '(pausar|pausa) [(el|los|la|las)] [{kind}]',
      '(pausar|pausa) [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind}',
      '(deja|dejar|para|parar) de (mandar|enviar) [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind}',
    ],
  },
  examples: {
    pt: [
      { says: 'pausar', args: {} },
      { says: 'pausar mensagens', args: { kind: 'messages' } },
      { says: 'pausar ganhos', args: { kind: 'earning' } },
      { says: 'pausar mensagens de aniversário', args: { kind: 'birthday' } },
    ],
    en: [
      { says: 'pause', args: {} },
      { says: 'pause messages', args: { kind: 'messages' } },
      { says: 'pause earning', args: { kind: 'earning' } },
      { says: 'pause birthday messages', args: { kind: 'birthday' } },
    ],
    es: [
      { says: 'pausar', args: {} },
      { says: 'pausar mensajes', args: { kind: 'messages' } },
      { says: 'pausar ganancias', args: { kind: 'earning' } },
      { says: 'pausar mensajes de cumpleaños', args: { kind: 'birthday' } },
    ],
  },
  wish({ say }, { kind }) {
    const { wish } = say.pause;
    if (kind !== undefined && isMessageKind(kind)) return wish.kind(say.texts.kind[kind]);
    return kind === 'messages' || kind === 'earning' ? wish[kind] : null;
  },
  async handle(turn, { kind }) {
    if (kind !== undefined && isMessageKind(kind)) return switchTo(turn, kind, 'paused');
    if (kind === 'messages' || kind === 'earning') return carryOut(turn, kind);
    return { text: turn.say.pause.which, ask: { step: 'what', data: {} } };
  },
  steps: {
    what: async (turn, text) => {
      const what = pausableNamed(text, turn.lang);
      return what === null ? null : carryOut(turn, what);
    },
  },
};

async function carryOut(turn: Turn, what: 'messages' | 'earning'): Promise<Reply> {
  const say = turn.say.pause;
  if (what === 'earning' && turn.shop.state === 'setup') return { text: say.notActive };
  const { already } = await pauseProgram(turn.work, { what, by: staffOf(turn) });
  return { text: already ? say.already[what] : say[what] };
}
