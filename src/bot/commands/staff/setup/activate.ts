import { activate as activateProgram, isMessageKind, resumeMessages, setupStatus } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { refusalText } from '../../../messages';
import { staffOf } from '../../answers';
import { switchTo } from '../messages/message-switch';
import { nextStepOf } from './next-step';

export const activate: Command = {
  name: 'activate',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(ativar|ativa|ligar|liga) [(o|meu)] [programa] [{override}]',
      '(ativar|ativa|ligar|liga|religar|reativar|reativa|retomar) [(a|as|o|os)] {kind}',
      '(ativar|ativa|ligar|liga|reativar) [(a|as|o|os)] (mensagem|mensagens|aviso|avisos) (de|da|do|das|dos) {message_kind}',
    ],
    en: [
      '(activate|switch on|turn on) [(the|my)] [program] [{override}]',
      '(activate|switch on|turn on|resume) [(the|all)] {kind}',
      '(activate|switch on|turn on|resume) [the] {message_kind} (message|messages)',
    ],
    es: [
      '(activar|activa|encender) [(el|mi)] [programa] [{override}]',
      '(activar|activa|encender|enciende|reactivar|reactiva|reanudar) [(el|los|la|las)] {kind}',
      '(activar|activa|encender|enciende) [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind}',
    ],
  },
  examples: {
    pt: [
      { says: 'ativar', args: {} },
      { says: 'ativar mesmo assim', args: { override: true } },
      { says: 'ativar mensagens', args: { kind: 'messages' } },
      { says: 'ativar ganhos', args: { kind: 'earning' } },
      { says: 'ligar mensagens de aniversário', args: { kind: 'birthday' } },
    ],
    en: [
      { says: 'activate', args: {} },
      { says: 'activate anyway', args: { override: true } },
      { says: 'turn on messages', args: { kind: 'messages' } },
      { says: 'resume earning', args: { kind: 'earning' } },
      { says: 'turn on birthday messages', args: { kind: 'birthday' } },
    ],
    es: [
      { says: 'activar', args: {} },
      { says: 'activar de todos modos', args: { override: true } },
      { says: 'activar mensajes', args: { kind: 'messages' } },
      { says: 'activar ganancias', args: { kind: 'earning' } },
      { says: 'encender mensajes de cumpleaños', args: { kind: 'birthday' } },
    ],
  },
  async handle(turn, { override = false, kind }) {
    if (kind !== undefined && isMessageKind(kind)) return switchTo(turn, kind, 'on');
    const by = staffOf(turn);
    const say = turn.say.activate;
    if (kind === 'messages') {
      const { already } = await resumeMessages(turn.work, { by });
      return { text: already ? say.messagesAlready : messagesBack(turn) };
    }
    if (override && by.role !== 'owner') return { text: turn.say.notAllowed('owner') };
    const result = await activateProgram(turn.work, {
      by,
      override,
      keepMessages: kind === 'earning',
    });
    if (!result.ok) {
      const { refusal } = result;
      if (refusal.code === 'program-not-active') return missing(turn);
      return { text: refusalText(refusal, { lang: turn.lang, zone: turn.shop.zone }) };
    }
    if (result.value.already) return { text: say.already };
    return { text: result.value.what === 'messages' ? messagesBack(turn) : activated(turn, kind) };
  },
};

const messagesBack = ({ say: { activate: say }, shop }: Turn): string =>
  shop.state === 'active' ? say.messagesBack : say.messagesBackNotEarning;

/** Whether the messages go with it is said: they stay paused where only earning was asked for. */
const activated = ({ say: { activate: say }, shop }: Turn, kind: string | undefined): string =>
  kind === 'earning' && shop.messagesPaused ? say.activatedSilent : say.activated;

/** Names the one step to take next; the owner may insist. */
async function missing(turn: Turn): Promise<Reply> {
  const { activate: say, status } = turn.say;
  const step = nextStepOf(await setupStatus(turn.work)) ?? 'activation';
  const text = say.refused(status.step[step], status.next[step]);
  return { text: staffOf(turn).role === 'owner' ? `${text}\n${say.override}` : text };
}
