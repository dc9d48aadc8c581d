import { z } from 'zod';
import { isMessageKind, loadSwitches, MESSAGES, type MessageKind, type TextKind } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { confirmed, readNumber } from '../answers';
import { LISTED, listedMessages, previewOf } from './message-list';
import { switchTo } from './message-switch';
import { askThanks, carryOutThanks, thanksAsked, thanksLine } from './thanks';

const pending = z.object({ kind: z.string().refine(isMessageKind) });

export const messages: Command = {
  name: 'messages',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|listar|lista de|quais sao|quais)] [(as|minhas)] mensagens [automaticas]',
      '(ver|mostrar|previa da|previa de) [(a|o)] (mensagem|aviso) [(de|da|do)] [{message_kind}]',
      '{switch_off} [(a|as|o|os)] (mensagem|mensagens|aviso|avisos) (de|da|do|das|dos) {message_kind}',
      '(agradecer|agradeca|agradece|agradecimento) [(o|ao|os|aos)] [(cliente|clientes)] (na|a partir da|depois da|apos a|pela) {ordinal} compra',
    ],
    en: [
      '[(see|show|list|list of|what are)] [(the|my)] [automatic] messages',
      '(see|show|preview) [the] [{message_kind}] message',
      '{switch_off} [the] {message_kind} (message|messages)',
      '(thank|say thanks to) [the] [(customer|customers)] (on|at|after|for) (the|their) {ordinal} purchase',
    ],
    es: [
      '[(ver|mostrar|listar|lista de|cuales son)] [(los|mis)] mensajes [automaticos]',
      '(ver|mostrar) [el] (mensaje|aviso) [(de|del|de la)] [{message_kind}]',
      '{switch_off} [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind}',
      '(agradecer|agradece|agradecimiento) [(al|a los)] [(cliente|clientes)] (en|despues de|por) la {ordinal} compra',
    ],
  },
  examples: {
    pt: [
      { says: 'mensagens', args: {} },
      { says: 'ver mensagem de aniversário', args: { kind: 'birthday' } },
      { says: 'desligar mensagem de campanhas', args: { kind: 'campaign', stop: true } },
      { says: 'agradecer na 5ª compra', args: { number: 5 } },
    ],
    en: [
      { says: 'messages', args: {} },
      { says: 'see the birthday message', args: { kind: 'birthday' } },
      { says: 'switch off campaign messages', args: { kind: 'campaign', stop: true } },
      { says: 'thank customers on their 5th purchase', args: { number: 5 } },
    ],
    es: [
      { says: 'mensajes', args: {} },
      { says: 'ver mensaje de cumpleaños', args: { kind: 'birthday' } },
      { says: 'apagar mensaje de campañas', args: { kind: 'campaign', stop: true } },
      { says: 'agradecer en la 5ª compra', args: { number: 5 } },
    ],
  },
  async handle(turn, { kind, stop, number }) {
    if (number !== undefined) return askThanks(turn, number);
    if (kind === undefined || !isMessageKind(kind) || kind === 'answer') return list(turn);
    return stop === true ? askToSwitchOff(turn, kind) : show(turn, kind);
  },
  steps: {
    pick: async (turn, text) => {
      const number = readNumber(text);
      if (number === null) return null;
      const kind = LISTED[number - 1];
      if (kind === undefined)
        return { text: turn.say.numberFrom(LISTED.length), ask: { step: 'pick', data: {} } };
      return show(turn, kind);
    },
    off: (turn, text, data) => confirmed(turn, text, () => switchTo(turn, pending.parse(data).kind, 'off')),
    thanks: (turn, text, data) => confirmed(turn, text, () => carryOutThanks(turn, thanksAsked.parse(data))),
  },
};

async function list(turn: Turn): Promise<Reply> {
  const say = turn.say.messaging;
  const text = [say.title, ...(await listedMessages(turn)), say.ask].join('\n');
  return { text, ask: { step: 'pick', data: {} } };
}

async function show(turn: Turn, kind: TextKind): Promise<Reply> {
  const say = turn.say.messaging;
  const name = turn.say.texts.kind[kind];
  const state = say.state[(await loadSwitches(turn.work)).get(kind) ?? 'on'];
  const ending = kind === 'thank-you' ? [await thanksLine(turn)] : [];
  const lines = [say.shows(name, state), '', await previewOf(turn, kind), '', say.how(name), ...ending];
  return { text: lines.join('\n') };
}

function askToSwitchOff(turn: Turn, kind: MessageKind): Reply | Promise<Reply> {
  if (!MESSAGES[kind].switchable) return switchTo(turn, kind, 'off');
  const name = turn.say.texts.kind[kind];
  return { text: turn.say.messaging.confirmOff(name), ask: { step: 'off', data: { kind } } };
}
