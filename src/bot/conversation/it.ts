import {
  LANGUAGES,
  currentProgram,
  historyOf,
  rewardsOf,
  type Instant,
  type Language,
  type Rule,
} from '../../loyalty';
import type { Args, CommandName, Turn } from '../command';
import { isOpen, isQuestion, type Frame, type Outcome } from './flow';
import { hear, isSure, todayOf } from './hearing';
import { putRight } from './repair';
import { isOfCustomer, REMEMBERED_MS, saidLately, standing } from './spoken-of';
import { corrected, printRule, type Understood } from '../understand';

const FIGURE = String.raw`(?:r\$\s*)?\d`;
const whole = (words: string, before = ''): RegExp => new RegExp(`${standing(words)}${before}`, 'iu');
/** Where a verb stands alone before its figure: `muda para 10%`. */
const alone = (verbs: string, to: string): RegExp =>
  new RegExp(String.raw`(?<=^\s*(?:${verbs})\p{L}*)\s+(?=(?:${to})\s+${FIGURE})`, 'iu');
const IT_EN = 'it|th(?:is|at)(?: one| rule| reward)?|the last (?:one|rule)';

/** How the team speaks of a rule or a reward that was named before, and what stands there of a rule with its number. */
const PRONOUNS: Record<Language, readonly (readonly [said: RegExp, named: string])[]> = {
  pt: [
    [whole('n(?:el[ae]|ess[ae](?: regra)?)'), 'na regra #'],
    [whole('d(?:el[ae]|ess[ae](?: regra)?)'), 'da regra #'],
    [
      whole('el[ae]|(?:ess|est)[ae](?: (?:regra|pr[eê]mio|brinde))?|isso|a [uú]ltima(?: regra)?'),
      'a regra #',
    ],
    [alone('mud|pass|troc|alter|aument|baix', 'para|pra'), ' a regra # '],
  ],
  en: [
    [whole(`(?:${IT_EN})(?:\\s+to)?`, `(?=\\s+${FIGURE})`), 'rule # to'],
    [whole(IT_EN), 'rule #'],
    [alone('chang|set|rais|lower', 'to'), ' rule # '],
  ],
  es: [
    [/(?<=^\s*\p{L}{2,}[aei])l[ao](?!\p{L})/iu, ' la regla #'],
    [
      whole('ella|es[ae](?: (?:regla|premio))?|est[ae] (?:regla|premio)|eso|la [uú]ltima(?: regla)?'),
      'la regla #',
    ],
    [alone('cambi|pas|sub|baj', 'a'), ' la regla # '],
  ],
};
const TO = /^\s*(?:para|pra|pro|to|a)\s+/iu;

interface Said {
  intent: Understood['intent'];
  /** As it would be said of the rule with that number. */
  of: (number: number) => Understood;
  /** What it is to be: `200 pontos`. */
  becomes: string;
}

const OF_RULES: ReadonlySet<Understood['intent']> = new Set<CommandName>([
  'edit-rule',
  'pause-rule',
  'delete-rule',
]);

/** Of people and campaigns: nothing of a rule follows. */
const OF_OTHERS: ReadonlySet<Understood['intent']> = new Set<CommandName>([
  'team',
  'add-staff',
  'remove-staff',
  'campaign',
  'campaigns',
  'campaign-result',
  'edit-campaign',
  'stop-campaign',
]);

/** What is wished for a rule or a reward that the message does not name; null where it is no such wish. */
function saidOfIt(turn: Turn, text: string): Said | null {
  if (turn.speaker.staff === null) return null;
  const found = PRONOUNS[turn.lang].find(([said]) => said.test(text));
  if (found === undefined) return null;
  const [said, named] = found;
  const of = (number: number): Understood =>
    hear(
      turn,
      text.replace(said, () => named.replace('#', String(number))),
    );
  const heard = of(1);
  const { number, ask } = heard.args;
  if (!isSure(heard) || !OF_RULES.has(heard.intent) || number !== 1 || ask !== undefined) return null;
  const becomes = (text.split(said)[1] ?? '').replace(TO, '').trim();
  return { intent: heard.intent, of, becomes };
}

/** What the team spoke of last: a rule that there is, one that there is not, or a reward. */
type Thing = { number: number } | { rule: Rule } | { reward: string } | { other: true };

/**
 * `passa ela para 200 pontos`: the wish for the rule or the reward spoken of just before; where none was, for one that is
 * asked for by its number. Null where the message says nothing of the kind.
 */
