import { canonicalPhone, type CampaignWish, type Language, type Rule } from '../../loyalty';
import type { Args, RuleChange, RuleQuestion } from '../command';
import { campaignRight } from './campaign/put-right';
import { normalise } from './normalise';
import { applyChange, parseChange, parseRule, printRule } from './rule';
import { parseAmount } from './values/amounts';
import { parseCode } from './values/codes';
import { parseReference } from './values/references';
import { readRole } from './values/staff-roles';

/** `são quinze` is a figure, `São José` a name. */
const ARE_PT = String.raw`s[aã]o(?=\s+(?:r\$|[\d+-]|s[oó](?!\p{L})|[ao]s(?!\p{L})|p(?:a)?ra(?!\p{L})|(?:dois|duas|tr[eê]s|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|dezesseis|dezessete|dezoito|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|duzentos|trezentos|quinhentos|mil)(?!\p{L})))`;

/** How people take back what they just said, before saying it right. */
const NO_BUT: Record<Language, RegExp> = {
  pt: new RegExp(
    String.raw`^\s*(?:n[aã]o(?:[\s,]+n[aã]o)*|sim,? mas|na verdade|opa|ops|errei|corrigindo|quis dizer|melhor|ali[aá]s|(?:o (?:telefone|n[uú]mero|valor) )?(?:est[aá]|t[aá]) errado|o (?:(?:telefone|n[uú]mero|valor) )?(?:certo|correto))\b[\s,.:;!-]*(?:(?:eu\s+)?(?:na verdade|quis dizer|era|eram|foi|foram|deu|s[oó]|apenas|somente|[eé]|${ARE_PT}|muda para|coloca|p[oõ]e|bota)(?=[\s,])[\s,]*)*(.+)$`,
    'iu',
  ),
  en: /^\s*(?:no(?:[\s,]+no)*|yes,? but|oops|sorry|actually|i meant|rather|make it|(?:the (?:phone|number|amount) is|that['’]s|that is) wrong|the right (?:one|phone|number|amount))\b[\s,.:;!-]*(?:(?:actually|i meant|it is|it['’]s|it was|was|is|that['’]s|make it|put|only|just)(?=[\s,])[\s,]*)*(.+)$/iu,
  es: /^\s*(?:no(?:[\s,]+no)*|en realidad|s[ií],? pero|perd[oó]n|ups|mejor|quise decir|digo|(?:el (?:tel[eé]fono|n[uú]mero|valor) )?est[aá] mal|(?:lo|el (?:(?:tel[eé]fono|n[uú]mero|valor) )?)correcto)\b[\s,.:;!-]*(?:(?:en realidad|quise decir|era|eran|es|fue|fueron|son|que sea|pon|solo|s[oó]lo|mejor)(?=[\s,])[\s,]*)*(.+)$/iu,
};

/** What follows "no, …"; null where the message is nothing of the kind. */
export const correctionIn = (text: string, lang: Language): string | null =>
  NO_BUT[lang].exec(text)?.[1]?.trim() ?? null;

/** The arguments of a wish with the one put right that the correction can be; null where it can be none. */
export function corrected(args: Args, said: string, lang: Language, today: string): Args | null {
  if (args.campaign !== undefined) return campaignPutRight(args, args.campaign, said, lang, today);
  if (args.rule !== undefined) return rulePutRight(args, args.rule, said, lang, today);
  if (args.change !== undefined) return changePutRight(args, args.change, said, lang, today);
  if (args.friend_cents !== undefined && OTHER_WAY.test(said))
    return { ...args, amount_cents: args.friend_cents, friend_cents: args.amount_cents ?? 0 };
  const role = args.role === undefined ? null : readRole(said, lang);
  if (role !== null) return { ...args, role };
  const code = args.code === undefined ? null : parseCode(said);
  if (code !== null) return { ...args, code };
  const reference = args.reference === undefined ? null : referenceWithin(said, args.reference, lang);
  if (reference !== null) return { ...args, reference };
  const isSomebodys = args.phone !== undefined || args.customer !== undefined;
  const phone = isSomebodys ? phoneRight(args, said, lang) : null;
  if (phone !== null) return phone;
  const { amount_cents: before } = args;
  const cents = before === undefined ? null : amountWithin(said, before, lang);
  if (cents !== null) return { ...args, amount_cents: cents };
  const points = args.points === undefined ? null : amountWithin(withoutUnit(said), args.points, lang);
  if (points !== null && points % 100 === 0) return { ...args, points: points / 100 };
  const whole = /^\d{1,7}$/.test(said) ? Number(said) : null;
  if (whole !== null && args.number !== undefined) return { ...args, number: whole };
  return null;
}

const PHONE = /\+?(?:\(?\d[\d\s().-]{8,}\d)/;

/** What may stand around a phone that is put right, normalised: `é pra …`, `o telefone certo é …`. */
const AROUND_PHONE =
  /^(?:(?:e|eh|era|foi|pra|pro|para|do|da|de|ao|a|o|no|na|em|telefone|numero|celular|cliente|certo|correto|mas|is|it|was|to|for|of|the|phone|number|customer|right|correct|but|es|fue|el|la|al|del|telefono|correcto|pero)(?: |$))*$/;

/** The phone put right, wherever in the correction it stands, and the amount where that is said beside it. */
function phoneRight(args: Args, said: string, lang: Language): Args | null {
  const written = PHONE.exec(said)?.[0];
  const phone = canonicalPhone(written ?? said);
  if (phone === null || written === undefined) return phone === null ? null : { ...args, phone };
  const rest = said.replace(written, ' ');
  if (AROUND_PHONE.test(normalise(rest, lang))) return { ...args, phone };
  const figure = rest.replace(/\s+(?:pra|pro|para|do|da|de|ao|to|for|of|del|al)\s*$/iu, '').trim();
  const cents = args.amount_cents === undefined ? null : amountWithin(figure, args.amount_cents, lang);
  return cents === null ? null : { ...args, phone, amount_cents: cents };
}

const SHORTEST_REFERENCE = 5;

/** Of a receipt what is no amount: as long as what it was taken for, or longer than amounts are written. */
function referenceWithin(said: string, before: string, lang: Language): string | null {
  const words = normalise(said, lang).replace(BEFORE_REFERENCE, '');
  const reference = parseReference(words);
  const isLong = words.length === before.length || words.length >= SHORTEST_REFERENCE;
  return reference !== null && isLong ? reference : null;
}

const BEFORE_REFERENCE =
  /^(?:(?:a|o|e|eh|era|foi|nota|numero|nsu|aut|certa|certo|the|it|is|was|receipt|number|el|la|es|fue|recibo) )+/;

const REASON_NAMED = /^\s*(?:o |el |the )?(?:motivo|reason)\s*(?::\s*|\s+)(?:(?:[eé]|is|es)\s+)?/iu;

/** A reason without the word that names it. */
export const reasonNamed = (said: string): string => said.replace(REASON_NAMED, '');

/** Of two amounts, each is the other's. */
const OTHER_WAY =
  /^(?:[eé] |it['’]s |es )?(?:(?:o |ao |al |lo )?contr[aá]rio|(?:o |the )?inverso|invertido|trocado|the other way(?: a?round)?|al rev[eé]s)[.!]?$/iu;

/** What stands before an amount that is put right: `o valor foi`, `80, é`, `em`. */
const BEFORE_AMOUNT =
  /^(?:(?:(?:.*\s)?(?:foi|foram|eram?|é|eh|deu|was|is|it['’]s|es|fue|sino)|.*,\s*e)\s+)?(?:(?:no valor de|de|do|em|por|of|for|on|en|us[ae]r?)\s+)?/iu;

/** The figure of a correction without the words before it; null where there is none. */
export function figureWithin(said: string, lang: Language): string | null {
  const figures = [said, said.replace(BEFORE_AMOUNT, '')];
  return figures.find((figure) => typeof parseAmount(figure, lang) === 'number') ?? null;
}

const withoutUnit = (said: string): string => said.replace(/\s*(?:pontos?|points?|puntos?)\s*$/i, '');

/** What is put in or taken stays so, but for a sign that says otherwise. */
function amountWithin(said: string, before: number, lang: Language): number | null {
  const [, sign, unsigned = said] = /^([+−–-])\s*(.+)$/u.exec(said) ?? [];
  const cents = parseAmount(figureWithin(unsigned, lang) ?? '', lang);
  if (typeof cents !== 'number') return null;
  return (sign === undefined ? before < 0 : sign !== '+') ? -cents : cents;
}

/** Of a rule and of its change, what is said without its words is its only figure; where it has more, nobody knows. */
export const isFigureOfMany = ({ rule, change }: Args, said: string, lang: Language): boolean =>
  (rule !== undefined || change !== undefined) && parseAmount(said, lang) !== null;

function campaignPutRight(
  args: Args,
  wish: CampaignWish,
  said: string,
  lang: Language,
  today: string,
): Args | null {
  const campaign = campaignRight(wish, figureWithin(said, lang) ?? said, lang, today);
  return campaign === null ? null : { ...args, campaign };
}

/** `não, 10%` of a rule is what `na regra 1, 10%` would make of it. */
function rulePutRight(args: Args, rule: Rule, said: string, lang: Language, today: string): Args | null {
  const figure = withOnlyFigure(rule, said, lang);
  if (figure !== null) return { ...args, rule: figure };
  const change = changeIn(inFull(said, lang), lang, today);
  const changed = change === null ? null : applyChange(rule, change);
  if (changed !== null && 'rule' in changed) return { ...args, rule: changed.rule };
  const more = withMore(rule, said, lang, today);
  return more === null ? null : { ...args, rule: more };
}

const DAYS = /^\d{1,3} (?:dias?|d[ií]as?|days?|m[eê]s(?:es)?|months?)$/i;
const VALID: Record<Language, string> = { pt: 'válido por', en: 'valid for', es: 'válido por' };

/** Days alone are those that a rule is valid. */
const inFull = (said: string, lang: Language): string => (DAYS.test(said) ? `${VALID[lang]} ${said}` : said);

/** The rule's own sentence with what is said after it. */
const lengthened = (rule: Rule, said: string, lang: Language, today: string): ReturnType<typeof parseRule> =>
  parseRule(`${printRule(rule, lang)}, ${inFull(said, lang)}`, lang, today);

/** What of a correction of a rule is to be asked about: `sim, mas só até 50 reais` of what. */
export function leftOfRule(rule: Rule, said: string, lang: Language, today: string): RuleQuestion | null {
  const read = lengthened(rule, said, lang, today);
  return read !== null && 'ask' in read && /\d/.test(said) ? read.ask : null;
}

function withMore(rule: Rule, said: string, lang: Language, today: string): Rule | null {
  const read = lengthened(rule, said, lang, today);
  if (read === null || !('rule' in read)) return null;
  const [before, after] = [rule, read.rule].map(({ benefit }) => printRule({ benefit }, lang));
  return before === after && printRule(read.rule, lang) !== printRule(rule, lang) ? read.rule : null;
}

/** `não, 30` after `na regra 1, máximo R$ 20`. */
function changePutRight(
  args: Args,
  before: RuleChange,
  said: string,
  lang: Language,
  today: string,
): Args | null {
  const figure = withOnlyFigure(before, said, lang);
  if (figure !== null) return { ...args, change: figure };
  const change = changeIn(said, lang, today);
  if (change === null) return null;
  const both = { ...before, ...change };
  for (const group of ['conditions', 'limits', 'validity'] as const)
    if (before[group] !== undefined) both[group] = { ...before[group], ...change[group] };
  return { ...args, change: both };
}

const ENDS: Record<Language, RegExp> = {
  pt: /^\s*(?:(?:e|mas|a regra|ela|isso|só)\s+)*(?:termina|acaba|encerra|vai|vale)\s+(?:(?:só|no|em|até|o|dia)\s+)*(?=\d)/iu,
  en: /^\s*(?:(?:and|but|the rule|it|only)\s+)*(?:ends|finishes|stops|lasts|runs)\s+(?:(?:on|until|the)\s+)*/iu,
  es: /^\s*(?:(?:y|pero|la regla|solo)\s+)*(?:termina|acaba|va|vale)\s+(?:(?:el|día|dia|hasta)\s+)*(?=\d)/iu,
};
/** `vale 30 dias` is no day. */
const LENGTH = /\d\s*(?:dias?|semanas?|m[eê]s(?:es)?|days?|weeks?|months?|d[ií]as?)\b/iu;
const UNTIL: Record<Language, string> = { pt: 'até', en: 'until', es: 'hasta el' };

/** `termina dia 20/12`, of a rule that is asked about, as a part of its sentence; null where it is none. */
export const endIn = ({ rule, change }: Args, text: string, lang: Language): string | null =>
  (rule !== undefined || change !== undefined) && ENDS[lang].test(text) && !LENGTH.test(text)
    ? text.replace(ENDS[lang], `${UNTIL[lang]} `)
    : null;

const LEAD: Record<Language, string> = {
  pt: 'mude a regra 1 para',
  en: 'change rule 1 to',
  es: 'cambia la regla 1 a',
};

function changeIn(said: string, lang: Language, today: string): RuleChange | null {
  const read = parseChange(`${LEAD[lang]} ${said}`, lang, today);
  return read === null || 'ask' in read ? null : read.change;
}

/** What is said in figures alone, in the place of the only figure that there is; of a percentage it is hundredths. */
function withOnlyFigure<Of extends object>(of: Of, said: string, lang: Language): Of | null {
  const hundredths = parseAmount(said, lang);
  if (typeof hundredths !== 'number') return null;
  let figures = 0;
  const told = JSON.stringify(of, (name, value: unknown) => {
    if (typeof value !== 'number') return value;
    figures += 1;
    const figure = IN_HUNDREDTHS.test(name) ? hundredths : hundredths / 100;
    return value < 0 ? -figure : figure;
  });
  const isWhole = hundredths % 100 === 0 || told.includes(`:${hundredths}`);
  return figures === 1 && isWhole ? (JSON.parse(told) as Of) : null;
}

const IN_HUNDREDTHS = /bps|cents|_x100/;
