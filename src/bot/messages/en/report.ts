export const report = {
  report: {
    title: (period: string) => `Report: ${period}`,
    soFar: 'so far',
    future: 'That period has not begun yet. Ask for one that has, like “report for yesterday”.',
    unknown: 'I did not get the period. Say it like “report for last week” or “report of October”.',
    empty: (period: string) => `No sales in ${period}.`,
    emptyShop: 'The figures appear here once sales arrive.',
    counting: 'Many sales have just arrived and I am still counting; ask again in a moment.',
    sales: (count: string, revenue: string) => `Sales: ${count}, *${revenue}* in all`,
    identified: (known: string, seen: string) => `With a customer: ${known} of ${seen}`,
    customers: (fresh: string, returning: string) => `Customers: ${fresh} new, ${returning} returning`,
    repurchase: (part: string, whole: string) =>
      `Repurchase: ${part} of the ${whole} who bought in the 90 days before came back`,
    days: (median: string, late: string) => `Days to return: half within ${median}, 4 of 5 within ${late}`,
    moved: (granted: string, redeemed: string, outstanding: string) =>
      `Benefits: granted *${granted}*, redeemed *${redeemed}*, outstanding *${outstanding}*`,
    movedPoints: (granted: string, redeemed: string, outstanding: string) =>
      `Points: granted ${granted}, redeemed ${redeemed}, outstanding ${outstanding}`,
    rest: (available: string, expired: string) => `Available to use *${available}*, expired *${expired}*`,
    restPoints: (available: string, expired: string) => `Points available ${available}, expired ${expired}`,
    unknownBuyers: (claimed: string, claimable: string, lost: string) =>
      `Without a customer: ${claimed} claimed with the receipt, ${claimable} can still be, ${lost} lost`,
    ticket: {
      title: 'Average ticket',
      used: (amount: string, sales: string) => `*${amount}* with a benefit in use (${sales})`,
      unused: (amount: string, sales: string) => `*${amount}* without one (${sales})`,
      different: 'These are different people: it does not show the program’s effect',
    },
    salesCounted: (count: number, written: string) => `${written} ${count === 1 ? 'sale' : 'sales'}`,
    expiring: (parts: string) => `Outstanding today, expires: ${parts}`,
    expires: {
      week: (amount: string) => `in 7 days *${amount}*`,
      month: (amount: string) => `by 30 days *${amount}*`,
      quarter: (amount: string) => `by 90 days *${amount}*`,
      later: (amount: string) => `later *${amount}*`,
      never: (amount: string) => `never *${amount}*`,
    },
    expected: (redeemed: string, breakage: string) =>
      `By what was used so far, *${redeemed}* of it should be redeemed; *${breakage}* should expire or lie unused`,
    held: (amount: string) => `In open vouchers: *${amount}*`,
    acquirers: 'By acquirer:',
    terminals: 'By machine:',
    place: (name: string, sales: string, amount: string) => `${name}: ${sales}, *${amount}*`,
    placeUnknown: 'not told',
    more: 'Say “more” for the rest or “definitions” for what each figure is.',
    moreDefinitions: 'Say “more” for the others.',
    noMore: 'That was all of this report.',
    chart: {
      legend: ['With a customer', 'Without'],
      sales: 'Sales',
      revenue: 'Revenue',
      back: 'Customers returning',
      redeemed: 'Cashback redeemed',
    },
    definitions: [
      'Sales: those of the period of which something is left after refunds; the amount is what was paid, less what came back.',
      'With a customer: the machine told who bought, or the person claimed the purchase with the receipt.',
      'Lost: without a customer, and too late to be claimed with the receipt.',
      'New: their first purchase was in the period. Returning: they had bought before.',
      'Repurchase: of those who bought in the 90 days before the period, how many bought in it.',
      'Days to return: days since the same customer’s purchase before; purchases of one day count once.',
      'Granted: what purchases earned in the period, less what refunds took back. Redeemed: what vouchers paid. Expired: what passed its validity.',
      'Outstanding: all that the shop still owes, also in vouchers and what is to become available. Available: what can be used already.',
      'Average ticket: value per sale of known customers. Who uses a benefit tends to be a regular, so the difference is no effect of the program.',
      'Should be redeemed: estimated from the age at which similar balances were used so far.',
    ],
    weeklyOn: (day: string) =>
      `Agreed: the week’s report reaches the owners every Monday at 9 am, from *${day}* on.`,
    weeklyOff: 'Done, no more weekly report. Whenever you like, say “report”.',
    did: { weeklyOn: 'asked for the weekly report', weeklyOff: 'stopped the weekly report' },
    weekly: (shop: string) => `${shop}: your last week.`,
  },
  cohorts: {
    title: 'Who returns, by month of first purchase',
    after: 'months later: how many bought again',
    none: 'There are no purchases with a customer yet to show who returns.',
    line: (of: { month: string; size: string; next: string }) =>
      `Of ${of.size} who began in ${of.month}, ${of.next} bought in the month after.`,
    only: (of: { month: string; size: string }) =>
      `${of.size} began in ${of.month}; next month will show who returns.`,
    how: 'Each line is the month of the first purchase; the columns count who bought in the months after. This month is not over yet.',
  },
};
