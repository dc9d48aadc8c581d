import type { ChangeKind, Changes, Recorded, Rule, ShopSettingName } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { clockOf, cleanName, formatIn } from '../../../messages';
import { printRule, printSettings } from '../../../understand';
import { worthIn } from '../../voucher-answers';
import { shownSetting } from '../setup/shop';

type Texts = { readonly [Kind in ChangeKind]: (details: Changes[Kind], turn: Turn) => string };

/** About a line and a half on a phone. */
const LONGEST_RULE = 70;

function ruleText(rule: Rule, { lang }: Turn): string {
  const text = printRule(rule, lang);
  return text.length <= LONGEST_RULE ? text : `${text.slice(0, LONGEST_RULE - 1).trimEnd()}…`;
}

const named = ({ name }: { name: string }): string => cleanName(name) ?? '…';

/** Each kind of change as the history tells it. */
const texts: Texts = {
  'add-rule': ({ rule }, turn) => turn.say.history.did.addRule(ruleText(rule, turn)),
  'replace-rules': ({ rule }, turn) => turn.say.history.did.replaceRules(ruleText(rule, turn)),
  'edit-rule': ({ before, after }, turn) =>
    turn.say.history.did.editRule(ruleText(before, turn), ruleText(after, turn)),
  'pause-rule': ({ rule }, turn) => turn.say.history.did.pauseRule(ruleText(rule, turn)),
  'resume-rule': ({ rule }, turn) => turn.say.history.did.resumeRule(ruleText(rule, turn)),
  'delete-rule': ({ rule }, turn) => turn.say.history.did.deleteRule(ruleText(rule, turn)),
  'set-program': ({ settings }, { say, lang }) => say.history.did.setProgram(printSettings(settings, lang)),
  activate: ({ override }, { say }) => (override ? say.history.did.activateAnyway : say.history.did.activate),
  'resume-messages': (_details, { say }) => say.history.did.resumeMessages,
  pause: ({ what }, { say }) => say.history.did[what === 'earning' ? 'pauseEarning' : 'pauseMessages'],
  'add-reward': ({ reward }, turn) =>
    turn.say.history.did.addReward(worthIn(turn, reward.benefit), pointsText(reward.points, turn)),
  'change-reward': ({ reward }, turn) =>
    turn.say.history.did.changeReward(worthIn(turn, reward.benefit), pointsText(reward.points, turn)),
  'pause-reward': (of, { say }) => say.history.did.pauseReward(named(of)),
  'resume-reward': (of, { say }) => say.history.did.resumeReward(named(of)),
  'remove-reward': (of, { say }) => say.history.did.removeReward(named(of)),
  'voucher-mode': ({ mode }, { say }) => say.history.did.voucherMode(say.voucherMode.mode[mode]),
  'voucher-refund': ({ refund }, { say }) => say.history.did.voucherRefund(say.voucherMode.refund[refund]),
  'cancel-voucher': ({ benefit }, turn) => turn.say.history.did.cancelVoucher(worthIn(turn, benefit)),
  'redeem-voucher': ({ paidCents }, turn) =>
    turn.say.history.did.redeemVoucher(
      paidCents === 0 ? null : formatIn(turn.lang, turn.shop.zone).money(paidCents),
    ),
  'message-switch': ({ kind, state }, { say }) => say.texts.did[state](say.texts.kind[kind]),
  'message-by-email': ({ kind, on }, { say }) =>
    say.texts.did[on ? 'byEmail' : 'notByEmail'](say.texts.kind[kind]),
  'message-text': ({ kind }, { say }) => say.texts.did.reworded(say.texts.kind[kind]),
  'weekly-report': ({ wanted }, { say }) => say.report.did[wanted ? 'weeklyOn' : 'weeklyOff'],
  'connect-smartpos': ({ company }, { say }) =>
    say.history.did.connectSmartpos(company === null ? null : cleanName(company)),
  'replace-smartpos-keys': (_details, { say }) => say.history.did.replaceKeys,
  'rotate-signing-secret': (_details, { say }) => say.history.did.rotateSecret,
  'judge-history': (_details, { say }) => say.history.did.judgeHistory,
  'disconnect-smartpos': (_details, { say }) => say.history.did.disconnectSmartpos,
  'set-channel': ({ channel }, { say }) => say.channel.did[channel],
  'resolve-event': ({ how }, { say }) => say.history.did[how === 'retry' ? 'retryEvent' : 'discardEvent'],
  'set-pin': ({ of }, { say }) => say.pin.did(of === null ? null : (cleanName(of) ?? '…')),
  shop: ({ settings }, turn) =>
    Object.entries(settings)
      .map(([which, value]) => {
        const name = which as ShopSettingName;
        return turn.say.shop.did(turn.say.shop.what[name], shownSetting(turn, name, value));
      })
      .join(', '),
  'open-shop': (_details, { say }) => say.shop.didOpen,
  'add-staff': ({ role, ...of }, { say }) => say.team.did.add(named(of), say.team.role[role]),
  'change-staff': ({ role, before, ...of }, { say: { team } }) =>
    before.role === role
      ? team.did.rename(named(before), named(of))
      : team.did.change(named(of), team.role[before.role], team.role[role]),
  'remove-staff': ({ role, ...of }, { say }) => say.team.did.remove(named(of), say.team.role[role]),
  'referral-terms': ({ giverCents, friendCents }, { say, lang, shop }) => {
    const { money } = formatIn(lang, shop.zone);
    return say.referral.did(money(giverCents), money(friendCents));
  },
  adjust: ({ asset, quantity, reason }, turn) => {
    const { money, points } = formatIn(turn.lang, turn.shop.zone);
    const amount = asset === 'points' ? points(Math.abs(quantity)) : money(Math.abs(quantity));
    return turn.say.customers.did.adjust(`${quantity > 0 ? '+' : '-'}${amount}`, cleanName(reason) ?? '…');
  },
  'block-customer': ({ blocked }, { say }) => say.customers.did[blocked ? 'block' : 'unblock'],
  'label-customer': ({ label, on }, { say }) =>
    say.customers.did[on ? 'label' : 'unlabel'](cleanName(label) ?? '…'),
  'erase-data': (_details, { say }) => say.history.did.eraseData,
  'prove-identity': ({ identity, merged }, { say }) =>
    say.history.did.proveIdentity(identity, merged !== null),
  campaign: ({ number }, { say }) => say.campaigns.did.start(number),
  'thanks-after': ({ after }, { say, lang, shop }) =>
    say.messaging.thanks.did(formatIn(lang, shop.zone).number(after)),
  'edit-campaign': ({ number, parts }, { say, lang, shop }) => {
    const { did, part } = say.campaignChange;
    return did(number, formatIn(lang, shop.zone).list(parts.map((one) => part[one])));
  },
  'stop-campaign': ({ number }, { say }) => say.campaigns.did.stop(number),
  export: ({ kind, lines }, { say, lang, shop }) =>
    say.export.did(say.export.what[kind], formatIn(lang, shop.zone).number(lines)),
  'quiet-hours': ({ hours }, { say }) =>
    say.texts.did.hours(clockOf(hours.fromMinute), clockOf(hours.toMinute)),
  'link-sale': ({ cents }, turn) => turn.say.counter.did.linked(moneyText(cents, turn)),
  'record-sale': ({ cents }, turn) => turn.say.counter.did.recorded(moneyText(cents, turn)),
  'void-sale': ({ cents }, turn) => turn.say.counter.did.voided(moneyText(cents, turn)),
  'till-key': (of, { say }) => say.counter.did.madeKey(named(of)),
  'revoke-till-key': (of, { say }) => say.counter.did.revokedKey(named(of)),
  undo: ({ what }, turn) => turn.say.history.did.undo(changeText(what, turn)),
};

function moneyText(cents: number, { lang, shop }: Turn): string {
  return formatIn(lang, shop.zone).money(cents);
}

function pointsText(points: number, { lang, shop }: Turn): string {
  return formatIn(lang, shop.zone).points(points);
}

/** What was done, as it follows the name of who did it. */
export function changeText<Kind extends ChangeKind>(
  { kind, details }: Pick<Recorded<Kind>, 'kind' | 'details'>,
  turn: Turn,
): string {
  return texts[kind](details, turn);
}

/** Who did it, and when, on the shop's clock. */
export function changeParts(change: Recorded, turn: Turn): Record<'day' | 'time' | 'who' | 'what', string> {
  const { dayAndMonth, time } = formatIn(turn.lang, turn.shop.zone);
  return {
    day: dayAndMonth(change.at),
    time: time(change.at),
    who: cleanName(change.staffName ?? '') ?? turn.say.history.system,
    what: changeText(change, turn),
  };
}
