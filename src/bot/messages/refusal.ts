import type { Language, Refusal } from '../../loyalty';
import { messagesIn } from './catalogue';
import { cleanName } from './clean';
import { counterRefusalText, isAtCounter } from './counter-refusal';
import { formatIn } from './format';
import { notUndoneText } from './not-undone';
import { worthOf } from './voucher';

type VoucherRefusal = Extract<Refusal, { code: `voucher-${string}` }>;

type CampaignRefusal = Extract<Refusal, { code: `campaign-${string}` }>;

const isOfCampaign = (refusal: Refusal): refusal is CampaignRefusal => refusal.code.startsWith('campaign-');
const isOfVoucher = (refusal: Refusal): refusal is VoucherRefusal => refusal.code.startsWith('voucher-');

/** Why not, and what to do instead, to whoever asked. */
export function refusalText(refusal: Refusal, { lang, zone }: { lang: Language; zone: string }): string {
  if (isOfVoucher(refusal)) return ofVoucher(refusal, { lang, zone });
  if (isAtCounter(refusal)) return counterRefusalText(refusal, messagesIn(lang));
  const { refusals } = messagesIn(lang);
  if (isOfCampaign(refusal)) return refusals.campaign[refusal.code];
  const format = formatIn(lang, zone);
  const { money, day, time } = format;
  switch (refusal.code) {
    case 'insufficient-balance':
      return insufficient(refusal, { lang, zone });
    case 'below-minimum-redeem':
      return refusals.belowMinimumRedeem(money(refusal.minimum));
    case 'program-not-active':
      return refusal.missing === 'paused' ? refusals.paused : refusals.notActive;
    case 'purchase-below-voucher-minimum':
      return refusals.purchaseBelowMinimum(money(refusal.minimum));
    case 'purchase-cap':
      return refusals.purchaseCap(
        money(refusal.maxVoucherCents),
        money(refusal.voucherCents),
        money(refusal.neededPurchaseCents),
      );
    case 'referral':
      return messagesIn(lang).referral.refused[refusal.why];
    case 'customer-blocked':
      return refusals.customerBlocked;
    case 'too-many-tries':
      return refusals.tooManyTries(day(refusal.retryAt), time(refusal.retryAt));
    case 'reward-not-found':
      return refusals.rewardNotFound;
    case 'reward-limit':
      return refusals.rewardLimit(cleanName(refusal.name) ?? '…', refusal.limit);
    case 'catalogue-full':
      return refusals.catalogueFull(refusal.maximum);
    case 'idempotency-conflict':
      return refusals.conflict;
    case 'rule-changed':
      return refusals.ruleChanged;
    case 'rule-gone':
      return refusals.ruleGone;
    case 'team':
      return messagesIn(lang).team.refused[refusal.why];
    case 'not-undone':
      return notUndoneText(refusal.why, messagesIn(lang));
  }
  return refusals.ruleLimit(refusal.maximum);
}

function insufficient(
  { asset, available, requested }: Extract<Refusal, { code: 'insufficient-balance' }>,
  { lang, zone }: { lang: Language; zone: string },
): string {
  const { refusals } = messagesIn(lang);
  const format = formatIn(lang, zone);
  const amountOf = (quantity: number): string =>
    asset === 'cashback'
      ? format.amounts({ cashbackCents: quantity, points: 0 })
      : `*${format.points(quantity)}*`;
  const say = asset === 'cashback' ? refusals.insufficientBalance : refusals.insufficientPoints;
  return say(amountOf(available), amountOf(requested));
}

function ofVoucher(refusal: VoucherRefusal, { lang, zone }: { lang: Language; zone: string }): string {
  const { refusals } = messagesIn(lang);
  const format = formatIn(lang, zone);
  const { day, time } = format;
  switch (refusal.code) {
    case 'voucher-not-found':
      return refusals.voucherNotFound;
    case 'voucher-redeemed':
      return refusals.voucherRedeemed(
        worthOf(refusal.benefit, lang, zone),
        day(refusal.at),
        time(refusal.at),
      );
    case 'voucher-expired':
      return refusals.voucherExpired(format.lastDay(refusal.at));
    case 'voucher-cancelled':
      return refusals.voucherCancelled(day(refusal.at));
    case 'voucher-not-yet':
      return refusals.voucherNotYet(day(refusal.at));
    case 'voucher-other-store':
      return refusals.voucherOtherStore(format.list(refusal.stores.map((store) => cleanName(store) ?? '…')));
    case 'voucher-not-cancellable':
      return refusals.voucherNotCancellable;
  }
  return refusals.voucherMode[refusal.mode];
}
