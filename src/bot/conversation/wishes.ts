import type { Turn } from '../command';
import { byName } from './flow';
import { hear, hears, isSure } from './hearing';
import { smallTalk } from './small-talk';
import { correctionIn, isCancel, isNo, isYes } from '../understand';

/** Whether the text as a whole answers a question: it may go on, not go on, or be left. */
export const isAnswer = ({ lang }: Turn, text: string): boolean =>
  isYes(text, lang) || isNo(text, lang) || isCancel(text, lang);

/** Whether it says in words what is wished for: a phone, a code or an amount alone may be of any wish. */
const isNamed = (turn: Turn, text: string): boolean =>
  /\p{L}{2}/u.test(text.replaceAll(/\S*[\d@]\S*/g, ' ')) && smallTalk(turn, text) === null;

/** Whether it is surely a wish by itself, and no piece of one. */
export const isWhole = (turn: Turn, text: string): boolean => isSure(hear(turn, text)) && isNamed(turn, text);

/** Whether it may be a wish by itself: two words that are like one. */
function isLikely(turn: Turn, text: string): boolean {
  const { intent, confirm } = hear(turn, text);
  return intent !== 'none' && !confirm && /\S\s+\S/.test(text.trim()) && isNamed(turn, text);
}

/** Whether what it wishes for may need an answer first. */
export function mayAsk(turn: Turn, text: string): boolean {
  const { intent, confirm } = hear(turn, text);
  const command = intent === 'none' ? undefined : byName.get(intent);
  const steps = Object.keys(command?.steps ?? {}).filter((step) => step !== 'more');
  return confirm || steps.length > 0 || command?.pin !== undefined;
}

/** What leaves or puts right what was said before it: in a burst, what a text of the same burst asks. */
export const mends = (turn: Turn, text: string): boolean =>
  isNo(text, turn.lang) ||
  isCancel(text, turn.lang) ||
  (correctionIn(text, turn.lang) !== null &&
    (!isWhole(turn, text) || hear(turn, text).args.ask !== undefined));

const AND = /^\s*(?:e|and|y|tamb[eé]m|also|tambi[eé]n)\s+/iu;

/** `e resgatar 20`, after another message: the wish that follows. */
export const withoutAnd = (turn: Turn, text: string): string => {
  const rest = text.replace(AND, '');
  return rest !== text && !isWhole(turn, text) && isWhole(turn, rest) ? rest : text;
};

/** Several messages as the wishes that they are, and what mends one that was said before it apart from it. */
export function wishesIn(turn: Turn, texts: readonly string[], isAsked: boolean): string[][] {
  const at = texts.findIndex(
    (text, i) => mends(turn, text) && texts.slice(0, i).some((before) => isWhole(turn, before)),
  );
  const mend = texts[at];
  if (mend === undefined) return unmended(turn, texts, isAsked);
  const after = texts.slice(at + 1);
  const others = after.length === 0 ? [] : wishesIn(turn, after, isAsked);
  return [...unmended(turn, texts.slice(0, at), isAsked), [mend], ...others];
}

/**
 * Several messages as the wishes that they are: each that is one by itself begins one, and what follows it is part of it.
 * All are one wish where fewer than two of them are one, or where they make another together: `pausar`, `regra 2`.
 */
function unmended(turn: Turn, texts: readonly string[], isAsked: boolean): string[][] {
  const whole = texts.map((text) => isWhole(turn, text) || (isAsked && isAnswer(turn, text)));
  const together = hear(turn, texts.join(' '));
  const begins = isSure(together) ? whole : texts.map((text, i) => whole[i] === true || isLikely(turn, text));
  const wished = texts.filter((_, i) => begins[i]).map((text) => hear(turn, text).intent);
  const isAnother = isSure(together) && !wished.includes(together.intent);
  const isRule = isSure(together) && together.args.rule !== undefined;
  const isOne = !whole.includes(true) && new Set(wished).size < 2;
  if (wished.length < 2 || isOne || isAnother || isRule) return [[...texts]];
  const wishes: string[][] = [];
  let isBegun = false;
  for (const [i, text] of texts.entries()) {
    const current = wishes.at(-1);
    if (current === undefined || (begins[i] === true && isBegun)) wishes.push([text]);
    else current.push(text);
    isBegun ||= begins[i] === true;
  }
  return wishes;
}

