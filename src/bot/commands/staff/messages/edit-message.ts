import { z } from 'zod';
import { hasText, isMessageKind, loadTexts, setText, type TextKind } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanText, faultOf, formatIn, LONGEST_TEXT, variableNames, type TextFault } from '../../../messages';
import { confirmed, readNumber, staffOf } from '../../answers';
import { LISTED, listedMessages, previewOf } from './message-list';

const isTextKind = (kind: string): kind is TextKind => isMessageKind(kind) && hasText(kind);
const chosen = z.object({ kind: z.string().refine(isTextKind) });
/** A body that is null goes back to the product's. */
const pending = chosen.extend({ body: z.string().nullable() });

export const editMessage: Command = {
  name: 'edit-message',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '[(quero|como|preciso)] (mudar|mudo|alterar|editar|trocar|reescrever|personalizar) [(a|o|uma)] [texto (da|de)] (mensagem|texto|aviso) [(de|da|do)] [{message_kind}]',
    ],
    en: [
      '[(i want to|how do i|i need to)] (change|edit|reword|rewrite) [(the|a)] [text of the] [{message_kind}] message [text]',
    ],
    es: [
      '[(quiero|como|necesito)] (cambiar|cambio|editar|modificar|reescribir|personalizar) [(el|un)] [texto (del|de)] (mensaje|texto|aviso) [(de|del|de la)] [{message_kind}]',
    ],
  },
  examples: {
    pt: [
      { says: 'mudar mensagem de boas-vindas', args: { kind: 'welcome' } },
      { says: 'mudar mensagem', args: {} },
    ],
    en: [
      { says: 'change the welcome message', args: { kind: 'welcome' } },
      { says: 'edit message', args: {} },
    ],
    es: [
      { says: 'cambiar mensaje de bienvenida', args: { kind: 'welcome' } },
      { says: 'editar mensaje', args: {} },
    ],
  },
  handle: (turn, { kind }) => (kind !== undefined && isTextKind(kind) ? askText(turn, kind) : askWhich(turn)),
  steps: {
    which: async (turn, text) => {
      const number = readNumber(text);
      if (number === null) return null;
      const kind = LISTED[number - 1];
      if (kind !== undefined) return askText(turn, kind);
      return { text: turn.say.numberFrom(LISTED.length), ask: { step: 'which', data: {} } };
    },
    text: (turn, text, data) => propose(turn, chosen.parse(data).kind, text),
    confirm: (turn, text, data) => confirmed(turn, text, () => save(turn, pending.parse(data))),
  },
};

async function askWhich(turn: Turn): Promise<Reply> {
  const text = [...(await listedMessages(turn)), turn.say.messaging.which].join('\n');
  return { text, ask: { step: 'which', data: {} } };
}

async function askText(turn: Turn, kind: TextKind): Promise<Reply> {
  const { texts, messaging: say } = turn.say;
  const body = (await loadTexts(turn.work))[turn.lang]?.[kind] ?? texts.body[kind];
  const text = [say.nowSays(texts.kind[kind]), body, '', say.write(variables(turn, kind))].join('\n');
  return { text, ask: { step: 'text', data: { kind } } };
}

const variables = (turn: Turn, kind: TextKind): string =>
  formatIn(turn.lang, turn.shop.zone).list(variableNames(kind, turn.lang));

async function propose(turn: Turn, kind: TextKind, written: string): Promise<Reply> {
  const say = turn.say.messaging;
  const asked = cleanText(written);
  const isOriginal = asked.toLowerCase() === say.original;
  const body = isOriginal ? turn.say.texts.body[kind] : asked;
  const fault = faultOf(body, kind, turn.lang);
  if (fault !== null) return { text: faultText(turn, kind, fault), ask: { step: 'text', data: { kind } } };
  const text = [say.preview, '', await previewOf(turn, kind, body), '', say.confirm].join('\n');
  return { text, ask: { step: 'confirm', data: { kind, body: isOriginal ? null : body } } };
}

function faultText(turn: Turn, kind: TextKind, fault: TextFault): string {
  const say = turn.say.messaging.fault;
  if (fault.reason === 'too-long') return say.tooLong(LONGEST_TEXT);
  if (fault.reason === 'unknown-variable') return say.unknown(fault.name, variables(turn, kind));
  if (fault.reason === 'missing-variable') return say.missing(fault.name);
  return say[fault.reason];
}

async function save(turn: Turn, { kind, body }: z.infer<typeof pending>): Promise<Reply> {
  await setText(turn.work, { kind, language: turn.lang, body, by: staffOf(turn) });
  const { texts, messaging: say } = turn.say;
  return { text: (body === null ? say.reset : say.saved)(texts.kind[kind]) };
}
