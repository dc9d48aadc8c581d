import { z } from 'zod';
import {
  isMessageKind,
  kindsByEmail,
  loadSwitches,
  MESSAGES,
  setByEmail,
  type MessageKind,
  type TextKind,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { confirmed, readNumber, staffOf } from '../../answers';
import { LISTED, listedMessages, previewOf } from './message-list';
import { switchTo } from './message-switch';
import { askThanks, carryOutThanks, thanksAsked, thanksLine } from './thanks';

const pending = z.object({ kind: z.string().refine(isMessageKind) });
const byEmail = pending.extend({ on: z.boolean() });

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
      '[(mandar|manda|mande|enviar|envia)] [(a|as|o|os)] (mensagem|mensagens|aviso|avisos) (de|da|do|das|dos) {message_kind} {channels}',
    ],
    en: [
      '[(see|show|list|list of|what are)] [(the|my)] [automatic] messages',
      '(see|show|preview) [the] [{message_kind}] message',
      '{switch_off} [the] {message_kind} (message|messages)',
      '(thank|say thanks to) [the] [(customer|customers)] (on|at|after|for) (the|their) {ordinal} purchase',
      '[send] [the] {message_kind} (message|messages) {channels}',
    ],
    es: [
      '[(ver|mostrar|listar|lista de|cuales son)] [(los|mis)] mensajes [automaticos]',
      '(ver|mostrar) [el] (mensaje|aviso) [(de|del|de la)] [{message_kind}]',
      '{switch_off} [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind}',
      '(agradecer|agradece|agradecimiento) [(al|a los)] [(cliente|clientes)] (en|despues de|por) la {ordinal} compra',
      '[(mandar|manda|enviar|envia)] [(el|los)] (mensaje|mensajes|aviso|avisos) (de|del|de la) {message_kind} {channels}',
    ],
  },
  examples: {
    pt: [
      { says: 'mensagens', args: {} },
      { says: 'ver mensagem de aniversário', args: { kind: 'birthday' } },
      {
        says: 'mensagem de aniversário também por e-mail',
        args: { kind: 'birthday', channels: 'both' },
      },
      { says: 'desligar mensagem de campanhas', args: { kind: 'campaign', stop: true } },
      { says: 'agradecer na 5ª compra', args: { number: 5 } },
    ],
    en: [
      { says: 'messages', args: {} },
      { says: 'see the birthday message', args: { kind: 'birthday' } },
      { says: 'birthday message by e-mail too', args: { kind: 'birthday', channels: 'both' } },
      { says: 'switch off campaign messages', args: { kind: 'campaign', stop: true } },
      { says: 'thank customers on their 5th purchase', args: { number: 5 } },
    ],
    es: [
      { says: 'mensajes', args: {} },
      { says: 'ver mensaje de cumpleaños', args: { kind: 'birthday' } },
      {
        says: 'mensaje de cumpleaños también por correo',
        args: { kind: 'birthday', channels: 'both' },
      },
      { says: 'apagar mensaje de campañas', args: { kind: 'campaign', stop: true } },
      { says: 'agradecer en la 5ª compra', args: { number: 5 } },
    ],
  },
  async handle(turn, { kind, stop, number, channels }) {
    if (number !== undefined) return askThanks(turn, number);
    if (kind === undefined || !isMessageKind(kind) || kind === 'answer') return list(turn);
    if (channels !== undefined) return askByEmail(turn, kind, channels === 'both');
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
    email: (turn, text, data) =>
      confirmed(turn, text, async () => {
        const { kind, on } = byEmail.parse(data);
        await setByEmail(turn.work, { kind, on, by: staffOf(turn) });
        const say = turn.say.messaging.byEmail;
        return { text: (on ? say.on : say.off)(turn.say.texts.kind[kind]) };
      }),
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
  const isCopied = (await kindsByEmail(turn.work)).has(kind);
  const how = [
    say.how(name),
    ...(turn.hasMail || isCopied ? [say.byEmail.how(name, isCopied)] : []),
    ...(kind === 'thank-you' ? [await thanksLine(turn)] : []),
  ];
  return { text: [say.shows(name, state), '', await previewOf(turn, kind), '', ...how].join('\n') };
}

/** To those with an address, beside the chat. */
function askByEmail(turn: Turn, kind: MessageKind, on: boolean): Reply {
  const say = turn.say.messaging.byEmail;
  if (on && !turn.hasMail) return { text: say.notHere };
  const name = turn.say.texts.kind[kind];
  return { text: (on ? say.confirm : say.confirmOff)(name), ask: { step: 'email', data: { kind, on } } };
}

function askToSwitchOff(turn: Turn, kind: MessageKind): Reply | Promise<Reply> {
  if (!MESSAGES[kind].switchable) return switchTo(turn, kind, 'off');
  const name = turn.say.texts.kind[kind];
  return { text: turn.say.messaging.confirmOff(name), ask: { step: 'off', data: { kind } } };
}
