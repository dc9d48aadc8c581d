import type { Language } from '../../../loyalty';
import type { Args, Command } from '../../command';
import { coreOf } from '../courtesy';
import { withoutAsides } from './asides';
import { Filler, type Filled } from './fill';
import { mask, maskedPhrase, SIGNS } from './mask';
import { Meanings } from './meanings';
import { isNotAsked, opensShop } from './mood';
import { isAskedFirst } from './own-words';
import { learn, taught, type Book, type Learnt } from './book/learning';
import { readLearnt, sourceOf, writeLearnt, type LearntLanguage } from './book/learnt-file';
import { PhraseBook } from './book/phrase-book';
import type { Pattern } from '../pattern';
import { phrasesOf } from '../phrases';
import type { Extension } from '../phrases/extension';
import { phrasesOfTemplate, templatesOf } from '../phrases/templates';
import { closestWord } from './spelling';
import type { SlotContext } from '../values/slots';

export type Patterns = (lang: Language) => ReadonlyMap<Command, readonly Pattern[]>;

/** Commands that a sentence is like, likeliest first. */
export interface Guesses {
  offered: readonly Command[];
  /** The first, where it is likelier than any other by enough to be taken for it; `ahead`: by how much. */
  sure: { command: Command; args: Args; ahead: number } | null;
}

/** How far a guess must be ahead of the next to be taken. */
const AHEAD = { safe: 0.06, risky: 0.13 };
/** The same where a risky one was likelier, but is not asked for. */
const AHEAD_OF_ACT = 0.1;
/** The score without which nothing is taken. */
const LEAST = { safe: 0.35, risky: 0.45 };
/** What is less likely than this is not worth offering. */
const OFFERED = 0.05;
const MOST_OFFERED = 4;

/** From this many words on, a number that a harmless command does not take may be one in passing. */
const IN_PASSING = 4;

/** In the phrase book: what people say to a shop that is no wish. */
const NO_WISH = 'none';

type Whose = 'customers' | 'staff';

/** What people are known to say in a language. */
interface Known {
  /** What customers say, and what staff say too. */
  books: { customers?: PhraseBook; staff?: PhraseBook };
  learnt: Record<Whose, () => Learnt>;
  meanings: Meanings;
  /** All words of it, and of the patterns. */
  words: ReadonlySet<string>;
  patternWords: ReadonlySet<string>;
}

/** What the patterns do not match: sentences like those that people are known to say, and words mistyped. */
export class Guesswork {
  private readonly byName: ReadonlyMap<string, Command>;
  private readonly fillers = new Map<Command, Filler>();
  /** Each is made when it is first needed: a shop speaks one language most of the time. */
  private readonly known: Partial<Record<Language, Known>> = {};
  private source: string | undefined;

  /** The patterns' words are those that typing is corrected to, their slots the arguments that are looked for. */
  constructor(
    private readonly commands: readonly Command[],
    private readonly patterns: Patterns,
    private readonly extension: Extension,
  ) {
    this.byName = new Map(commands.map((command) => [command.name, command]));
  }

  /** Whether the conversation has this word: then it is no code. */
  readonly isWord = (word: string, lang: Language): boolean => this.knownIn(lang).words.has(word);

  private knownIn(lang: Language): Known {
    return (this.known[lang] ??= this.learn(lang));
  }

  private learn(lang: Language): Known {
    const meanings = new Meanings(lang);
    const patternWords = wordsOf(this.patterns(lang));
    const own = readLearnt(lang, () => (this.source ??= sourceOf(this.commands)));
    const phrases = own === null ? phrasesFor(this.commands, lang) : null;
    const more = moreOf(this.extension[lang], lang);
    const words = new Set([...patternWords, ...(own?.words ?? wordsIn(phrases)), ...wordsIn(more)]);
    const learnt = (whose: Whose): Learnt => {
      const before = own?.[whose] ?? learn(this.spoken(whose, phrases), meanings);
      return more.size === 0 ? before : taught(before, this.spoken(whose, more), meanings);
    };
    return {
      books: {},
      learnt: { customers: () => learnt('customers'), staff: () => learnt('staff') },
      meanings,
      words,
      patternWords,
    };
  }

  /** A customer's guesses are made among what customers can say. */
  private spoken(whose: Whose, phrases: Book | null): Book {
    const ofThem = [...(phrases ?? [])].filter(
      ([name]) => whose === 'staff' || name === NO_WISH || this.byName.get(name)?.who === 'customer',
    );
    return new Map(ofThem);
  }

  private bookFor(whose: Whose, lang: Language): PhraseBook {
    const { books, learnt, meanings } = this.knownIn(lang);
    return (books[whose] ??= new PhraseBook(learnt[whose](), meanings));
  }

  /** Learns a language and keeps it beside the compiled code, for every start to read. */
  keep(lang: Language): void {
    const source = (this.source ??= sourceOf(this.commands));
    if (readLearnt(lang, () => source) !== null) return;
    const phrases = phrasesFor(this.commands, lang);
    const meanings = new Meanings(lang);
    const own: LearntLanguage = {
      words: [...new Set(wordsIn(phrases))],
      customers: learn(this.spoken('customers', phrases), meanings),
      staff: learn(this.spoken('staff', phrases), meanings),
    };
    writeLearnt(lang, source, own);
  }

