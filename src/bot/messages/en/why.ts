export const why = {
  why: {
    which: 'Of which customer? Say the phone number.',
    nothing: 'I found no automatic message to that number.',
    head: (of: { message: string; day: string; time: string; state: string }) =>
      `The last one was “${of.message}”, *${of.day}* at ${of.time} (${of.state}).`,
    state: {
      queued: 'queued',
      sending: 'leaving',
      sent: 'sent',
      delivered: 'delivered',
      read: 'read',
      failed: 'did not arrive',
      unknown: 'not confirmed',
      suppressed: 'not sent',
    },
    campaign: (number: number, what: string) => `They are in campaign ${number}: ${what}.`,
    silent: (purchases: string, days: string) =>
      `They bought on ${purchases === '1' ? '1 day' : `${purchases} days`} and had been away for ${days}.`,
    late: (days: string) => `The message goes after ${days} without a purchase.`,
    usual: (days: string) => `They usually come back every ${days}.`,
    unlikely: (percent: string, threshold: string) =>
      `The chance of no purchase in the next 90 days was ${percent}%; the message goes from ${threshold}% on.`,
    because: {
      'benefit-earned': 'A purchase gave a benefit.',
      'benefit-available': 'A benefit earned before became available that day.',
      'voucher-earned': 'A purchase gave a voucher.',
      'voucher-redeemed': 'A voucher was used.',
      'voucher-cancelled': 'The shop cancelled an open voucher.',
      'voucher-returned': 'A purchase paid with a voucher was refunded.',
      'referral-paid': 'The first purchase of a friend who was referred earned the reward.',
      'benefit-taken-back': 'A purchase that gave a benefit was refunded.',
      'balance-expiring': 'Part of the balance expires in 7 days or on the next day.',
      'voucher-expiring': 'An open voucher is about to expire.',
      'come-back': 'They had been away for longer than usual.',
      birthday: 'It was their birthday.',
      'first-purchase': 'They made their first purchase the day before.',
      'thank-you': 'They reached the number of purchases for which the shop says thanks.',
      campaign: 'They are in the audience of a campaign.',
    },
    timing: {
      fixed: (days: string, gaps: string) =>
        `The shop has too little history yet (only ${gaps} returns seen), so the come-back message goes after ${days} without a purchase.`,
      rhythm: (days: string) =>
        `The come-back message goes after ${days} without a purchase: 4 of 5 of the shop’s returns come before.`,
      customer: 'The come-back message goes on the day on which each customer is late for their own rhythm.',
      because: {
        'few-customers': 'With more customers who return, the day becomes each one’s own.',
        'no-fit': 'The figures by customer did not settle on the shop’s data.',
        'few-contacts': 'The test on the shop’s past has too few contacts yet.',
        'not-better': 'On the shop’s past, each customer’s own day was not right more often.',
      },
      tested: (of: { contacts: string; own: string; fixed: string }) =>
        `Tested on the past: of ${of.contacts} contacts, ${of.own} right by customer and ${of.fixed} with fixed days.`,
    },
  },
};
