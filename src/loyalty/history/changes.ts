import type { Asset } from '../core/money';
import type { CampaignPart } from '../core/campaign';
import type { ExportKind } from '../exports/sheets';
import type { MarketingHours } from '../core/time/marketing-hours';
import type { MessageKind, TextKind } from '../core/messages/message-kinds';
import type { VoucherMode } from '../core/result';
import type { Rule, Settings, VoucherBenefit } from '../core/rules/rule';
import type { NewReward, Reward } from '../rewards/catalogue';
import type { Language, ShopChannel, ShopState } from '../shops/shops';
import type { ShopSettings } from '../shops/opening';
import type { Role } from '../shops/team';
import type { VoucherRefund, VoucherTermsOfShop } from '../vouchers/mode';

/** What the history notes of each kind of change: enough to tell it, and to undo it where it can be. */
export interface Changes extends ProgramChanges {
  activate: { override: boolean; before: ShopState; messagesWerePaused: boolean };
  pause: { what: 'messages' | 'earning'; before: ShopState; messagesWerePaused: boolean };
  /** `kinds`: those that had been paused one by one. */
  'resume-messages': { messagesWerePaused: boolean; kinds: MessageKind[] };
  'add-reward': { id: string; reward: NewReward };
  'change-reward': { id: string; before: Reward; reward: NewReward };
  'pause-reward': OfReward;
  'resume-reward': OfReward;
  'remove-reward': OfReward;
  'voucher-mode': { mode: VoucherMode; procedure?: string; before: VoucherTermsOfShop };
  'voucher-refund': { refund: VoucherRefund; before: VoucherRefund };
  /** What it was used on, and what it paid, in cents. */
  'redeem-voucher': { voucher: string; purchaseCents: number | null; paidCents: number };
  /** By the team, for the customer. */
  'cancel-voucher': { voucher: string; customer: string; benefit: VoucherBenefit };
  'message-switch': { kind: MessageKind; before: SwitchState; state: SwitchState };
  /** Beside the chat. */
  'message-by-email': { kind: MessageKind; on: boolean };
  'quiet-hours': { before: MarketingHours; hours: MarketingHours };
  /** A body that is null is the product's own. */
  'message-text': { kind: TextKind; language: Language; before: string | null; body: string | null };
  'thanks-after': { before: number; after: number };
  'weekly-report': { wanted: boolean };
  'connect-smartpos': { company: string | null };
  'replace-smartpos-keys': { company: string | null };
  'rotate-signing-secret': { connection: string };
  'disconnect-smartpos': { connection: string };
  /** Sales of before the connection. */
  'judge-history': { connection: string };
  'set-channel': { before: ShopChannel; channel: ShopChannel };
  /** What became of an event that waited for a person. */
  'resolve-event': { id: number; reason: string; how: 'retry' | 'discard' };
  /** Of whom: null is their own. */
  'set-pin': { of: string | null };
  shop: { settings: Partial<ShopSettings>; before: Partial<ShopSettings> };
  /** In the chat of that shop. */
  'open-shop': { host: string };
  /** Earlier versions noted no phone. */
  'add-staff': { id: string; phone?: string; name: string; role: Role };
  'change-staff': { id: string; name: string; role: Role; before: { name: string; role: Role } };
  'remove-staff': { id: string; phone: string; name: string; role: Role };
  /** Of customers there are only ids here: an entry outlives the person. `merged`: who became one with them. */
  'prove-identity': {
    customer: string;
    identity: 'cpf' | 'email';
    proof: 'claim' | 'staff';
    merged: string | null;
  };
  campaign: { number: number };
  'edit-campaign': { number: number; parts: readonly CampaignPart[] };
  'stop-campaign': { number: number };
  export: { kind: ExportKind; lines: number };
  /** Sales in the hands of staff: to whom one without a buyer belongs, and those made without SmartPOS. */
  'link-sale': { sale: string; cents: number; customer: string };
  'record-sale': { sale: string; cents: number; customer: string };
  'void-sale': { sale: string; cents: number; customer: string };
  'till-key': { till: string; name: string };
  'revoke-till-key': { till: string; name: string };
  'referral-terms': { giverCents: number; friendCents: number };
  /** Cents of cashback or points, signed. */
  adjust: { customer: string; asset: Asset; quantity: number; reason: string };
  'block-customer': { customer: string; blocked: boolean };
  'label-customer': { customer: string; label: string; on: boolean };
  'erase-data': { customer: string; cashbackCents: number; points: number; vouchers: number };
  /** What was undone. */
  undo: { what: Noted };
}

/** Of a kind of message: `paused` waits until it is on again, `off` is not sent. */
export type SwitchState = 'on' | 'paused' | 'off';

interface OfReward {
  reward: string;
  name: string;
  wasPaused: boolean;
}

/** Each makes a version of the program: the one of that number. */
export interface ProgramChanges {
  'add-rule': { rule: Rule; version: number };
  'replace-rules': { rule: Rule; version: number };
  'edit-rule': { id: number; before: Rule; after: Rule; version: number };
  'pause-rule': { id: number; rule: Rule; version: number };
  'resume-rule': { id: number; rule: Rule; version: number };
  'delete-rule': { id: number; rule: Rule; version: number };
  'set-program': { settings: Partial<Settings>; version: number };
}

/** A change without who and when. */
export type Noted = { [Kind in UndoableKind]: { kind: Kind; details: Changes[Kind] } }[UndoableKind];

export type ChangeKind = keyof Changes;
type UndoableKind = Exclude<ChangeKind, 'undo'>;
export type ProgramChangeKind = keyof ProgramChanges;
