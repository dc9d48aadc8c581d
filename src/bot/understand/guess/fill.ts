import type { Args, Command, CommandName } from '../../command';
import { endAlone, hasKind, kindOf, takeAway } from './by-command';
import { countIn, memberIn, nameIn, reasonIn } from './free';
import { isHourOf } from './hour-of-purchase';
import { saysCpf, saysNewPhone } from './own-words';
import { referralTerms } from './referral-terms';
import { rewardIn } from './reward-name';
import { SIGNS, type Figure } from './mask';
import { parseBrazilianPhone } from '../values/phones';
import { isSlotName, slots, type SlotContext, type SlotName } from '../values/slots';

/** What a plain number can be, the more particular first; an amount that is written as money is one before all. */
const PLAIN: readonly SlotName[] = ['number', 'ordinal', 'points', 'amount_cents'];
/** Read before the others, whose numbers they may have. */
const PARTICULAR: readonly SlotName[] = ['email', 'cpf', 'phone', 'code', 'birthday'];
const MONEY =
  /r\$|[.,]\d{2}$|\b(?:reais|real|reales|contos?|pilas?|paus|pratas?|bucks?|quid|centavos?|cents?)\b/;
/** What makes a number before it neither money nor points nor a place in a list. */
const COUNTED =
  /^(?:vezes|vez|veces|times|dias?|days?|semanas?|weeks?|mes|meses|months?|anos?|years?|horas?|hours?|h|minutos?|minutes?|%|por|percent|porcento|pessoas|people|personas)$/;
/** What was paid is not what was earned for it: `gastei 100 e não ganhei nada`. */
const SPENT =
  /\b(?:gastei|comprei|paguei|gastamos|compra de|spent|bought|paid|purchase of|gaste|compre|pague|gastamos)\b/;
const SPENT_BEFORE = 4;
const POINTS = /^(?:pontos?|pontinhos|points?|puntos?)$/;
/** `tira 50 pontos` and `tira 50`. */
const IN_POINTS_OR_MONEY = new Set<SlotName>(['signed_points', 'signed_cents']);
const NOTHING_MEANT = 'zzz zzz';
/** More often than an amount. */
const NUMERIC = /_cents$|^(?:from|to)$/;
const ARTICLE = /^(?:um|uma|un|una|uno|one)$/;
/** A number of so many digits is rather a sale's than money or a place in a list. */
const LONG_NUMBER = /^\d{4,}$/;

/** The arguments that a command takes from a sentence that none of its patterns match. */
export interface Filled {
  args: Args;
  /** What is no argument of the command: a code or a phone, or else a number. */
  left: 'code' | 'number' | null;
}

interface Filling {
  words: readonly string[];
  used: Set<number>;
  args: Record<string, unknown>;
}

/** Words of a sentence that stand beside each other and that nothing has taken. */
interface Part {
  at: number;
  length: number;
  said: string;
}

/** What a command takes for a name where nothing leads to one. */
const LEFT_AS_NAME: Partial<Record<CommandName, (filling: Filling, context: SlotContext) => string | null>> =
  {
    'add-reward': ({ words, used }, { lang }) =>
      rewardIn(
        words.map((word, at) => (used.has(at) ? '' : word)),
        lang,
      ),
    'add-staff': ({ words, used }, context) => memberIn(words, used, context),
    // Whose phone is said needs no name.
    'remove-staff': ({ words, used, args }, context) =>
      'phone' in args ? null : memberIn(words, used, context),
  };

function partsOf(words: readonly string[], used: ReadonlySet<number>, longest: number): Part[] {
  return words.flatMap((_, at) => {
    const parts: Part[] = [];
    for (let length = 1; length <= longest && at + length <= words.length; length++) {
      if (used.has(at + length - 1)) break;
      parts.push({ at, length, said: words.slice(at, at + length).join(' ') });
    }
    return parts;
  });
}

/** What only a pattern tells: free words but for what the conversation knows, which may be a name or a label. */
const OF_PATTERNS: ReadonlySet<SlotName> = new Set([
  'customer',
  'customers',
  'at_stores',
  'member',
  'label',
  'tag',
  // What a verb beside them says they are.
  'taken_cents',
  'taken_points',
  'exactly',
  'emptied',
  'no_points',
  'no_cents',
]);

/** The longer it is written, the less it is there by chance: `en espanol` is Spanish. */
const longestFirst = (a: Part, b: Part): number => b.length - a.length || b.said.length - a.said.length;
/** `das 9 às 20` begins at nine. */
const firstThere = (a: Part, b: Part): number => a.at - b.at || b.length - a.length;

/** Fills the arguments that a command has: those in its patterns, in any language. */
export class Filler {
  private readonly taken: readonly SlotName[];

  constructor(private readonly command: Pick<Command, 'name' | 'patterns'>) {
    const templates = Object.values(command.patterns).flat();
    const slotted = templates.flatMap((template) => template.match(/(?<=\{)\w+(?=\})/g) ?? []);
    const names = new Set(slotted.filter(isSlotName));
    this.taken = [...PARTICULAR.filter((name) => names.delete(name)), ...names];
  }

