import type { Language, Role } from '../../loyalty';
import type { Args, Command, CommandName } from '../command';
import { mayRun } from '../roles';
import { asWritten } from './as-written';
import { wishesWithin } from './courtesy';
import { Guesswork, type Guess } from './guess';
import { normalise } from './normalise';
import { commonSentence } from './overlap';
import { compilePattern, matchPattern, type Pattern } from './pattern';
import { mayBeRule, parseRule } from './rule';

export interface Listening {
  /** The chat's language: it is tried first, and guesses are made in it alone. */
  lang: Language;
  role: Role | 'customer';
  /** The shop's day, YYYY-MM-DD: what a date without its year counts from. */
  today: string;
}

export interface Understood {
  intent: CommandName | 'none';
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
  command: Command;
  args: Args;
  guessed: boolean;
  lang: Language;
}

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

/**
 * Understands whole messages: by the commands' patterns or, from who may write rules, as the sentence of a rule, in
 * the chat's language and then in the others; then with the typing corrected; then by likeness to known phrases.
 * What is unlike all of them is `none`.
 *
 * Staff may say what customers say; where both match, the staff's command wins. What a staff member's role may not do is
 * understood all the same, to be refused in words; for a customer the staff's commands do not exist. Throws an Error
 * where two commands of customers, or two of staff, claim one sentence.
 */
export function createUnderstanding(commands: readonly Command[]): {
  understand: (text: string, listening: Listening) => Understood;
} {
  const listener = new Listener(commands);
  return { understand: (text, listening) => listener.understand(text, listening) };
}

class Listener {
  private readonly patterns: Record<Language, ReadonlyMap<Command, readonly Pattern[]>>;
  private readonly guesswork: Guesswork;
  private readonly addRule: Command | undefined;

  constructor(commands: readonly Command[]) {
    const compile = (lang: Language): ReadonlyMap<Command, readonly Pattern[]> =>
      new Map(
        commands.map((command) => [command, command.patterns[lang].map((one) => compilePattern(one, lang))]),
      );
    this.patterns = { pt: compile('pt'), en: compile('en'), es: compile('es') };
    for (const lang of LANGUAGES) refuseOverlaps(this.patterns[lang]);
    this.guesswork = new Guesswork(commands, {
      pt: wordsOf(this.patterns.pt),
      en: wordsOf(this.patterns.en),
      es: wordsOf(this.patterns.es),
    });
    this.addRule = commands.find(({ name }) => name === 'add-rule');
  }

  understand(text: string, listening: Listening): Understood {
    const { lang, role } = listening;
    const words = normalise(text, lang).split(' ');
    const guesses = this.guesswork.likeliest(words, lang).filter(({ command }) => mayRunIt(command, role));
    const heard = this.hear(text, words, guesses[0], listening);
    return {
      intent: heard?.command.name ?? 'none',
      args: heard === null ? {} : written(heard, text),
      alternatives: guesses
        .map(({ command }) => command.name)
        .filter((name) => name !== heard?.command.name)
        .slice(0, heard === null ? 3 : 2),
      confirm: heard?.guessed === true && heard.command.risky,
      guessed: heard?.guessed ?? false,
      lang: heard?.lang ?? lang,
    };
  }

  private hear(
    text: string,
    words: readonly string[],
    guess: Guess | undefined,
    listening: Listening,
  ): Heard | null {
    const { lang, role } = listening;
    const own = this.byPattern(words, lang, role);
    if (own !== null) return own;
    const rule = this.asRule(text, lang, listening);
    if (rule?.args.rule !== undefined) return rule;
    for (const other of LANGUAGES.filter((one) => one !== lang)) {
      const heard = this.byPattern(normalise(text, other).split(' '), other, role);
      if (heard !== null) return heard;
      // What is no rule here although its words could be one is none elsewhere.
      const foreign = rule === null && mayBeRule(text, lang) ? null : this.asRule(text, other, listening);
      if (foreign?.args.rule !== undefined) return foreign;
    }
    const corrected = this.guesswork.corrected(words, lang);
    const meant = corrected === null ? null : this.byPattern(corrected, lang, role);
    if (meant !== null && !meant.command.risky) return { ...meant, guessed: true };
    if (guess?.sure === true) return { command: guess.command, args: guess.args, guessed: true, lang };
    return rule;
  }

  private byPattern(words: readonly string[], lang: Language, role: Listening['role']): Heard | null {
    const context = { lang, isWord: this.guesswork.isWord };
    const wishes = wishesWithin(words, lang);
    let heard: Heard | null = null;
    let least = Infinity;
    for (const [command, patterns] of this.patterns[lang]) {
      const rank = rankOf(command, role);
      if (rank >= least) continue;
      const args = firstOf(wishes, (wish) =>
        firstOf(patterns, (pattern) => matchPattern(pattern, wish, context)),
      );
      if (args === null) continue;
      heard = { command, args, guessed: false, lang };
      least = rank;
    }
    return heard;
  }

  /** A rule, or what is to be asked about it. */
  private asRule(text: string, lang: Language, { role, today }: Listening): Heard | null {
    const command = this.addRule;
    if (command === undefined || !mayRunIt(command, role)) return null;
    const args = parseRule(text, lang, today);
    return args === null ? null : { command, args, guessed: false, lang };
  }
}

/** With a name as it was written. */
function written({ args, lang }: Heard, text: string): Args {
  return args.name === undefined ? args : { ...args, name: asWritten(text, args.name, lang) };
}

function wordsOf(patterns: ReadonlyMap<Command, readonly Pattern[]>): ReadonlySet<string> {
  const places = [...patterns.values()].flatMap((ofIt) => ofIt.flatMap((pattern) => pattern.places));
  return new Set(places.flatMap((place) => ('word' in place ? [place.word] : [])));
}

const mayRunIt = (command: Command, role: Listening['role']): boolean =>
  command.who === 'customer' || (role !== 'customer' && mayRun(command.who, role));

/** The lower is heard first; Infinity is not heard at all. */
function rankOf(command: Command, role: Listening['role']): number {
  if (command.who === 'customer') return 1;
  if (role === 'customer') return Infinity;
  return mayRun(command.who, role) ? 0 : 2;
}

/** What comes of the first that anything comes of. */
function firstOf<From, To>(from: readonly From[], find: (one: From) => To | null): To | null {
  for (const one of from) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

function refuseOverlaps(patterns: ReadonlyMap<Command, readonly Pattern[]>): void {
  const all = [...patterns].flatMap(([command, ofIt]) => ofIt.map((pattern) => ({ command, pattern })));
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      if (a.command === b.command || isStaffs(a.command) !== isStaffs(b.command)) continue;
      const said = commonSentence(a.pattern, b.pattern);
      if (said === null) continue;
      throw new Error(`"${said}" is claimed by ${a.command.name} and by ${b.command.name}`);
    }
}

const isStaffs = ({ who }: Command): boolean => who !== 'customer';
