export const refusals = {
  insufficientBalance: (available: string, requested: string) =>
    `You have ${available} to use, and asked for ${requested}. Ask for less, or say “balance”.`,
  belowMinimumRedeem: (minimum: string) => `You can redeem from *${minimum}* on. Ask for that much or more.`,
  notActive: 'The shop’s program is not on yet. Once it is, ask again.',
  paused: 'The shop’s program is paused. Your balance is safe: ask again later.',
  voucherNotFound: 'I didn’t find that code. Check the 8 letters and digits with the customer and try again.',
  voucherRedeemed: (value: string, day: string, time: string) =>
    `That voucher of *${value}* was already used on *${day}* at ${time}. It can’t be used again.`,
  voucherExpired: (day: string) =>
    `That voucher has expired: it was valid until *${day}*. The customer can say “balance” to see what came back.`,
  voucherCancelled: (day: string) =>
    `That voucher was cancelled on *${day}*. The customer can get another with “redeem”.`,
  purchaseBelowMinimum: (minimum: string) =>
    `That voucher is only good on purchases from *${minimum}*. It stays open for another purchase.`,
  purchaseCap: (most: string, voucher: string, needed: string) =>
    `The voucher is of *${voucher}*, and can pay up to *${most}* of this purchase. To use it whole, the purchase must be *${needed}*.`,
  tooManyTries: (day: string, time: string) =>
    `Too many wrong codes. For safety, try again on *${day}* at ${time}.`,
  conflict: 'That request was already made with other details. Nothing changed: please start again.',
  ruleChanged: 'That rule changed while you were deciding. Nothing was done: ask again.',
  ruleGone: 'That rule no longer exists. Say “rules” to see those in force.',
  ruleLimit: (maximum: number) =>
    `The shop already has ${maximum} rules, which is the most. To add one, another has to go first.`,
};
