import type { Language } from '../../../loyalty';
import type { Args } from '../../command';
import { SIGNS, type Figure } from './mask';
import type { Pattern } from '../pattern';
import { placeOf } from '../rule/ordinals';
import { numeralAt } from '../values/numerals';
import { slots, type SlotContext, type SlotName } from '../values/slots';

/** What a plain number can be, the more particular first; an amount that is written as money is one before all. */
const PLAIN: readonly SlotName[] = ['number', 'points', 'amount_cents'];
const MONEY = /r\$|[.,]\d{2}$|\b(?:reais|real|reales|contos?|pilas?|centavos?|cents?)\b/;
/** What makes a number before it neither money nor points nor a place in a list. */
const COUNTED =
  /^(?:vezes|vez|veces|times|dias?|days?|semanas?|weeks?|mes|meses|months?|anos?|years?|horas?|hours?|h|minutos?|minutes?|%|pessoas|people|personas)$/;
const POINTS = /^(?:pontos?|pontinhos|points?|puntos?)$/;
const NOTHING_MEANT = 'zzz zzz';

/** The arguments that a command takes from a sentence that none of its patterns match. */
export interface Filled {
  args: Args;
  /** A number, code or phone that is no argument of the command. */
  left: boolean;
}

/** Fills the arguments that a command has: those in its patterns, in any language. */
export class Filler {
  private readonly taken: readonly SlotName[];

  constructor(patterns: Iterable<Pattern>) {
    const places = [...patterns].flatMap((pattern) => pattern.places);
    this.taken = [...new Set(places.flatMap((place) => ('slot' in place ? [place.slot] : [])))];
  }

  fill(words: readonly string[], figures: readonly Figure[], context: SlotContext): Filled {
    const used = new Set<number>();
    const args: Record<string, unknown> = {};
    for (const name of this.taken) if (!PLAIN.includes(name)) this.scan(name, { words, used, args }, context);
    for (const figure of figures.filter(({ at }) => !used.has(at))) {
      const name = this.meantBy(figure, words[figure.at + figure.length] ?? '', args, context);
      if (name === undefined) continue;
      const value = slots[name].read(figure.said, context);
      if (value !== 'unclear') args[name] = value;
      use(used, figure.at, figure.length);
    }
    this.countIn(words, args, context.lang);
    return { args, left: figures.some(({ at }) => !used.has(at)) };
  }

  /** The longest part of the sentence that the slot reads; free words are no such part. */
  private scan(
    name: SlotName,
    { words, used, args }: { words: readonly string[]; used: Set<number>; args: Record<string, unknown> },
    context: SlotContext,
  ): void {
    const { longest, read } = slots[name];
    if (read(NOTHING_MEANT, context) !== null) return;
    for (let length = Math.min(longest, words.length); length > 0; length--) {
      const parts = words.flatMap((_, at) => {
        const said = words.slice(at, at + length).join(' ');
        return at + length > words.length || used.has(at) || used.has(at + length - 1) ? [] : [{ at, said }];
      });
      // The longer it is written, the less it is there by chance: `en espanol` is Spanish.
      const found = parts
        .sort((a, b) => b.said.length - a.said.length)
        .find(({ said }) => read(said, context) !== null);
      if (found === undefined) continue;
      const value = read(found.said, context);
      if (value !== 'unclear') args[name] = value;
      use(used, found.at, length);
      return;
    }
  }

  private meantBy(
    { sign, said }: Figure,
    unit: string,
    args: Record<string, unknown>,
    context: SlotContext,
  ): SlotName | undefined {
    if (sign !== SIGNS.figure || COUNTED.test(unit)) return undefined;
    const order = POINTS.test(unit)
      ? ['points' as const]
      : MONEY.test(said)
        ? ['amount_cents' as const]
        : PLAIN;
    return order.find(
      (name) => this.taken.includes(name) && !(name in args) && slots[name].read(said, context) !== null,
    );
  }

  /** A small number in a word, where the command counts something: `regra tres`. */
  private countIn(words: readonly string[], args: Record<string, unknown>, lang: Language): void {
    if (!this.taken.includes('number') || 'number' in args) return;
    for (const [at, word] of words.entries()) {
      const numeral = NOT_COUNTS.has(word) ? null : numeralAt(words, at, lang);
      const number = numeral?.value ?? ordinalOf(word, lang);
      if (number === undefined) continue;
      args['number'] = number;
      return;
    }
  }
}

const FIRST = /^(?:primeir[ao]|first|primer[ao]?)$/;

const ordinalOf = (word: string, lang: Language): number | undefined =>
  FIRST.test(word) ? 1 : placeOf(word, lang) || undefined;

/** Articles more often than numbers. */
const NOT_COUNTS = new Set(['um', 'uma', 'un', 'una', 'uno', 'one', 'meia']);

function use(used: Set<number>, at: number, length: number): void {
  for (let i = at; i < at + length; i++) used.add(i);
}
