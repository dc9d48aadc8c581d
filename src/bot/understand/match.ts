import { LANGUAGES, type Language, type Role } from '../../loyalty';
import type { Args, Command, CommandName, SentenceIntent } from '../command';
import { inItsWords } from './as-written';
import { patternsOf } from './claims';
import { clausesOf } from './clauses';
import { wishesWithin } from './courtesy';
import { Guesswork, type Guesses } from './guess';
import { isNotAsked } from './guess/mood';
import { keepingLast } from './heard-lately';
import { withNewText } from './new-text';
import { normalise } from './normalise';
import { matchPattern, type Pattern } from './pattern';
import { NO_EXTENSION, type Extension } from './phrases/extension';
import { isDenied, isOver, mayBeForeign, readProgramSentence } from './program-sentence';
import { Sentence } from './rule';
import { mayRunIt, rankOf } from './rights';
import { firstOf } from './first-of';
import type { SlotContext } from './values/slots';

export interface Listening {
  /** The chat's language: it is tried first, and guesses are made in it alone. */
  lang: Language;
  role: Role | 'customer';
  /** The shop's day, YYYY-MM-DD: what a date without its year counts from. */
  today: string;
}

export interface Understood {
  intent: CommandName | SentenceIntent | 'none';
  args: Args;
  /** Other wishes that it may have been, likeliest first: two at most; three where the intent is `none`. */
  alternatives: CommandName[];
  /** A risky command that was only guessed: it is to be asked about before it runs. */
  confirm: boolean;
  guessed: boolean;
  /** The language that it was said in. */
  lang: Language;
}

interface Heard {
  intent: CommandName | SentenceIntent;
  risky: boolean;
  args: Args;
  guessed: boolean;
  lang: Language;
  /** A customer's wish, which staff may mean otherwise: `cashback de 5 reais`. */
  ofCustomers: boolean;
}

const heardAs = ({ name, risky, who }: Command, args: Args, guessed: boolean, lang: Language): Heard => ({
  intent: name,
  ofCustomers: who === 'customer',
  risky,
  args,
  guessed,
  lang,
});

/** Whoever writes more is asked to say it shorter: nobody's wish takes it. */
export const LONGEST_WISH = 1_000;

/**
 * Understands whole messages: by the commands' patterns or, from who may write rules, as a sentence of the program, in
 * the chat's language and then in the others; then with the typing corrected; then by likeness to known phrases.
 * What is unlike all of them is `none`.
 *
 * Staff may say what customers say; where both match, the staff's command wins. What a staff member's role may not do is
 * understood all the same, to be refused in words; for a customer the staff's commands do not exist.
 */
export function createUnderstanding(
  commands: readonly Command[],
  extension: Extension = NO_EXTENSION,
): Understanding {
  const listener = new Listener(commands, extension);
  return {
    understand: keepingLast(
      (text, listening) =>
        withNewText(text, (wish) => listener.understand(wish, listening)) ??
        listener.understand(text, listening),
    ),
    knows: (word, lang) => listener.knows(word, lang),
    argsOf: (name, text, listening) => listener.argsOf(name, text, listening),
  };
}

/** What every start would learn of the phrase books, learnt once and kept beside the compiled code. */
export function keepLearnt(commands: readonly Command[]): void {
  const guesswork = new Guesswork(commands, () => new Map(), NO_EXTENSION);
  for (const lang of LANGUAGES) guesswork.keep(lang);
}

export interface Understanding {
  understand: (text: string, listening: Listening) => Understood;
  /** Whether it is a word of the conversation, in normalised form. */
  knows: (word: string, lang: Language) => boolean;
  /** What a text names, where it is known to be this wish. */
  argsOf: (name: CommandName, text: string, listening: Listening) => Args;
}

class Listener {
  /** Of a language when it is first heard. */
  private readonly patterns: Partial<Record<Language, ReadonlyMap<Command, readonly Pattern[]>>> = {};
  private readonly guesswork: Guesswork;
  private readonly addRule: Command | undefined;

  constructor(
    private readonly commands: readonly Command[],
    extension: Extension,
  ) {
    this.guesswork = new Guesswork(commands, (lang) => this.patternsIn(lang), extension);
    this.addRule = commands.find(({ name }) => name === 'add-rule');
  }

  private patternsIn(lang: Language): ReadonlyMap<Command, readonly Pattern[]> {
    return (this.patterns[lang] ??= patternsOf(this.commands, lang));
  }

  knows(word: string, lang: Language): boolean {
    return this.guesswork.isWord(word, lang);
  }

  argsOf(name: CommandName, text: string, { lang, today }: Listening): Args {
    const command = this.commands.find((one) => one.name === name);
    if (command === undefined) return {};
    const words = normalise(text, lang).split(' ');
    const { args, left } = this.guesswork.fill(command, words, this.contextIn(lang, today));
    // A number more than it takes: the amount may be the other, or both.
    if (left !== null) delete args.amount_cents;
    return inItsWords({ intent: name, args, lang }, text);
  }

