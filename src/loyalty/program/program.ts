import { z } from 'zod';
import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import {
  ruleSchema,
  settingsSchema,
  type ProgramVersion,
  type Rule,
  type Settings,
} from '../core/rules/rule';
import { wholeSecond, type Instant } from '../core/sales/sale';
import { tellOwners } from '../outbox';
import { loadShop } from '../shops/shops';
import type { ProgramChangeKind, ProgramChanges } from '../history/changes';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';
import { lockOfShop } from '../shops/locks';

export const MAX_RULES = 50;

/** A rule as the shop's list shows it. */
export interface ListedRule {
  /** Its own number, which stays when others end. */
  id: number;
  rule: Rule;
  /** Keeps its place, and is not judged by. */
  paused: boolean;
}

/** A version as it is kept: `rules` are those that are judged by, `ruleIds` their own numbers, `listed` all of them. */
export interface Program extends ProgramVersion {
  ruleIds: readonly number[];
  listed: ListedRule[];
}

interface VersionRow {
  number: number;
  rules: unknown;
  rule_ids: number[];
  paused: boolean[];
  settings: unknown;
  valid_from: number;
}

/** All versions, oldest first. Throws where a stored rule is of an unknown form: it must never be silently false. */
export async function programVersions(work: Work): Promise<Program[]> {
  const rows = await work
    .trx<VersionRow>('program_versions')
    .select('number', 'rules', 'rule_ids', 'paused', 'settings', 'valid_from')
    .orderBy('number');
  return rows.map((row) => {
    const listed = ruleSchema
      .array()
      .parse(row.rules)
      .map((rule, i): ListedRule => ({ id: row.rule_ids[i]!, rule, paused: row.paused[i]! }));
    const judging = listed.filter(({ paused }) => !paused);
    return {
      number: row.number,
      rules: judging.map(({ rule }) => rule),
      ruleIds: judging.map(({ id }) => id),
      listed,
      settings: settingsSchema.parse(row.settings),
      validFrom: row.valid_from,
    };
  });
}

/**
 * Why the program cannot be read, of which the owners are told once a version; null where it can. No sale of the shop can
 * be judged then. To be thrown once that is committed.
 */
export async function programFault(work: Work): Promise<Error | null> {
  const { name: shop } = await loadShop(work);
  try {
    await programVersions(work);
    return null;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [latest] = await work.trx('program_versions').max<{ max: number }[]>('number');
    const cause = `program-unreadable:${latest?.max}`;
    await tellOwners(work, { cause, notice: { kind: 'program-unreadable', shop } });
    return error;
  }
}

export const currentProgram = (work: Work): Promise<Program | null> => programAt(work, work.now);

async function programAt(work: Work, at: Instant): Promise<Program | null> {
  return (await programVersions(work)).findLast((version) => version.validFrom <= at) ?? null;
}

/** Settings of the version in force, or the defaults of a shop without one. */
export const currentSettings = (work: Work): Promise<Settings> => settingsAt(work, work.now);

/** Those of the version that was in force at that moment. */
export async function settingsAt(work: Work, at: Instant): Promise<Settings> {
  return (await programAt(work, at))?.settings ?? settingsSchema.parse({});
}

/** What a change makes of the program; `nextId` gives a new rule its number. */
type Change = (
  program: Pick<Program, 'number' | 'listed' | 'settings'>,
  nextId: () => number,
) => Result<NewVersion>;
type NewVersion = Pick<Program, 'listed' | 'settings'>;

/** What the history notes of it, but for the version's number. */
export type ProgramNote = {
  [Kind in ProgramChangeKind]: { action: Kind; details: Omit<ProgramChanges[Kind], 'version'> };
}[ProgramChangeKind];

/**
 * A new version, in force from this moment on, that the change makes of the latest one. The same key again changes
 * nothing and gives the version that it made; with a change that would have made another, it is a conflict. Without a
 * note it is for the caller to record.
 */
export async function changeProgram(
  work: Work,
  { key, by, note }: { key: string; by: StaffMember | null; note: ProgramNote | null },
  change: Change,
): Promise<Result<Program>> {
  await lockOfShop(work, 'program');
  const versions = await programVersions(work);
  const made = await work
    .trx<{ number: number; idempotency_key: string }>('program_versions')
    .where({ idempotency_key: key })
    .first('number');
  const already = versions.findIndex((version) => version.number === made?.number);
  const changed = changeAfter(already < 0 ? versions : versions.slice(0, already), change);
  const first = versions[already];
  if (first !== undefined)
    return changed.ok && contentOf(changed.value) === contentOf(first)
      ? ok(first)
      : refuse({ code: 'idempotency-conflict' });
  if (!changed.ok) return changed;
  const { listed, settings } = changed.value;
  if (listed.length > MAX_RULES) return refuse({ code: 'rule-limit', maximum: MAX_RULES });
  const number = (versions.at(-1)?.number ?? 0) + 1;
  await work.trx('program_versions').insert({
    merchant_id: work.merchantId,
    number,
    rules: JSON.stringify(listed.map(({ rule }) => rule)),
    rule_ids: listed.map(({ id }) => id),
    paused: listed.map(({ paused }) => paused),
    settings: JSON.stringify(settings),
    valid_from: new Date(wholeSecond(work.now)),
    idempotency_key: key,
    created_by: by?.id ?? null,
    created_at: new Date(work.now),
  });
  if (note !== null) await record(work, by, note.action, { ...note.details, version: number });
  const written = (await programVersions(work)).find((version) => version.number === number);
  if (written === undefined) throw new Error('a version that was written is not there');
  return ok(written);
}

/** What the change makes of the last of these versions, as it is kept. */
function changeAfter(versions: readonly Program[], change: Change): Result<NewVersion> {
  const latest = versions.at(-1);
  let lastId = Math.max(0, ...versions.flatMap(({ listed }) => listed.map(({ id }) => id)));
  const before = {
    number: latest?.number ?? 0,
    listed: latest?.listed ?? [],
    settings: latest?.settings ?? settingsSchema.parse({}),
  };
  const changed = change(before, () => ++lastId);
  if (!changed.ok) return changed;
  const { listed, settings } = changed.value;
  return ok({
    listed: listed.map((one) => ({ ...one, rule: ruleSchema.parse(one.rule) })),
    settings: settingsSchema.parse(settings),
  });
}

/** All that a version holds, as one text. */
export const contentOf = ({ listed, settings }: NewVersion): string => canonical({ listed, settings });

/** A text that is one for all values that are alike, in one order of the keys: what the database gives back has its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

interface NewRule {
  rule: Rule;
  by: StaffMember | null;
  key: string;
  /** It takes the place of all that are in force. */
  replace?: boolean;
  /** The number of the version that the question showed; 0 is none. */
  seen?: number;
}

/**
 * Adds a rule to those in force, or puts it in their place, from this moment on. The same key again gives the first
 * answer, with another rule a conflict. Refused where the program is no longer the version that whoever asked had `seen`.
 */
export async function addRule(
  work: Work,
  { rule, by, key, replace = false, seen }: NewRule,
): Promise<Result<{ number: number }>> {
  const note: ProgramNote = { action: replace ? 'replace-rules' : 'add-rule', details: { rule } };
  const added = await changeProgram(work, { key, by, note }, ({ number, listed, settings }, nextId) => {
    if (seen !== undefined && seen !== number) return refuse({ code: 'changed-meanwhile' });
    return ok({ settings, listed: [...(replace ? [] : listed), { id: nextId(), rule, paused: false }] });
  });
  return added.ok ? ok({ number: added.value.listed.length }) : added;
}