  fill(words: readonly string[], figures: readonly Figure[], context: SlotContext): Filled {
    const filling: Filling = { words, used: new Set(), args: {} };
    const { used, args } = filling;
    if (hasKind(this.command.name)) kindOf(words, args, context);
    for (const name of this.taken)
      if (!PLAIN.includes(name) && !OF_PATTERNS.has(name)) this.scan(name, filling, context);
    for (const figure of figures.filter(({ at }) => !used.has(at))) {
      const name = this.meantBy(figure, words, args, context);
      if (name === undefined) continue;
      const value = slots[name].read(figure.said, context);
      if (value === 'unclear') args['unclear'] = figure.said;
      else args[slots[name].fills ?? name] = value;
      use(used, figure.at, figure.length);
    }
    this.fillWords(filling, context);
    if (this.command.name === 'adjust') takeAway(words, args);
    if (this.command.name === 'referral') referralTerms(words, figures, args, context);
    if (this.command.name === 'quiet-hours') endAlone(words, args);
    const left = figures.filter(
      (figure) => !used.has(figure.at) && !isHourOf(this.command.name, figure, words),
    );
    const isCode = left.some(({ sign }) => sign === SIGNS.code || sign === SIGNS.phone);
    return { args, left: isCode ? 'code' : left.length > 0 ? 'number' : null };
  }

  /** A part of the sentence that the slot reads; free words are no such part. */
  private scan(name: SlotName, { words, used, args }: Filling, context: SlotContext): void {
    const { longest, read, fills = name } = slots[name];
    if (fills in args || read(NOTHING_MEANT, context) !== null) return;
    const isIt = ({ at, length, said }: Part): boolean =>
      (!IN_POINTS_OR_MONEY.has(name) ||
        (name === 'signed_points') === POINTS.test(words[at + length] ?? '')) &&
      !(NUMERIC.test(fills) && ARTICLE.test(said)) &&
      (name !== 'reference' || /\D/.test(said) || LONG_NUMBER.test(said)) &&
      (name !== 'lang' || !isDenied(words, at)) &&
      this.isSaidToBe(name, said, words, context) &&
      read(said, context) !== null;
    const order = fills === 'from' || fills === 'to' ? firstThere : longestFirst;
    const found = partsOf(words, used, longest).sort(order).find(isIt);
    if (found === undefined) return;
    const value = read(found.said, context);
    if (value === 'unclear') args['unclear'] = found.said;
    else args[fills] = value;
    use(used, found.at, found.length);
  }

  private isSaidToBe(name: SlotName, said: string, words: readonly string[], { lang }: SlotContext): boolean {
    if (this.command.name !== 'profile') return true;
    if (name === 'phone') return saysNewPhone(words.join(' '), lang);
    return name !== 'cpf' || parseBrazilianPhone(said) === null || saysCpf(words.join(' '));
  }

  private meantBy(
    { sign, said, at, length }: Figure,
    words: readonly string[],
    args: Record<string, unknown>,
    context: SlotContext,
  ): SlotName | undefined {
    const unit = words[at + length] ?? '';
    if (sign !== SIGNS.figure || COUNTED.test(unit)) return undefined;
    if (
      this.command.name === 'explain' &&
      SPENT.test(words.slice(Math.max(0, at - SPENT_BEFORE), at).join(' '))
    )
      return undefined;
    const order = POINTS.test(unit)
      ? ['points' as const]
      : MONEY.test(said)
        ? ['amount_cents' as const]
        : PLAIN;
    const isPoints = POINTS.test(unit) || !this.taken.includes('amount_cents');
    return order.find(
      (name) =>
        this.taken.includes(name === 'ordinal' ? 'number' : name) &&
        !((slots[name].fills ?? name) in args) &&
        (name !== 'points' || isPoints) &&
        slots[name].read(said, context) !== null,
    );
  }

  private fillWords(filling: Filling, context: SlotContext): void {
    const { words, used, args } = filling;
    const { lang } = context;
    if (this.taken.includes('number') && !('number' in args) && !this.taken.includes('points')) {
      const number = countIn(words, lang);
      if (number !== undefined) args['number'] = number;
    }
    if (this.taken.includes('name') && !('name' in args)) {
      const { name: command } = this.command;
      const name = nameIn(command, words, lang) ?? LEFT_AS_NAME[command]?.(filling, context) ?? null;
      if (name !== null) args['name'] = name;
    }
    if (this.command.name === 'customer' && !('phone' in args)) {
      const who = memberIn(words, used, context);
      if (who !== null) args['customer'] = who;
    }
    if (this.taken.includes('reason') && !('reason' in args)) {
      const reason = reasonIn(words, used, lang);
      if (reason !== null) args['reason'] = reason;
    }
  }
}

/** `nao falo portugues`: it is the other one that is wanted. */
const DENIED = /^(?:nao|no|not|nunca|never|dont)$/;
/** `my portuguese is awful`, `from english to spanish`. */
const LEFT_BEHIND = /^(?:my|meu|mi|from)$/;
const isDenied = (words: readonly string[], at: number): boolean =>
  LEFT_BEHIND.test(words[at - 1] ?? '') ||
  words.slice(Math.max(0, at - 4), at).some((word) => DENIED.test(word));

function use(used: Set<number>, at: number, length: number): void {
  for (let i = at; i < at + length; i++) used.add(i);
}
