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
type LimitRefusal = Extract<Refusal, { code: 'referral-terms' | 'adjust-limit' | 'thanks-range' }>;

const LIMITS: readonly string[] = ['referral-terms', 'adjust-limit', 'thanks-range'];
const isOfLimit = (refusal: Refusal): refusal is LimitRefusal => LIMITS.includes(refusal.code);
/** Those that say the same whatever happened. */
const PLAIN = {
  'customer-blocked': 'customerBlocked',
  'reward-not-found': 'rewardNotFound',
  'idempotency-conflict': 'conflict',
  'rule-changed': 'ruleChanged',
  'changed-meanwhile': 'changedMeanwhile',
  'rule-gone': 'ruleGone',
} as const satisfies Partial<Record<Refusal['code'], string>>;
type PlainRefusal = Extract<Refusal, { code: keyof typeof PLAIN }>;

const isPlain = (refusal: Refusal): refusal is PlainRefusal => refusal.code in PLAIN;
const isOfVoucher = (refusal: Refusal): refusal is VoucherRefusal => refusal.code.startsWith('voucher-');

/** Why not, and what to do instead, to whoever asked. */
export function refusalText(refusal: Refusal, { lang, zone }: { lang: Language; zone: string }): string {
  if (isOfVoucher(refusal)) return ofVoucher(refusal, { lang, zone });
  if (isOfLimit(refusal)) return ofLimit(refusal, { lang, zone });
  if (isAtCounter(refusal)) return counterRefusalText(refusal, messagesIn(lang), formatIn(lang, zone));
  const { refusals } = messagesIn(lang);
  if (isOfCampaign(refusal)) return ofCampaign(refusal, { lang, zone });
  if (isPlain(refusal)) return refusals[PLAIN[refusal.code]];
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
    case 'too-many-tries':
      return refusals.tooManyTries(day(refusal.retryAt), time(refusal.retryAt));
    case 'shops-limit':
      return tooManyShops(refusal, { lang, zone });
    case 'reward-limit':
      return refusals.rewardLimit(cleanName(refusal.name) ?? '…', refusal.limit);
    case 'catalogue-full':
      return refusals.catalogueFull(refusal.maximum);
    case 'team':
      return messagesIn(lang).team.refused[refusal.why];
    case 'not-undone':
      return notUndoneText(refusal.why, messagesIn(lang));
  }
  return refusals.ruleLimit(refusal.maximum);
}

function ofCampaign(refusal: CampaignRefusal, { lang, zone }: { lang: Language; zone: string }): string {
  const { refusals, campaignChange } = messagesIn(lang);
  const { money, day } = formatIn(lang, zone);
  const { refused } = campaignChange;
  switch (refusal.code) {
    case 'campaign-begun':
      return refused.begun[refusal.what](refusal.number);
    case 'campaign-over':
      return refused.over(refusal.number);
    case 'campaign-period':
      return refused.period(day(refusal.first), day(refusal.last));
    case 'campaign-budget':
      return refused.budget(money(refusal.spentCents));
  }
  return refusals.campaign[refusal.code];
}

function tooManyShops(
  { maximum, retryAt }: Extract<Refusal, { code: 'shops-limit' }>,
  { lang, zone }: { lang: Language; zone: string },
): string {
  const { day, time } = formatIn(lang, zone);
  return messagesIn(lang).shop.tooManyOpened(maximum, day(retryAt), time(retryAt));
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

/** What a shop, or somebody of it, may set at most. */
function ofLimit(refusal: LimitRefusal, { lang, zone }: { lang: Language; zone: string }): string {
  const { referral, customers, messaging } = messagesIn(lang);
  const { money, points, days, number } = formatIn(lang, zone);
  switch (refusal.code) {
    case 'referral-terms':
      return referral.termsRange(money(refusal.maximumCents), days(refusal.maximumDays));
    case 'thanks-range':
      return messaging.thanks.range(number(refusal.from), number(refusal.to));
  }
  const of = refusal.asset === 'points' ? points : money;
  return customers.adjust.limit(of(refusal.used), of(refusal.maximum));
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
