import type { Language } from '../../loyalty';
import type { Args, CommandName, RuleQuestion, Turn } from '../command';
import { readNumber } from '../commands/answers';
import { questionText } from '../commands/staff/rules/rule-question';
import { REFUSED, alone, isOpen, run, type Frame, type Outcome } from './flow';
import { hear, isSure } from './hearing';
import { correctionIn, isYes, plain, sentencesRight, type Understood } from '../understand';

const SENTENCES: ReadonlySet<Understood['intent']> = new Set([
  'add-rule',
  'edit-rule',
  'set-program',
  'simulate',
]);

/** What a wish was made of that only a sentence of the program has. */
const isSentence = ({ intent, args }: Understood): boolean =>
  SENTENCES.has(intent) &&
  [args.ask, args.rule, args.change, args.settings].some((part) => part !== undefined) &&
  (intent !== 'simulate' || args.ask !== undefined);

/** With the sentence kept that was answered and led to no question: `cashback 500%`. */
export function keepingRefused(turn: Turn, text: string, heard: Understood, outcome: Outcome): Outcome {
  if (outcome.flow.length > 0 || !isSentence(heard)) return outcome;
  const command = heard.intent as CommandName;
  return { ...outcome, flow: [refusedFrame(turn, command, text)] };
}

export const refusedFrame = (turn: Turn, command: CommandName, said: string): Frame => ({
  command,
  step: REFUSED,
  data: { said },
  askedAt: turn.now,
  question: '',
});

/** `não, 5%` after `cashback 500%`: the sentence as it is then; null where that makes none of it. */
export async function refusedRight(
  turn: Turn,
  text: string,
  frame: Frame,
  below: readonly Frame[],
): Promise<Outcome | null> {
  const said = correctionIn(text, turn.lang) ?? (isPart(turn, text) ? text.trim() : null);
  if (said === null || !isOpen(frame, turn)) return null;
  const sentence = String(frame.data['said']);
  const { ask } = hear(turn, sentence).args;
  const answered = isChoice(ask) ? answeredAs(turn, frame, ask, { sentence, said }) : [];
  if (isChoice(ask) && answered.length === 0 && isShortAnswer(turn, said, below))
    return { reply: { text: questionText(turn, ask) }, flow: [...below, frame], understood: true };
  const put = heardAs(turn, frame, sentencesRight(sentence, said, turn.lang));
  const more = /\d/.test(said) ? heardAs(turn, frame, [`${sentence}, ${said}`, `${said} ${sentence}`]) : [];
  const [understood, ...others] =
    [answered, whole(put), whole(more), put].find((all) => all.length > 0) ?? [];
  if (others.length > 0)
    return { reply: { text: turn.say.ruleQuestion.figureOfWhat(said) }, flow: [frame], understood: true };
  if (understood === undefined) return null;
  const { heard, words } = understood;
  const outcome = alone(await run(turn, frame.command, heard.args, []), []);
  return keepingRefused(turn, words, heard, outcome);
}

type Choice = Extract<RuleQuestion, { reason: 'which-of' | 'until-when' }>;
export const isChoice = (ask: RuleQuestion | undefined): ask is Choice =>
  ask?.reason === 'which-of' || ask?.reason === 'until-when';
type Answer = { sentence: string; said: string };

/** What the answer makes of the sentence, where that is the rule or leads to another question. */
function answeredAs(turn: Turn, frame: Frame, ask: Choice, answer: Answer): Again[] {
  const all = heardAs(turn, frame, answersTo(turn, ask, answer));
  const isOther = (one: RuleQuestion | undefined): boolean =>
    isChoice(one) && JSON.stringify(one) !== JSON.stringify(ask);
  return all.filter(({ heard: { args } }) => isWhole(args) || isOther(args.ask));
}

/** The sentence with the answer to what it was asked in the place of what was asked about. */
function answersTo(turn: Turn, ask: Choice, { sentence, said }: Answer): string[] {
  const joined = sentence.replaceAll(/\s+/g, ' ');
  const put = (words: string): string =>
    joined.includes(ask.text) ? joined.replace(ask.text, () => words) : `${joined}, ${words}`;
  if (ask.reason === 'until-when') return [put(rangeFrom(ask.from, said, turn.lang))];
  const chosen = ask.either[(readNumber(said) ?? 0) - 1];
  if (chosen !== undefined) return [put(chosen)];
  if (readNumber(said) !== null) return [];
  return (/\d/.test(said) ? [said] : onlyLike(said, ask.either)).map(put);
}

/** A number that is none of them, or a yes that is none to a question below: it is asked again. */
const isShortAnswer = ({ lang }: Turn, said: string, below: readonly Frame[]): boolean =>
  readNumber(said) !== null || (below.length === 0 && isYes(said, lang));

/** `em compras`, `a validade`: the one of them that alone has a word of it, or one that begins like it. */
function onlyLike(said: string, either: readonly string[]): string[] {
  const words = plainWords(said);
  const having = (of: (word: string) => string): string[] =>
    either.filter((way) => plainWords(way).some((word) => words.some((one) => of(one) === of(word))));
  const found = [having((word) => word), having((word) => word.slice(0, STEM))];
  return found.find(({ length }) => length === 1) ?? [];
}

const STEM = 5;
const plainWords = (text: string): string[] =>
  (plain(text).match(/[a-z]+/g) ?? []).filter((word) => word.length >= STEM);

const NO_END =
  /^(?:(?:e |sem|não tem|nao tem|no|not|sin|without|para|pra|por) ?)*(?:fim|data|prazo|sempre|end|end date|forever|fin|fecha|siempre)\b/iu;
/** Far enough: a rule has both its days. */
const LAST_DAY: Record<Language, string> = { pt: '31/12/2099', en: 'December 31, 2099', es: '31/12/2099' };
const RANGE: Record<Language, (from: string, to: string) => string> = {
  pt: (from, to) => `de ${from} até ${to}`,
  en: (from, to) => `from ${from} to ${to}`,
  es: (from, to) => `del ${from} al ${to}`,
};

function rangeFrom(from: string, said: string, lang: Language): string {
  const to = NO_END.test(said)
    ? LAST_DAY[lang]
    : said.replace(/^(?:até|ate|until|till|to|hasta)(?: (?:o|the|el))?(?: d[ií]a)? /iu, '');
  return RANGE[lang](from, to);
}

interface Again {
  words: string;
  heard: Understood;
}

/** No wish, or a sentence of which the refused one may be the rest: `5%`. */
function isPart(turn: Turn, text: string): boolean {
  const heard = hear(turn, text);
  return !isSure(heard) || heard.args.ask !== undefined;
}

/** The sentences that are still of the same wish, each meaning once; nobody knows what one means that is asked about. */
function heardAs(turn: Turn, { command }: Frame, sentences: readonly string[]): Again[] {
  const all = sentences
    .map((words) => ({ words, heard: hear(turn, words) }))
    .filter(({ heard }) => heard.intent === command && !heard.guessed);
  const meaning = ({ words, heard }: Again): string =>
    isWhole(heard.args) ? JSON.stringify(heard.args) : words;
  return [...new Map(all.map((one) => [meaning(one), one])).values()];
}

const isWhole = ({ ask }: Args): boolean => ask === undefined;
const whole = (all: readonly Again[]): Again[] => all.filter(({ heard }) => isWhole(heard.args));
