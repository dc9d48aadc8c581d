import type { Work } from '../../db';
import type { SwitchState } from '../history/changes';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import { MESSAGES, type MessageKind, type TextKind } from '../core/messages/message-kinds';
import { ok, refuse, type Result } from '../core/result';
import type { Language } from '../shops/shops';
import { lockOfShop } from '../shops/locks';
import type { StaffMember } from '../shops/team';

export type Switches = ReadonlyMap<MessageKind, SwitchState>;

/** Of the kinds that are not simply on. */
export async function loadSwitches(work: Work): Promise<Switches> {
  const rows = await work
    .trx<{ kind: MessageKind; state: SwitchState }>('message_switches')
    .select('kind', 'state');
  return new Map(rows.filter(({ state }) => state !== 'on').map(({ kind, state }) => [kind, state]));
}

/** Throws for a kind that has no switch: an answer is owed, and who writes must be said. */
export async function setSwitch(
  work: Work,
  { kind, state, by }: { kind: MessageKind; state: SwitchState; by: StaffMember | null },
): Promise<void> {
  if (!MESSAGES[kind].switchable) throw new Error(`${kind} has no switch`);
  const before = (await loadSwitches(work)).get(kind) ?? 'on';
  if (before === state) return;
  await writeSwitch(work, kind, state);
  await record(work, by, 'message-switch', { kind, before, state });
}

/** Every kind that was paused goes on; which there were. */
export async function resumePaused(work: Work): Promise<MessageKind[]> {
  const rows: { kind: MessageKind }[] = await work
    .trx('message_switches')
    .where({ state: 'paused' })
    .update({ state: 'on' }, ['kind']);
  return rows.map(({ kind }) => kind);
}

/** Those of these kinds that are on. */
export async function pauseAgain(work: Work, kinds: readonly MessageKind[]): Promise<void> {
  await work
    .trx('message_switches')
    .whereIn('kind', [...kinds])
    .where({ state: 'on' })
    .update({ state: 'paused' });
}

async function writeSwitch(work: Work, kind: MessageKind, state: SwitchState): Promise<void> {
  await work
    .trx('message_switches')
    .insert({ merchant_id: work.merchantId, kind, state })
    .onConflict(['merchant_id', 'kind'])
    .merge(['state']);
  if (state === 'on') work.ring('outbound', String(work.merchantId));
}

export const undoSwitch: Undo<'message-switch'> = {
  who: 'manager',
  async undo(work, { details: { kind, before, state } }) {
    const now = (await loadSwitches(work)).get(kind) ?? 'on';
    if (now !== state) return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await writeSwitch(work, kind, before);
    return ok(null);
  },
};

/** The shop's own texts: a kind and language without one has the product's. */
export type ShopTexts = Partial<Record<Language, Partial<Record<TextKind, string>>>>;

export async function loadTexts(work: Work): Promise<ShopTexts> {
  const rows = await work
    .trx<{ kind: TextKind; language: Language; body: string }>('message_texts')
    .select('kind', 'language', 'body');
  const texts: ShopTexts = {};
  for (const { kind, language, body } of rows) (texts[language] ??= {})[kind] = body;
  return texts;
}

/**
 * The text was checked by whoever read it (bot/messages/template.ts); null goes back to the product's. Refused where it is
 * no longer as whoever asked had `seen` it.
 */
export async function setText(
  work: Work,
  wish: {
    kind: TextKind;
    language: Language;
    body: string | null;
    by: StaffMember | null;
    seen?: string | null;
  },
): Promise<Result<null>> {
  const { kind, language, body, by, seen } = wish;
  await lockOfShop(work, 'messaging');
  const before = (await loadTexts(work))[language]?.[kind] ?? null;
  if (before === body) return ok(null);
  if (seen !== undefined && before !== seen) return refuse({ code: 'changed-meanwhile' });
  await writeText(work, wish);
  await record(work, by, 'message-text', { kind, language, before, body });
  return ok(null);
}

async function writeText(
  work: Work,
  { kind, language, body }: { kind: TextKind; language: Language; body: string | null },
): Promise<void> {
  if (body === null) await work.trx('message_texts').where({ kind, language }).delete();
  else
    await work
      .trx('message_texts')
      .insert({ merchant_id: work.merchantId, kind, language, body })
      .onConflict(['merchant_id', 'kind', 'language'])
      .merge(['body']);
}

export const undoText: Undo<'message-text'> = {
  who: 'manager',
  async undo(work, { details: { kind, language, before, body } }) {
    const now = (await loadTexts(work))[language]?.[kind] ?? null;
    if (now !== body) return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await writeText(work, { kind, language, body: before });
    return ok(null);
  },
};
