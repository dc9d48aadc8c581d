import type { Work } from '../db';
import { idOf } from '../ids';
import { insertRows, query } from '../db/rows';
import { PRIORITY, priorityOf } from './core/messages/message-kinds';
import type { Notice, StaffNotice } from './core/messages/notice';
import type { Instant } from './core/sales/sale';

export interface NoticeToSend {
  /** The event that made it: one row for each cause, kind and recipient. */
  cause: string;
  customerId: string;
  notice: Notice;
  /** Why it is written but not to be sent. */
  suppressed: string | null;
  /** When it may go at the earliest; at once if it is not said. */
  dueAt?: Instant;
  /** After this it has lost its sense: what expires then, say. */
  notAfter?: Instant | null;
}

/** One row for each event, template and recipient: its id comes from them. */
export const outboxId = (cause: string, template: string, recipient: string): string =>
  idOf('outbox', cause, template, recipient);

/** Writes notices beside what caused them; they are put in words when they are sent. */
export async function enqueueNotices(work: Work, notices: readonly NoticeToSend[]): Promise<void> {
  await insertRows(
    work,
    'outbox',
    {
      id: 'uuid',
      cause: 'text',
      template: 'text',
      customer_id: 'uuid',
      params: 'json',
      state: 'text',
      reason: 'text',
      priority: 'smallint',
      due_at: 'timestamptz',
      not_after: 'timestamptz',
      created_at: 'timestamptz',
    },
    notices.map(({ cause, customerId, notice, suppressed, dueAt = work.now, notAfter = null }) => ({
      id: outboxId(cause, notice.kind, customerId),
      cause,
      template: notice.kind,
      customer_id: customerId,
      params: notice,
      state: suppressed === null ? 'queued' : 'suppressed',
      reason: suppressed,
      priority: priorityOf(notice.kind),
      due_at: dueAt,
      not_after: notAfter,
      created_at: work.now,
    })),
    'ON CONFLICT DO NOTHING',
  );
  if (notices.some((notice) => notice.suppressed === null)) work.ring('outbound', String(work.merchantId));
}

/** Tells every owner of the shop, once for a cause. */
export async function tellOwners(work: Work, what: { cause: string; notice: StaffNotice }): Promise<void> {
  const owners = await query<{ id: string }>(
    work,
    `SELECT id FROM staff WHERE merchant_id = current_merchant() AND role = 'owner'`,
  );
  await tellStaff(
    work,
    owners.map(({ id }) => id),
    what,
  );
}

/** Tells the managers and the owners, once for a cause. */
export async function tellManagers(work: Work, what: { cause: string; notice: StaffNotice }): Promise<void> {
  const members = await query<{ id: string }>(
    work,
    `SELECT id FROM staff WHERE merchant_id = current_merchant() AND role IN ('manager', 'owner')`,
  );
  await tellStaff(
    work,
    members.map(({ id }) => id),
    what,
  );
}

/** Tells these members of the team, once for a cause. */
export async function tellStaff(
  work: Work,
  staffIds: readonly string[],
  { cause, notice }: { cause: string; notice: StaffNotice },
): Promise<void> {
  await insertRows(
    work,
    'outbox',
    {
      id: 'uuid',
      cause: 'text',
      template: 'text',
      staff_id: 'uuid',
      params: 'json',
      state: 'text',
      priority: 'smallint',
      due_at: 'timestamptz',
      created_at: 'timestamptz',
    },
    staffIds.map((id) => ({
      id: outboxId(cause, notice.kind, id),
      cause,
      template: notice.kind,
      staff_id: id,
      params: notice,
      state: 'queued',
      priority: PRIORITY.transactional,
      due_at: work.now,
      created_at: work.now,
    })),
    'ON CONFLICT DO NOTHING',
  );
  if (staffIds.length > 0) work.ring('outbound', String(work.merchantId));
}
