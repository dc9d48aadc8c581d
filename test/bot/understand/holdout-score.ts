import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understood } from '../../../src/bot/understand';
import type { Language, Role } from '../../../src/loyalty';

/** The day on which every text is heard. */
export const TODAY = '2026-11-23';

export type Kind = 'customers' | 'staff' | 'rules';

/** A text that was written before what it measures, and what it means. */
export interface Line {
  says: string;
  role?: Role | 'customer';
  /** `add-rule` where it is left out. */
  intent?: string;
  args?: Record<string, unknown>;
  rule?: unknown;
  /** It is to be asked about. */
  ask?: true;
  /** Asking is right too. */
  askOk?: true;
  /** Other wishes that are right too. */
  alsoOk?: readonly string[];
  /** Arguments whose form nothing fixes. */
  lenient?: readonly string[];
  /** What it must not be taken for. */
  mustNot?: readonly string[];
}

/** `among`: of the three that the command line tells; of a rule, right or asked about. `harm`: risky and unasked for, or another rule. */
export interface Outcome {
  right: boolean;
  among: boolean;
  harm: boolean;
}

export interface HoldoutFile {
  set: string;
  kind: Kind;
  lang: Language;
  lines: readonly Line[];
}

/** The sets in a folder, each a folder of `kind.language.jsonl`. */
export function readHoldout(folder: string): HoldoutFile[] {
  return readdirSync(folder).flatMap((set) =>
    readdirSync(join(folder, set)).map((file) => {
      const [kind, lang] = file.split('.') as [Kind, Language];
      const text = readFileSync(join(folder, set, file), 'utf8').trim();
      return { set, kind, lang, lines: text.split('\n').map((line) => JSON.parse(line) as Line) };
    }),
  );
}

export const roleOf = ({ role }: Line, kind: Kind): Role | 'customer' =>
  role ?? (kind === 'customers' ? 'customer' : 'owner');

/** Arguments with fixed names: one that nobody said is a fault. Others may tell more. */
const FIXED = new Set(
  'amount_cents reference phone name points number lang period from to reason email birthday cpf'.split(' '),
);

export function outcomeOf(line: Line, heard: Understood, isRisky: (intent: string) => boolean): Outcome {
  const { rule, ask, intent = 'add-rule' } = line;
  return rule !== undefined || ask === true || intent === 'add-rule' || intent === 'set-program'
    ? ruleOutcome(line, heard)
    : wishOutcome(line, heard, isRisky);
}

/** What shows the rule that it is of and asks whether that is meant, before it does anything: `delete 3`. */
const SHOWN_FIRST: ReadonlySet<Understood['intent']> = new Set(['delete-rule', 'pause-rule', 'edit-rule']);

/** Which of the lists a bare number is of is asked by showing what it is there. */
const isShownFirst = ({ intent, ask }: Line, heard: Understood): boolean =>
  intent === 'none' && ask === true && SHOWN_FIRST.has(heard.intent);

const isAsking = ({ intent, args }: Understood): boolean =>
  intent === 'none' || args.ask !== undefined || args.campaignAsk !== undefined;

function ruleOutcome(line: Line, heard: Understood): Outcome {
  const { intent = 'add-rule', rule, args, ask, askOk } = line;
  const asked = isAsking(heard) || heard.confirm || isShownFirst(line, heard);
  const meant = rule ?? args;
  const found = rule === undefined ? (intent === 'add-rule' ? heard.args.rule : heard.args) : heard.args.rule;
  const isIt = heard.intent === intent && !isAsking(heard) && meant !== undefined && holds(found, meant);
  const isNamed =
    meant === undefined && ask !== true && heard.intent === intent && heard.args.rule === undefined;
  const right = isIt || isNamed || ((meant === undefined || askOk === true) && isAsking(heard));
  return { right, among: right || asked, harm: !right && !asked };
}

function wishOutcome(line: Line, heard: Understood, isRisky: (intent: string) => boolean): Outcome {
  const { intent = 'none', args = {}, alsoOk = [], lenient = [], mustNot = [] } = line;
  const meant = [intent, ...alsoOk];
  const told = [heard.intent, ...heard.alternatives.slice(0, 2)];
  const acts = isRisky(heard.intent) && !heard.confirm && heard.args.ask === undefined;
  const harm = acts && !meant.includes(heard.intent);
  const isIt = heard.intent === intent && argsHold(heard.args, args, lenient);
  const right = (isIt || alsoOk.includes(heard.intent)) && !mustNot.includes(heard.intent);
  const among = intent === 'none' ? right || !acts : meant.some((one) => told.includes(one as 'none'));
  return { right, among, harm };
}

function argsHold(found: object, meant: Record<string, unknown>, lenient: readonly string[]): boolean {
  const all: Record<string, unknown> = { ...found };
  const extra = Object.keys(all).filter((name) => FIXED.has(name) && !(name in meant));
  if (extra.some((name) => !lenient.includes(name))) return false;
  return Object.entries(meant).every(([name, value]) => lenient.includes(name) || same(all[name], value));
}

/** Everything that is meant, and of data nothing more. */
function holds(found: unknown, meant: unknown): boolean {
  return same(found, meant);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(folded(a)) === JSON.stringify(folded(b));

/** Without case, accents and signs; lists in one order; what is the default left out. */
function folded(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '');
  if (Array.isArray(value)) {
    const parts = value.map(folded);
    return parts.every((part) => typeof part !== 'object')
      ? parts.sort((a, b) => String(a).localeCompare(String(b)))
      : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, of]) => of !== undefined && !(name === 'stack' && of === 'add'))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, of]) => [name, folded(of)]),
  );
}
