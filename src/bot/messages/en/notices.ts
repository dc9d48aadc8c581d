export const notices = {
  usableNow: 'You can use it now.',
  usableFrom: (day: string) => `You can use it from *${day}* on.`,
  usableUntil: (day: string) => `Use it by *${day}*.`,
  voucherUse: (of: { since: string | null; day: string; minimum: string | null }) =>
    `${of.since === null ? 'Use it' : `Valid from *${of.since}*`} until *${of.day}*${of.minimum === null ? '' : `, on purchases from *${of.minimum}*`}.`,
  notHonoured: (of: { sale: string; day: string; time: string; terminal: string | null; why: string }) =>
    `The sale of *${of.sale}* of *${of.day}* at ${of.time}${of.terminal === null ? '' : `, on machine ${of.terminal}`}, came with a voucher that could not be used. ${of.why}`,
  itemOfRefundedSale: (item: string, holder: string | null) =>
    `The purchase that gave a voucher of *${item}*${holder === null ? '' : ` to ${holder}`} was refunded, and it has been handed over. Settle it with the customer if need be.`,
  itemOnRefundedSale: (item: string, holder: string | null) =>
    `The purchase on which the voucher of *${item}*${holder === null ? '' : ` of ${holder}`} was used was refunded. Settle it with the customer if need be.`,
  notOnChannel: (to: string) =>
    `I could not deliver a notice to ${to}: the number is not on WhatsApp. Please check the phone with the customer.`,
  sendingFailed: (to: string) =>
    `I could not deliver a notice to ${to} after trying for an hour. If there are others today, I will not repeat this.`,
  someCustomer: 'a customer',
};
