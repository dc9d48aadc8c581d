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
