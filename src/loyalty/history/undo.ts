import type { Work } from '../../db';
import { ok, refuse, type NotUndone, type Result } from '../core/result';
import { undoAdjustment } from '../customers/adjusting';
import { undoBlock } from '../customers/care';
import { undoByEmail } from '../messaging/by-email';
import { undoSwitch, undoText } from '../messaging/kinds';
import { undoWeeklyReport } from '../figures/weekly';
import { undoThanksAfter } from '../journeys/thanks';
import { undoMarketingHours } from '../messaging/rules';
import { undoProgram } from '../program/undoing';
import { undoAddedReward, undoChangedReward, undoRewardState } from '../rewards/undoing';
import { undoActivate, undoPause, undoResumeMessages } from '../shops/setup';
import { undoShop } from '../shops/opening';
import { undoAddStaff, undoChangeStaff, undoRemoveStaff } from '../shops/team-changes';
import { STAFF_ROLES, type StaffMember } from '../shops/team';
import { undoVoucherMode, undoVoucherRefund } from '../vouchers/mode';
import type { ChangeKind, Noted } from './changes';
import { historyOf, record, type Recorded } from './record';
import type { Undoable, Undo } from './undoing';
import { lockOfShop } from '../shops/locks';

/** How each kind of change is undone, or why it is not. */
const undoable: Undoable = {
  'add-rule': undoProgram,
  'replace-rules': undoProgram,
  'edit-rule': undoProgram,
  'pause-rule': undoProgram,
  'resume-rule': undoProgram,
  'delete-rule': undoProgram,
  'set-program': undoProgram,
  activate: undoActivate,
  pause: undoPause,
  'resume-messages': undoResumeMessages,
  'add-reward': undoAddedReward,
  'change-reward': undoChangedReward,
  'pause-reward': undoRewardState,
  'resume-reward': undoRewardState,
  'remove-reward': undoRewardState,
  'voucher-mode': undoVoucherMode,
  'voucher-refund': undoVoucherRefund,
  'message-switch': undoSwitch,
  'message-text': undoText,
  'message-by-email': undoByEmail,
  'quiet-hours': undoMarketingHours,
  'cancel-voucher': { why: 'voucher-cancelled', counter: true },
  'redeem-voucher': { why: 'voucher-used', counter: true },
  'link-sale': { why: 'sale', counter: true },
  'record-sale': { why: 'sale', counter: true },
  'void-sale': { why: 'sale', counter: true },
  'till-key': { why: 'till-key' },
  'revoke-till-key': { why: 'till-key' },
  'thanks-after': undoThanksAfter,
  'weekly-report': undoWeeklyReport,
  'connect-smartpos': { why: 'connection' },
  'replace-smartpos-keys': { why: 'connection' },
  'rotate-signing-secret': { why: 'connection' },
  'disconnect-smartpos': { why: 'connection' },
  'judge-history': { why: 'sale' },
  'set-channel': { why: 'connection' },
  'resolve-event': { why: 'connection', counter: true },
  'set-pin': { why: 'pin', counter: true },
  shop: undoShop,
  'open-shop': { why: 'sale', counter: true },
  'add-staff': undoAddStaff,
  'change-staff': undoChangeStaff,
  'remove-staff': undoRemoveStaff,
  'referral-terms': { why: 'customer' },
  adjust: undoAdjustment,
  'block-customer': undoBlock,
  'label-customer': { why: 'customer', counter: true },
  'erase-data': { why: 'erased', counter: true },
  'prove-identity': { why: 'identity-proven', counter: true },
  campaign: { why: 'campaign' },
  'edit-campaign': { why: 'campaign-changed' },
  'stop-campaign': { why: 'campaign-stopped' },
  export: { why: 'sent', counter: true },
  undo: { why: 'undo' },
};

const LOOKED_AT = 50;

/** The change that would be undone now, where there is one: nothing is written. `asked`: whoever undoes said yes to that one. */
export async function lastChange(work: Work, by: StaffMember, asked?: number): Promise<Result<Recorded>> {
  const { changes } = await historyOf(work, { limit: LOOKED_AT });
  const last = changes.find(
    ({ id, kind, undone, staffId }) =>
      !undone &&
      kind !== 'undo' &&
      (undoable[kind].counter !== true || staffId === by.id) &&
      // A PIN may have been created for the very yes.
      !(kind === 'set-pin' && asked !== undefined && id > asked),
  );
  if (last === undefined) return refuse({ code: 'not-undone', why: { because: 'nothing' } });
  const refusal = mayUndo(last.kind, by);
  return refusal === null ? ok(last) : refuse({ code: 'not-undone', why: refusal });
}

/** Undoes that change if it is still the last one; the history keeps both. */
export async function undoChange(
  work: Work,
  { id, by, key }: { id: number; by: StaffMember; key: string },
): Promise<Result<null>> {
  // Two who undo come one after the other.
  await lockOfShop(work, 'undo');
  const last = await lastChange(work, by, id);
  if (!last.ok) return last;
  if (last.value.id !== id) return refuse({ code: 'not-undone', why: { because: 'overtaken' } });
  const { kind, details } = last.value;
  const undone = await undoOf(kind).undo(work, last.value, { by, key });
  if (undone.ok) await record(work, by, 'undo', { what: { kind, details } as Noted }, id);
  return undone;
}

function undoOf<Kind extends ChangeKind>(kind: Kind): Undo<Kind> {
  const way = undoable[kind];
  if ('why' in way) throw new Error(`${kind} cannot be undone`);
  return way;
}

function mayUndo(kind: ChangeKind, { role }: StaffMember): NotUndone | null {
  const way = undoable[kind];
  if ('why' in way) return { because: 'final', what: way.why };
  return STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(way.who) ? null : { because: 'role', who: way.who };
}