/**
 * A customer who gets no answer at once says it again: the same wish twice is one, unless something between them mends the
 * first. The team's stay: two equal sales are two.
 */
export function withoutRepeats(turn: Turn, wishes: readonly string[][]): string[][] {
  let said = new Set<string>();
  return wishes.filter((pieces) => {
    const text = pieces.join(' ');
    if (mends(turn, text)) said = new Set();
    const { intent, args } = hear(turn, text);
    if (intent === 'none' || byName.get(intent)?.who !== 'customer') return true;
    const wish = JSON.stringify([intent, args]);
    const isRepeated = said.has(wish);
    said.add(wish);
    return !isRepeated;
  });
}

const isOptOut = (turn: Turn, text: string): boolean => hears(turn, text, ['opt-out']);

const PARTS = /[.,;!\n]+|\s+(?:e|and|y)\s+/iu;
const MOST_PARTS = 3;

/** `me mostra meu saldo e meus vouchers`: its parts, where each is another wish that only tells something, and one of them surely; otherwise the text as it is. */
export function tellingParts(turn: Turn, text: string): string[] {
  if (isSure(hear(turn, text))) return [text];
  const parts = text.split(PARTS).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return [text];
  const wished = parts.map((part) => hear(turn, part).intent);
  const isTelling = (intent: (typeof wished)[number]): boolean => {
    const command = intent === 'none' || intent === 'menu' ? undefined : byName.get(intent);
    return command?.who === 'customer' && !command.risky;
  };
  const isEach = wished.every(isTelling) && new Set(wished).size === parts.length;
  return isEach && parts.some((part) => isWhole(turn, part)) ? parts : [text];
}

/** `saldo e sair`: its parts, where one of them is an opt-out and each a wish; otherwise the text as it is. */
export function withoutOptOut(turn: Turn, text: string): string[] {
  if (isSure(hear(turn, text))) return [text];
  const parts = text.split(PARTS).filter((part) => part.trim() !== '');
  const isEach = parts.every((part) => isWhole(turn, part) || smallTalk(turn, part) !== null);
  return isEach && parts.some((part) => isOptOut(turn, part)) ? parts : [text];
}

/** Whether it wishes to hear no more, among other wishes too, or where that is only likely. */
export const mayOptOut = (turn: Turn, text: string): boolean =>
  withoutOptOut(turn, text).some((part) => hear(turn, part).intent === 'opt-out');

/**
 * The opt-outs among several messages, and what else is wished for. Words of the team that are surely something else
 * together are none: `parar`, `campanha 3`.
 */
export function optOutsIn(turn: Turn, texts: readonly string[]): { optOuts: string[]; rest: string[] } {
  const optOuts = texts.filter((text) => isOptOut(turn, text));
  const together = hear(turn, texts.join(' '));
  const isOther = isSure(together) && !texts.some((text) => hear(turn, text).intent === together.intent);
  if (optOuts.length === 0 || (turn.speaker.staff !== null && isOther))
    return { optOuts: [], rest: [...texts] };
  const last = texts.findLastIndex((text) => isOptOut(turn, text));
  // Who has come back before that is gone again.
  const isBack = (text: string, i: number): boolean => i < last && hears(turn, text, ['opt-in']);
  // `da lista`: more words of it.
  const isMore = (text: string): boolean =>
    !isWhole(turn, text) && optOuts.some((out) => hear(turn, `${out} ${text}`).intent === 'opt-out');
  const rest = texts.filter(
    (text, i) =>
      !optOuts.includes(text) &&
      !isMore(text) &&
      !isBack(text, i) &&
      !isAnswer(turn, text) &&
      smallTalk(turn, text) === null,
  );
  return { optOuts, rest };
}
