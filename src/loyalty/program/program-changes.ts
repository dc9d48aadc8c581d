import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import { assetOf } from '../core/rules/evaluate/benefits';
import type { Rule, Settings } from '../core/rules/rule';
import { canonical, changeProgram, type ListedRule, type Program, type ProgramNote } from './program';
import type { StaffMember } from '../shops/team';

/** A rule by its own number, as it was when the change was asked for. */
export interface SeenRule {
  id: number;
  rule: Rule;
  paused: boolean;
}

interface Asked {
  by: StaffMember | null;
  key: string;
}

/** Where the rule stands in the list, from 1. */
type Place = { number: number };

/**
 * Puts another rule in one's place, from this moment on: its own number, and with it its stamps and limits, stay, but for
 * one that gives points where it gave money, or the other way round: what was counted in the one is no count of the other.
 * The same key again changes nothing. Refused where the rule is gone, or is no longer what whoever asked had seen.
 */
export async function editRule(
  work: Work,
  { seen, rule, by, key }: Asked & { seen: SeenRule; rule: Rule },
): Promise<Result<Place>> {
  const details = { id: seen.id, before: seen.rule, after: rule };
  return changeOne(work, seen, { by, key, note: { action: 'edit-rule', details } }, (one, nextId) => [
    { ...one, rule, id: countsAlike(one.rule, rule) ? one.id : nextId() },
  ]);
}

/** The rule keeps its place, and is not judged by until it is resumed. */
export async function pauseRule(
  work: Work,
  { seen, paused, by, key }: Asked & { seen: SeenRule; paused: boolean },
): Promise<Result<Place>> {
  const action = paused ? 'pause-rule' : 'resume-rule';
  const details = { id: seen.id, rule: seen.rule };
  return changeOne(work, seen, { by, key, note: { action, details } }, (one) => [{ ...one, paused }]);
}

/** What the rule gave stays given; its own number is never another's. */
export async function deleteRule(
  work: Work,
  { seen, by, key }: Asked & { seen: SeenRule },
): Promise<Result<Place>> {
  const details = { id: seen.id, rule: seen.rule };
  return changeOne(work, seen, { by, key, note: { action: 'delete-rule', details } }, () => []);
}

async function changeOne(
  work: Work,
  seen: SeenRule,
  asked: Asked & { note: ProgramNote },
  change: (one: ListedRule, nextId: () => number) => ListedRule[],
): Promise<Result<Place>> {
  let number = 0;
  const changed = await changeProgram(work, asked, ({ listed, settings }, nextId) => {
    const at = listed.findIndex(({ id }) => id === seen.id);
    const one = listed[at];
    if (one === undefined) return refuse({ code: 'rule-gone' });
    if (!isAlike(one, seen)) return refuse({ code: 'rule-changed' });
    number = at + 1;
    return ok({ settings, listed: listed.toSpliced(at, 1, ...change(one, nextId)) });
  });
  if (!changed.ok) return changed;
  // What was done already is told of the version that it made.
  return ok({ number: number || 1 + changed.value.listed.findIndex(({ id }) => id === seen.id) });
}

const countsAlike = (a: Rule, b: Rule): boolean => (assetOf(a) === 'points') === (assetOf(b) === 'points');

const isAlike = (a: SeenRule, b: SeenRule): boolean =>
  a.paused === b.paused && canonical(a.rule) === canonical(b.rule);

/**
 * Changes some of the program's settings, from this moment on. The same key again changes nothing. Refused where one of
 * them is no longer as whoever asked had `seen` it.
 */
export async function changeSettings(
  work: Work,
  { settings, by, key, seen }: Asked & { settings: Partial<Settings>; seen?: Partial<Settings> },
): Promise<Result<Program>> {
  return changeProgram(
    work,
    { by, key, note: { action: 'set-program', details: { settings } } },
    ({ listed, settings: before }) =>
      seen === undefined || isAsSeen(before, seen)
        ? ok({ listed, settings: { ...before, ...settings } })
        : refuse({ code: 'changed-meanwhile' }),
  );
}

const isAsSeen = (now: Settings, seen: Partial<Settings>): boolean =>
  canonical({ ...now, ...seen }) === canonical(now);
