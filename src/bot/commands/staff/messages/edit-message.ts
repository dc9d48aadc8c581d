import { z } from 'zod';
import {
  hasText,
  isMessageKind,
  LANGUAGES,
  loadTexts,
  setText,
  type Language,
  type TextKind,
} from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import {
  cleanText,
  faultOf,
  formatIn,
  LONGEST_TEXT,
  messagesIn,
  variableNames,
  type TextFault,
} from '../../../messages';
import { isNo, isUnsure, isYes } from '../../../understand';
import { askedAgain, confirmed, readNumber, staffOf } from '../../answers';
import { LISTED, listedMessages, previewOf } from './message-list';
import { asksForHelp, isAnotherWish, newTextIn, ofAnother, readIn } from './written';

const isTextKind = (kind: string): kind is TextKind => isMessageKind(kind) && hasText(kind);
const chosen = z.object({ kind: z.string().refine(isTextKind) });
/** A body that is null goes back to the product's. */
const pending = chosen.extend({
  body: z.string().nullable(),
  language: z.enum(LANGUAGES).optional(),
  seen: z.string().nullish(),
});

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
  handle(turn, { kind, body }) {
    if (kind === undefined || !isTextKind(kind)) return askWhich(turn);
    return body === undefined ? askText(turn, kind) : propose(turn, kind, body);
  },
  steps: {
    which: async (turn, text) => {
      const number = readNumber(text);
      if (number === null) return null;
      const kind = LISTED[number - 1];
      if (kind !== undefined) return askText(turn, kind);
      return { text: turn.say.numberFrom(LISTED.length), ask: { step: 'which', data: {} } };
    },
    text: (turn, text, data) => takeText(turn, chosen.parse(data).kind, text),
    confirm: async (turn, text, data) => {
      const asked = pending.parse(data);
      const answered = await confirmed(turn, text, () => save(turn, asked));
      const written = answered === null ? newTextIn(turn, text) : null;
      return answered ?? (written === null ? null : propose(turn, asked.kind, written, asked.language));
    },
    other: async (turn, text, data) => {
      const { kind } = chosen.parse(data);
      if (isNo(text, turn.lang)) return { text: turn.say.messaging.kept };
      if (isYes(text, turn.lang)) return onlyIn(turn, kind);
      return readIn(turn, text) === null ? null : propose(turn, kind, text);
    },
  },
};

/** What is written when a text is asked for: null where it is a wish of its own. */
async function takeText(turn: Turn, kind: TextKind, text: string): Promise<Reply | null> {
  const say = turn.say.messaging;
  const again = (words: string): Reply => ({ text: words, ask: { step: 'text', data: { kind } } });
  if (isNo(text, turn.lang)) return { text: say.kept };
  if (isYes(text, turn.lang)) return again(say.isYes);
  if (isUnsure(text, turn.lang) || asksForHelp(turn, text)) return again(say.help);
  const other = ofAnother(turn, text);
  if (other !== null && isTextKind(other.kind)) {
    const { kind: meant, body } = other;
    const reply = body === null ? askText(turn, meant) : propose(turn, meant, body);
    return withArgs(await reply, { kind: meant });
  }
  return isAnotherWish(turn, text) ? null : propose(turn, kind, text);
}

const withArgs = ({ ask, ...reply }: Reply, args: Args): Reply =>
  ask === undefined ? reply : { ...reply, ask: { ...ask, args } };

async function askWhich(turn: Turn): Promise<Reply> {
  const text = [...(await listedMessages(turn)), turn.say.messaging.which].join('\n');
  return { text, ask: { step: 'which', data: {} } };
}

async function askText(turn: Turn, kind: TextKind): Promise<Reply> {
  const { texts, messaging: say } = turn.say;
  const body = (await loadTexts(turn.work))[turn.lang]?.[kind] ?? texts.body[kind];
  const text = [say.nowSays(texts.kind[kind]), body, '', say.write(variables(turn, kind, turn.lang))].join(
    '\n',
  );
  return { text, ask: { step: 'text', data: { kind } } };
}

const variables = ({ lang, shop }: Turn, kind: TextKind, language: Language): string =>
  formatIn(lang, shop.zone).list(variableNames(kind, language));

/** `em português: …` is the text of that language; another is of the one that its writer speaks, or of which they wrote. */
async function propose(turn: Turn, kind: TextKind, text: string, of: Language = turn.lang): Promise<Reply> {
  const { language, written } = readIn(turn, text) ?? { language: of, written: text };
  const say = turn.say.messaging;
  const asked = cleanText(written);
  const isOriginal = asked.toLowerCase() === say.original;
  const body = isOriginal ? messagesIn(language).texts.body[kind] : asked;
  const fault = faultOf(body, kind, language);
  if (fault !== null)
    return { text: faultText(turn, kind, fault, language), ask: { step: 'text', data: { kind } } };
  const reader = { ...turn, lang: language, say: messagesIn(language) };
  const shown = [say.preview, '', await previewOf(reader, kind, body), '', say.confirm].join('\n');
  const seen = (await loadTexts(turn.work))[language]?.[kind] ?? null;
  const data = { kind, body: isOriginal ? null : body, language, seen };
  return { text: shown, ask: { step: 'confirm', data } };
}

function faultText(turn: Turn, kind: TextKind, fault: TextFault, language: Language): string {
  const say = turn.say.messaging.fault;
  if (fault.reason === 'too-long') return say.tooLong(LONGEST_TEXT);
  if (fault.reason === 'unknown-variable') return say.unknown(fault.name, variables(turn, kind, language));
  if (fault.reason === 'missing-variable') return say.missing(fault.name);
  return say[fault.reason];
}

async function save(
  turn: Turn,
  { kind, body, language = turn.lang, seen }: z.infer<typeof pending>,
): Promise<Reply> {
  const { texts, messaging: say } = turn.say;
  const wish = { kind, language, body, by: staffOf(turn) };
  const set = await setText(turn.work, seen === undefined ? wish : { ...wish, seen });
  if (!set.ok) {
    const now = (await loadTexts(turn.work))[language]?.[kind] ?? messagesIn(language).texts.body[kind];
    const again = await propose(turn, kind, body ?? say.original, language);
    const text = [say.nowSays(texts.kind[kind]), now, '', again.text].join('\n');
    return askedAgain(turn, { ...again, text });
  }
  const text = (body === null ? say.reset : say.saved)(texts.kind[kind]);
  if (language === turn.shop.language) return { text };
  const more = onlyIn(turn, kind, language);
  return { ...more, text: `${text} ${more.text}` };
}

/** Most customers read the shop's language, and would go on reading the text of before. */
function onlyIn({ say, shop, lang }: Turn, kind: TextKind, language = lang): Reply {
  const { languages } = say.shop;
  const text = say.messaging.onlyIn(languages[language], languages[shop.language]);
  return { text, ask: { step: 'other', data: { kind } } };
}