  /** What the words are like, among the commands that the speaker may run. */
  guess(words: readonly string[], context: SlotContext, mayRun: (command: Command) => boolean): Guesses {
    const { words: known } = this.knownIn(context.lang);
    const spoken = coreOf(words, context.lang);
    const core = spoken.map((word) => this.respelled(word, known));
    if (!core.some((word) => word !== '' && known.has(word))) return { offered: [], sure: null };
    const wish = withoutAsides(core.join(' '), context.lang);
    const whole = mask(words, context).text;
    const told = mask(wish.split(' '), context).text;
    // `antes de bloquear o …, deixa eu ver o cadastro dele`: of whom is said in the aside.
    const text = whole.includes(SIGNS.phone) && !told.includes(SIGNS.phone) ? `${told} ${SIGNS.phone}` : told;
    const whose = this.commands.every((one) => one.who === 'customer' || !mayRun(one))
      ? 'customers'
      : 'staff';
    const near = this.bookFor(whose, context.lang)
      .nearest(text, whole)
      .flatMap(({ label, score }) => {
        const command = label === NO_WISH ? null : (this.byName.get(label) ?? null);
        const isOther = command?.name === 'setup-start' && !opensShop(wish, context.lang);
        return isOther || (command !== null && !mayRun(command)) ? [] : [{ command, score }];
      });
    const offered = near
      .slice(0, MOST_OFFERED)
      .flatMap(({ command, score }) => (score >= OFFERED ? (command ?? []) : []));
    const sure = this.surest(near, wish, context.lang);
    if (sure === null) return { offered, sure };
    const { command, ahead } = sure;
    const filled = this.fill(command, spoken, context);
    const inPassing = !command.risky && core.length >= IN_PASSING;
    const isTaken = filled.left === null || (filled.left === 'number' && inPassing);
    const asksFirst = isAskedFirst(command.name, filled.args, spoken.join(' '), context.lang);
    const taken = asksFirst ? { ...command, risky: true } : command;
    return { offered, sure: isTaken ? { command: taken, args: filled.args, ahead } : null };
  }

  /** A risky one only where it is asked for. */
  private surest(
    near: readonly { command: Command | null; score: number }[],
    said: string,
    lang: Language,
  ): { command: Command; ahead: number } | null {
    const isAsked = !isAct(near[0]?.command) || !isNotAsked(said, lang);
    const [best, next] = isAsked ? near : near.filter(({ command }) => !isAct(command));
    if (best?.command === undefined || best.command === null) return null;
    const ahead = best.score - (next?.score ?? 0);
    const kind = best.command.risky ? 'risky' : 'safe';
    const needed = isAsked ? AHEAD[kind] : AHEAD_OF_ACT;
    return best.score < LEAST[kind] || ahead < needed ? null : { command: best.command, ahead };
  }

  /** The arguments that a command takes from a sentence. */
  fill(command: Command, words: readonly string[], context: SlotContext): Filled {
    const { figures } = mask(words, context);
    const filler = this.fillers.get(command) ?? new Filler(command);
    this.fillers.set(command, filler);
    return filler.fill(words, figures, context);
  }

  private respelled(word: string, known: ReadonlySet<string>): string {
    if (known.has(word) || !MISTYPED.test(word)) return word;
    return closestWord(word, known, true) ?? word;
  }

  /** With each mistyped word put right; null where no word was, or one cannot be. */
  corrected(words: readonly string[], lang: Language): string[] | null {
    let changed = false;
    const { words: known, patternWords } = this.knownIn(lang);
    const corrected = words.map((word) => {
      if (known.has(word) || !/^[a-z]{4,}$/.test(word)) return word;
      const closest = closestWord(word, patternWords);
      changed ||= closest !== null;
      return closest ?? word;
    });
    return changed ? corrected : null;
  }
}

/** What is not undone by saying something else: a person who was called silences the bot. */
const isAct = (command: Command | null | undefined): boolean =>
  command?.risky === true || command?.name === 'human';

/** Shorter ones may be other words. */
const MISTYPED = /^[a-z]{5,}$/;

function wordsOf(patterns: ReadonlyMap<Command, readonly Pattern[]>): ReadonlySet<string> {
  const places = [...patterns.values()].flatMap((ofIt) => ofIt.flatMap((pattern) => pattern.places));
  return new Set(places.flatMap((place) => ('word' in place ? [place.word] : [])));
}

/** What is known to be said for each command: its examples and the phrase book's. */
function phrasesFor(commands: readonly Command[], lang: Language): Book {
  const masked = (phrases: readonly string[]): string[] =>
    phrases.map((phrase) => maskedPhrase(phrase, lang));
  const said = commands.map(({ name, examples }) => {
    // Examples with numbers are the patterns' own.
    const plain = examples[lang].map(({ says }) => says).filter((says) => !/\d/.test(says));
    return [name, masked([...plain, ...phrasesOf(name, lang), ...ofTemplates(name, lang)])] as const;
  });
  return new Map([...said, [NO_WISH, masked([...phrasesOf(NO_WISH, lang), ...ofTemplates(NO_WISH, lang)])]]);
}

const wordsIn = (book: Book | null): string[] =>
  [...(book?.values() ?? [])].flatMap((texts) => texts.flatMap((text) => text.split(' ')));

const ofTemplates = (name: string, lang: Language): string[] =>
  templatesOf(name, lang).flatMap(phrasesOfTemplate);

/** An operator's own: heavier than the book's, since somebody had a reason to write them. */
function moreOf(extension: Extension['pt'], lang: Language): Book {
  return new Map(
    [...extension].map(([name, phrases]) => [
      name,
      phrases.flatMap((phrase) => Array<string>(3).fill(maskedPhrase(phrase, lang))),
    ]),
  );
}
