import { MAX_SALE_CENTS, type StaffMember } from '../../loyalty';
import type { Args, Reply, Turn } from '../command';
import { formatIn } from '../messages';
import { isNo, isYes, parseAmount, parseEither } from '../understand';

/** What a yes or a no does to an open confirmation; anything else is no answer to it. */
export async function confirmed(turn: Turn, text: string, act: () => Promise<Reply>): Promise<Reply | null> {
  if (isYes(text, turn.lang)) return act();
  return isNo(text, turn.lang) ? { text: turn.say.cancelled } : null;
}

/** A question whose subject another changed before its yes is put again, with what holds now. */
export const askedAgain = ({ say }: Turn, { text, ...question }: Reply): Reply => ({
  ...question,
  text: `${say.refusals.changedMeanwhile}\n\n${text}`,
});

/** Verbs that take an entry off a list, in each language, as a pattern; a list may have more of its own. */
export const TAKES_OFF =
  'remov(?:er?|a)|tir(?:ar?|e)|apagar?|apague|exclu(?:ir?|a)|delete|quitar?|sacar?|borrar?|eliminar?';

/** Whether older entries are asked for; the words are those that the catalogues offer. */
export const asksForMore = (text: string): boolean =>
  /^\s*(?:ver )?(?:mais|more|m[aá]s)\s*[.!]?\s*$/i.test(text);

const WHY =
  /^[\s¿]*(?:(?:e|mas|and|but|y|pero)[,\s]+)?(?:(?:o )?por\s?qu[eêé]|pq|como assim|c[oó]mo as[ií]|why|how (?:so|come))(?:\s+(?:(?:que\s+)?(?:caiu|subiu|baixou|diminuiu|aumentou|mudou|piorou|melhorou)|(?:foi|deu|est[aá]) (?:menos|mais|t[aã]o pouco)|isso|did it (?:drop|fall|rise|go (?:up|down))|is (?:that|it so (?:low|high))|baj[oó]|subi[oó]|cay[oó]|eso))?[\s?!.]*$/iu;

/** Whether the reason of what was just told is asked for, and of nothing that is named. */
export const asksWhy = (text: string): boolean => WHY.test(text);

/** The amount that answers a question, in cents; `unclear` where it can be read in two ways, null where it is none. */
export function readAmount(turn: Turn, text: string): number | 'unclear' | null {
  if (/^\s*[-−–]\s*(?:r\$\s*)?\d/i.test(text) || parseEither(text, turn.lang) !== null) return 'unclear';
  const cents = parseAmount(text, turn.lang);
  return cents === 'ambiguous' ? 'unclear' : cents;
}

/** What is wrong with what a wish named as its amount; null where nothing is. */
export const amountFault = (turn: Turn, { unclear }: Args): string | null =>
  unclear === undefined ? null : unclearAmount(turn, unclear);

/** What is wrong with what is `unclear`: an amount below zero, one of two, thousands or decimals, or neither. */
export function unclearAmount({ say, lang, shop }: Turn, text: string): string {
  const written = text.trim();
  const { money } = formatIn(lang, shop.zone);
  const either = parseEither(written, lang);
  if (either !== null) return say.amountEither(money(either[0]), money(either[1]));
  if (/^[-−–]/.test(written)) return say.amountNegative;
  const [, thousands, rest] = /^(?:r\$\s*)?(\d{1,3})[.,](\d{3})$/i.exec(written) ?? [];
  if (thousands === undefined || rest === undefined) return say.amountUnclear;
  return say.amountThousands(money(Number(thousands + rest) * 100));
}

/** The first places of a list, as they are said in any language. */
const PLACES = [
  /^(?:um|uma|one|uno|una|primeir[oa]|first|primer[oa]?)$/,
  /^(?:dois|duas|two|dos|segund[oa]|second)$/,
  /^(?:tr[eê]s|three|tres|terceir[oa]|third|tercer[oa]?)$/,
  /^(?:quatro|four|cuatro|quart[oa]|fourth|cuart[oa])$/,
  /^(?:cinco|five|quint[oa]|fifth)$/,
];
const BEFORE_PLACE = /^(?:(?:o|a|el|la|the|n[uú]mero|number|op[cç][aã]o|opci[oó]n|option)\s+)*/;

/** The number of a list that answers a question, in figures or words; null where it is none. */
export function readNumber(text: string): number | null {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s*[.)!]$/, '')
    .replace(BEFORE_PLACE, '')
    .replace(/\s+(?:one|op[cç][aã]o|opci[oó]n|option)$/, '');
  if (/^\d{1,2}$/.test(said)) return Number(said);
  const place = PLACES.findIndex((words) => words.test(said));
  return place < 0 ? null : place + 1;
}

/** Whether a purchase can have this amount, in cents. */
export const isPurchase = (cents: number): boolean => cents > 0 && cents <= MAX_SALE_CENTS;

/** The staff member who speaks; commands for staff are run for nobody else. */
export function staffOf(turn: Turn): StaffMember {
  const { staff } = turn.speaker;
  if (staff === null) throw new Error('a command for staff was run for a customer');
  return staff;
}