  understand(text: string, listening: Listening): Understood {
    const { lang, role } = listening;
    const words = normalise(text, lang).split(' ');
    const context = this.contextIn(lang, listening.today);
    const guesses = this.guesswork.guess(words, context, (command) => mayRunIt(command, role));
    const heard = this.hear(text, words, guesses.sure, listening);
    return {
      intent: heard?.intent ?? 'none',
      args: heard === null ? {} : inItsWords(heard, text),
      alternatives: guesses.offered
        .map(({ name }) => name)
        .filter((name) => name !== heard?.intent)
        .slice(0, heard === null ? 3 : 2),
      confirm: heard?.guessed === true && heard.risky,
      guessed: heard?.guessed ?? false,
      lang: heard?.lang ?? lang,
    };
  }

  private hear(
    text: string,
    words: readonly string[],
    guess: Guesses['sure'],
    listening: Listening,
  ): Heard | null {
    const { lang } = listening;
    const own = this.byPattern(words, lang, listening);
    const mayBeSentence = own === null || (own.ofCustomers && this.writesRules(listening.role));
    const sentence = mayBeSentence ? this.asSentence(text, lang, listening) : null;
    const isRule = sentence?.clear === true && sentence.heard?.args.rule !== undefined;
    if (own !== null && !isRule) return own;
    if (sentence?.clear === true) return sentence.heard;
    for (const other of LANGUAGES.filter((one) => one !== lang)) {
      const heard = this.byPattern(normalise(text, other).split(' '), other, listening);
      if (heard !== null) return heard;
      const foreign = sentence?.native === true ? null : this.asSentence(text, other, listening);
      if (foreign?.clear === true && foreign.heard !== null) return foreign.heard;
    }
    const corrected = this.guesswork.corrected(words, lang);
    const meant = corrected === null ? null : this.byPattern(corrected, lang, listening);
    if (meant !== null) return { ...meant, guessed: true };
    const said = isDenied(sentence?.heard ?? null, words, lang) ? null : (sentence?.heard ?? null);
    const part = said === null ? this.byClause(text, listening) : null;
    if (part !== null) return part;
    const isRefused = said?.intent === 'campaign' && !this.writesRules(listening.role);
    if (guess === null || isRefused || (said !== null && !isOver(guess, said.args))) return said;
    return heardAs(guess.command, guess.args, true, lang);
  }

  /** `saldo de pontos` is no Spanish of a customer called Pontos: words of the chat's language are words. */
  private contextIn(lang: Language, today: string, chat = lang): SlotContext {
    const isWord = (word: string): boolean =>
      this.guesswork.isWord(word, lang) || (chat !== lang && this.guesswork.isWord(word, chat));
    return { lang, today, isWord };
  }

  private byPattern(words: readonly string[], lang: Language, listening: Listening): Heard | null {
    const { lang: chat, role, today } = listening;
    const context = this.contextIn(lang, today, chat);
    const wishes = wishesWithin(words, lang);
    let heard: Heard | null = null;
    let least = Infinity;
    for (const [command, patterns] of this.patternsIn(lang)) {
      const rank = rankOf(command, role);
      if (rank >= least) continue;
      const args = firstOf(wishes, (wish) =>
        firstOf(patterns, (pattern) => matchPattern(pattern, wish, context)),
      );
      if (args === null) continue;
      heard = heardAs(command, args, false, lang);
      least = rank;
    }
    return heard;
  }

  /** What one clause of a longer message is, where no other is something else: the rest is why, or courtesy. */
  private byClause(text: string, listening: Listening): Heard | null {
    const { lang } = listening;
    const words = normalise(text, lang).split(' ');
    const context = this.contextIn(lang, listening.today);
    const found = clausesOf(text).flatMap(
      (clause) => this.byPattern(normalise(clause, lang).split(' '), lang, listening) ?? [],
    );
    const wishes = found.filter(({ intent }) => intent !== 'menu' && intent !== 'bot');
    const [one, other] = wishes;
    if (one === undefined || (other !== undefined && other.intent !== one.intent)) return null;
    if (one.risky && isNotAsked(normalise(text, lang), lang)) return null;
    const command = this.commands.find(({ name }) => name === one.intent);
    const filled = command === undefined ? null : this.guesswork.fill(command, words, context);
    return filled?.left === 'code' ? null : { ...one, args: { ...filled?.args, ...one.args }, guessed: true };
  }

  private readonly writesRules = (role: Listening['role']): boolean =>
    this.addRule !== undefined && mayRunIt(this.addRule, role);

  /**
   * What is said of the program; null from a customer. Of staff that may not write rules it is heard to be refused in
   * words. `native`: it is of this language or of none.
   */
  private asSentence(
    text: string,
    lang: Language,
    { lang: chat, role, today }: Listening,
  ): { heard: Heard | null; clear: boolean; native: boolean } | null {
    if (this.addRule === undefined || role === 'customer') return null;
    const sentence = new Sentence(text, lang, today, lang !== chat);
    const said = readProgramSentence(sentence);
    const native = !mayBeForeign(said);
    if (said === null) return { heard: null, clear: false, native };
    const { intent, args, clear } = said;
    return { heard: { intent, risky: true, args, guessed: false, lang, ofCustomers: false }, clear, native };
  }
}