export async function wishOfIt(turn: Turn, text: string): Promise<Understood | null> {
  const said = saidOfIt(turn, text);
  if (said === null) return null;
  const thing = await lastThing(turn);
  if (thing !== null && 'number' in thing) return said.of(thing.number);
  const heard = said.of(1);
  const { number: _any, ...args } = heard.args;
  const isOther = thing !== null && 'other' in thing;
  // Only a rule becomes another by its figures alone.
  if (isOther && heard.intent !== 'edit-rule') return null;
  if (thing === null || isOther) return { ...heard, args };
  const becoming = heard.intent === 'edit-rule' ? said.becomes : null;
  if ('reward' in thing) return { ...heard, ...(await ofReward(turn, thing.reward, becoming)) };
  const { lang } = turn;
  const right = becoming === null ? null : corrected({ rule: thing.rule }, becoming, lang, todayOf(turn));
  return right === null ? null : { ...heard, intent: 'add-rule', args: right };
}

/** The same, of the rule or the reward that is asked about. */
export async function itPutRight(turn: Turn, text: string, flow: readonly Frame[]): Promise<Outcome | null> {
  const frame = flow.at(-1);
  if (frame === undefined || !isQuestion(frame) || !isOpen(frame, turn)) return null;
  const { rule, change, points } = frame.args ?? {};
  if (rule === undefined && change === undefined && points === undefined) return null;
  const said = saidOfIt(turn, text);
  return said?.intent === 'edit-rule' ? putRight(turn, said.becomes, flow) : null;
}

/** Its points; whatever else is done to it is said of the list. */
async function ofReward(
  turn: Turn,
  id: string,
  becoming: string | null,
): Promise<Pick<Understood, 'intent' | 'args'>> {
  const reward = (await rewardsOf(turn.work)).find((one) => one.id === id);
  const points = Number(/^([\d.]+)/.exec(becoming ?? '')?.[1]?.replaceAll('.', ''));
  if (reward === undefined || !(points > 0)) return { intent: 'rewards', args: {} };
  const { name, minimumPurchaseCents: cents, limitPerCustomer: limit } = reward;
  const args: Args = {
    name,
    points,
    ...(cents !== null && { amount_cents: cents }),
    ...(limit !== null && { number: limit }),
  };
  return { intent: 'add-reward', args };
}

async function lastThing(turn: Turn): Promise<Thing | null> {
  const changed = await lastChanged(turn);
  for (const { body, sent_at: at } of await saidLately(turn)) {
    if (changed !== null && at <= changed.at) break;
    const heard = hear(turn, body);
    if (isOfCustomer(heard) || (isSure(heard) && OF_OTHERS.has(heard.intent))) return { other: true };
    const { number, rule } = heard.args;
    if (OF_RULES.has(heard.intent) && number !== undefined) return { number };
    if (rule !== undefined && heard.intent === 'add-rule' && !speaksOfIt(body)) return { rule };
  }
  return changed?.thing ?? null;
}

/** In any language: it may have been changed since. */
const speaksOfIt = (body: string): boolean =>
  LANGUAGES.some((lang) => PRONOUNS[lang].some(([said]) => said.test(body)));

const CHANGES = 10;

/** What this member of the team changed last, of what they can change by a word more. */
async function lastChanged(turn: Turn): Promise<{ at: Instant; thing: Thing } | null> {
  const { changes } = await historyOf(turn.work, { limit: CHANGES });
  const listed = (await currentProgram(turn.work))?.listed ?? [];
  for (const change of changes) {
    const { at, kind, staffId } = change;
    if (staffId !== turn.speaker.staff?.id || at < turn.now - REMEMBERED_MS) continue;
    const details = change.details as { id?: number | string; rule?: Rule };
    if (kind === 'add-reward' || kind === 'change-reward')
      return { at, thing: { reward: String(details.id) } };
    const place =
      kind === 'edit-rule' || kind === 'pause-rule' || kind === 'resume-rule'
        ? listed.findIndex(({ id }) => id === details.id)
        : kind === 'add-rule' || kind === 'replace-rules'
          ? listed.findLastIndex(({ rule }) => isLike(rule, details.rule))
          : -1;
    if (place >= 0) return { at, thing: { number: place + 1 } };
  }
  return null;
}

const isLike = (rule: Rule, other: Rule | undefined): boolean =>
  other !== undefined && printRule(rule, 'pt') === printRule(other, 'pt');
