export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `You have ${available} to use, and asked for ${requested}. Ask for less, or say “balance”.`,
  belowMinimumRedeem: (minimum: string) => `You can redeem from *${minimum}* on. Ask for that much or more.`,
  notActive: 'The shop’s program is not on yet. Once it is, ask again.',
  paused: 'The shop’s program is paused. Your balance is safe: ask again later.',
  voucherNotFound: 'I didn’t find that code. Check the 8 letters and digits and try again.',
  voucherRedeemed: (worth: string, day: string, time: string) =>
    `That voucher of *${worth}* was already used on *${day}* at ${time}. It can’t be used again.`,
  voucherExpired: (day: string) =>
    `That voucher has expired: it was valid until *${day}*. If it came from the balance, what is still good went back there.`,
  voucherCancelled: (day: string) => `That voucher was cancelled on *${day}* and is no longer good.`,
  purchaseBelowMinimum: (minimum: string) =>
    `That voucher is only good on purchases from *${minimum}*. It stays open for another purchase.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `The voucher is of *${voucher}*, and can pay up to *${most}* of this purchase. To use it whole, the purchase must be *${needed}*.`,
  customerBlocked:
    'The shop has suspended this customer: they earn nothing and use nothing. To learn why, talk to the shop.',
  tooManyTries: (day: string, time: string) =>
    `Too many wrong codes. For safety, try again on *${day}* at ${time}.`,
  insufficientPoints: (available: string, requested: string) =>
    `You have ${available}, and that reward takes ${requested}. Pick another, or say “balance”.`,
  voucherNotYet: (day: string) => `That voucher is only good from *${day}* on.`,
  voucherOtherStore: (stores: string) => `That voucher is only good at: ${stores}.`,
  voucherNotCancellable:
    'That voucher was a gift from the shop and took nothing from your balance: there is nothing to give back. It is yours until it expires.',
  voucherMode: {
    'connected-till': 'In this shop the till’s system validates vouchers. Enter the code there.',
    automatic: 'In this shop a voucher works by itself: enter the code with the sale, on the card machine.',
    manual: 'In this shop a manager confirms vouchers. Follow the instructions that the customer has.',
  },
  rewardNotFound: 'That reward is no longer on the list. Say “rewards” to see the others.',
  rewardLimit: (name: string, limit: number) =>
    `You already had ${name}: ${limit} per customer. Say “rewards” to see the others.`,
  catalogueFull: (maximum: number) =>
    `The shop already has ${maximum} rewards, which is the most. To add one, remove another first: say “rewards”.`,
  campaign: {
    'campaign-nobody': 'Nobody is in this campaign’s audience now. Nothing was done.',
    'campaign-unbounded': 'With a budget the voucher needs a maximum, like “voucher of 20% up to R$ 30”.',
    'campaign-not-found': 'I did not find that campaign. Say “campaigns” to see those there are.',
  },
  conflict: 'That request was already made with other details. Nothing changed: please start again.',
  ruleChanged: 'That rule changed while you were deciding. Nothing was done: ask again.',
  changedMeanwhile: 'That changed while you were deciding, and nothing was done yet. It is like this now:',
  ruleGone: 'That rule no longer exists. Say “rules” to see those in force.',
  ruleLimit: (maximum: number) =>
    `The shop already has ${maximum} rules, which is the most. To add one, another has to go first.`,
};
