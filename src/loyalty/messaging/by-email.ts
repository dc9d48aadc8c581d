import type { Work } from '../../db';
import type { MessageKind } from '../core/messages/message-kinds';
import { ok, refuse } from '../core/result';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import type { StaffMember } from '../shops/team';

/** The kinds that go by e-mail too, beside the chat, to customers with an address. */
export async function kindsByEmail(work: Work): Promise<ReadonlySet<MessageKind>> {
  const kinds: MessageKind[] = await work
    .trx('message_switches')
    .where({ also_by_email: true })
    .pluck('kind');
  return new Set(kinds);
}

export async function setByEmail(
  work: Work,
  { kind, on, by }: { kind: MessageKind; on: boolean; by: StaffMember | null },
): Promise<void> {
  if ((await kindsByEmail(work)).has(kind) === on) return;
  await write(work, kind, on);
  await record(work, by, 'message-by-email', { kind, on });
}

async function write(work: Work, kind: MessageKind, on: boolean): Promise<void> {
  await work
    .trx('message_switches')
    .insert({ merchant_id: work.merchantId, kind, state: 'on', also_by_email: on })
    .onConflict(['merchant_id', 'kind'])
    .merge(['also_by_email']);
}

export const undoByEmail: Undo<'message-by-email'> = {
  who: 'manager',
  async undo(work, { details: { kind, on } }) {
    if ((await kindsByEmail(work)).has(kind) !== on)
      return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await write(work, kind, !on);
    return ok(null);
  },
};
