export const notices = {
  earned: (shop: string, amounts: string, sale: string) =>
    `${shop}: you earned ${amounts} on your purchase of *${sale}*!`,
  usableNow: 'You can use it now.',
  usableFrom: (day: string) => `You can use it from *${day}* on.`,
  usableUntil: (day: string) => `Use it by *${day}*.`,
  takenBack: (shop: string, amounts: string, refunded: string, sale: string) =>
    `${shop}: we took back ${amounts}, because *${refunded}* of the purchase of *${sale}* was refunded.`,
  redeemed: (shop: string, value: string, purchase: string) =>
    `${shop}: you used a voucher of *${value}* on the purchase of *${purchase}*.`,
  redeemedItem: (shop: string, item: string) => `${shop}: you used your voucher of *${item}*. Enjoy!`,
  voucherEarned: (shop: string, worth: string, code: string) =>
    `${shop}: you earned a voucher of *${worth}*! Code *${code}*.`,
  voucherUse: (of: { since: string | null; day: string; minimum: string | null }) =>
    `${of.since === null ? 'Use it' : `Valid from *${of.since}*`} until *${of.day}*${of.minimum === null ? '' : `, on purchases from *${of.minimum}*`}.`,
  voucherReturned: (shop: string, amounts: string, refunded: string, sale: string) =>
    `${shop}: we gave back ${amounts} that a voucher had paid: *${refunded}* of the purchase of *${sale}* was refunded.`,
  notHonoured: (of: { sale: string; day: string; time: string; terminal: string | null; why: string }) =>
    `The sale of *${of.sale}* of *${of.day}* at ${of.time}${of.terminal === null ? '' : `, on machine ${of.terminal}`}, came with a voucher that could not be used. ${of.why}`,
  itemOfRefundedSale: (item: string, holder: string | null) =>
    `The purchase that gave a voucher of *${item}*${holder === null ? '' : ` to ${holder}`} was refunded, and it has been handed over. Settle it with the customer if need be.`,
  itemOnRefundedSale: (item: string, holder: string | null) =>
    `The purchase on which the voucher of *${item}*${holder === null ? '' : ` of ${holder}`} was used was refunded. Settle it with the customer if need be.`,
  balance: (amounts: string) => `Your balance: ${amounts}.`,
  introduction: (shop: string) =>
    `This is ${shop}, writing for its loyalty program because your phone number was given at the purchase. To get no news, reply “stop”; to see what is possible, “menu”.`,
  cheer: '🎉',
  notOnChannel: (to: string) =>
    `I could not deliver a notice to ${to}: the number is not on WhatsApp. Please check the phone with the customer.`,
  sendingFailed: (to: string) =>
    `I could not deliver a notice to ${to} after trying for an hour. If there are others today, I will not repeat this.`,
  someCustomer: 'a customer',
};
