import { newId } from '../../chance';
import type { Work } from '../../db';
import type { Changes } from '../history/changes';
import { record, type Recorded } from '../history/record';
import type { Undo } from '../history/undoing';
import { ok, refuse, type Result } from '../core/result';
import { tellStaff } from '../outbox';
import { loadShop } from './shops';
import { staffById, staffByPhone, type Member, type Role, type StaffMember } from './team';
import { lockOfShop } from './locks';

/** The team is one thing: of two owners who remove each other, the second finds themselves the last. */
const lockTeam = (work: Work): Promise<void> => lockOfShop(work, 'team');

/** An owner puts anyone in any place; a manager only cashiers in theirs. */
const mayPlace = ({ role }: StaffMember, before: Role | null, after: Role | null): boolean =>
  role === 'owner' ||
  (role === 'manager' && [before, after].every((one) => one === null || one === 'cashier'));

interface NewMember {
  /** Canonical. */
  phone: string;
  name: string;
  role: Role;
}

/** Whether this person may be put in that place, and who they are now: nothing is written. */
export async function checkMember(
  work: Work,
  { member, by }: { member: NewMember; by: StaffMember },
): Promise<Result<{ before: Member | null }>> {
  const before = await staffByPhone(work, member.phone);
  if (!mayPlace(by, before?.role ?? null, member.role)) return refuse({ code: 'team', why: 'owner-only' });
  if (before?.role === 'owner' && member.role !== 'owner' && (await isLastOwner(work, before.id)))
    return refuse({ code: 'team', why: 'last-owner' });
  return ok({ before });
}

/** Puts a person into the team, or in another place of it, and tells them. Saying it twice is saying it once. */
export async function putMember(
  work: Work,
  { member, by }: { member: NewMember; by: StaffMember },
): Promise<Result<{ before: Member | null }>> {
  await lockTeam(work);
  const checked = await checkMember(work, { member, by });
  if (!checked.ok) return checked;
  const { before } = checked.value;
  const { phone, name, role } = member;
  if (before?.role === role && before.name === name) return checked;
  const id = before?.id ?? newId();
  if (before === null) {
    const created_at = new Date(work.now);
    await work.trx('staff').insert({ merchant_id: work.merchantId, id, phone, name, role, created_at });
    await record(work, by, 'add-staff', { id, phone, name, role });
  } else {
    await work.trx('staff').where({ id }).update({ name, role });
    await record(work, by, 'change-staff', {
      id,
      name,
      role,
      before: { name: before.name, role: before.role },
    });
  }
  if (before?.role !== role) await tellMember(work, id, role, by);
  return checked;
}

/** Takes a person out of the team: from their next message on they are a customer. */
export async function removeMember(
  work: Work,
  { id, by }: { id: string; by: StaffMember },
): Promise<Result<Member>> {
  await lockTeam(work);
  const checked = await checkRemoval(work, { id, by });
  if (!checked.ok) return checked;
  const { phone, name, role } = checked.value;
  await work.trx('staff').where({ id }).delete();
  await record(work, by, 'remove-staff', { id, phone, name, role });
  return checked;
}

export async function checkRemoval(
  work: Work,
  { id, by }: { id: string; by: StaffMember },
): Promise<Result<Member>> {
  const member = await staffById(work, id);
  if (member === null) return refuse({ code: 'team', why: 'gone' });
  if (!mayPlace(by, member.role, null)) return refuse({ code: 'team', why: 'owner-only' });
  if (member.role === 'owner' && (await isLastOwner(work, id)))
    return refuse({ code: 'team', why: 'last-owner' });
  return ok(member);
}

async function isLastOwner(work: Work, id: string): Promise<boolean> {
  const other = await work.trx('staff').where({ role: 'owner' }).whereNot({ id }).first('id');
  return other === undefined;
}

async function tellMember(work: Work, id: string, role: Role, by: StaffMember): Promise<void> {
  const { name: shop } = await loadShop(work);
  const notice = { kind: 'team-place', shop, role, by: by.name } as const;
  await tellStaff(work, [id], { cause: `team:${id}:${work.now}`, notice });
}

/** A new member who did anything since stays: what they did is theirs. */
export const undoAddStaff: Undo<'add-staff'> = {
  who: 'manager',
  async undo(work, { details: { id, role } }, { by }) {
    const member = await staffById(work, id);
    if (member?.role !== role) return changedSince();
    return placed(work, by, member.role, null, () => work.trx('staff').where({ id }).delete());
  },
};

export const undoChangeStaff: Undo<'change-staff'> = {
  who: 'manager',
  async undo(work, { details: { id, role, before } }, { by }) {
    const member = await staffById(work, id);
    if (member?.role !== role) return changedSince();
    return placed(work, by, role, before.role, () => work.trx('staff').where({ id }).update(before));
  },
};

export const undoRemoveStaff: Undo<'remove-staff'> = {
  who: 'manager',
  async undo(work, { details }: Recorded<'remove-staff'>, { by }) {
    if ((await staffByPhone(work, details.phone)) !== null) return changedSince();
    return placed(work, by, null, details.role, () => work.trx('staff').insert(rowOf(work, details)));
  },
};

const rowOf = (work: Work, { id, phone, name, role }: Changes['remove-staff']): object => ({
  merchant_id: work.merchantId,
  id,
  phone,
  name,
  role,
  created_at: new Date(work.now),
});

const changedSince = (): Result<null> => refuse({ code: 'not-undone', why: { because: 'changed-since' } });

async function placed(
  work: Work,
  by: StaffMember,
  before: Role | null,
  after: Role | null,
  act: () => PromiseLike<unknown>,
): Promise<Result<null>> {
  await lockTeam(work);
  if (!mayPlace(by, before, after)) return refuse({ code: 'team', why: 'owner-only' });
  await act();
  const owner = await work.trx('staff').where({ role: 'owner' }).first('id');
  // Thrown, so that nothing of it stays: the team had an owner before, and this takes the last.
  if (owner === undefined) throw new Error('a team must keep an owner');
  return ok(null);
}
