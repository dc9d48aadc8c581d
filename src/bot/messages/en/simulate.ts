import { numberIn } from '../format';

const whole = numberIn('en');

export const simulate = {
  simulate: {
    how: 'Say the rule you want to try, like “simulate 8% cashback on pix”. Nothing changes until you create it.',
    none: 'There are no sales with a customer in that period to try it on yet.',
    title: (of: { sales: string; amount: string; from: string; to: string }) => {
      const { sales, amount, from, to } = of;
      return `On the ${sales === '1' ? 'only sale' : `${sales} sales`} with a customer ${from === to ? `of *${from}*` : `from *${from}* to *${to}*`} (${amount}), with this rule beside those in force today:`;
    },
    gives: (amounts: string, customers: string, sales: string) =>
      `they would give ${amounts} to ${customers}, on ${sales}.`,
    vouchers: (count: number, worth: string | null) =>
      `${count === 1 ? '1 voucher' : `${whole(count)} vouchers`}${worth === null ? '' : ` (up to *${worth}*)`}`,
    moreVouchers: (count: number, worth: string | null) =>
      `${count > 0 ? '+' : ''}${whole(count)} ${Math.abs(count) === 1 ? 'voucher' : 'vouchers'}${worth === null ? '' : ` (up to *${worth}*)`}`,
    dearerVouchers: (worth: string) => `up to *${worth}* in vouchers`,
    noDifference: 'none',
    nothing: 'they would give nothing.',
    today: (amounts: string, difference: string) => `Today: ${amounts}. Difference: ${difference}.`,
    largest: (award: string, sale: string, day: string) =>
      `Largest award: ${award}, on the purchase of ${sale} of ${day}.`,
    leftOut: (count: number) =>
      `${count === 1 ? '1 sale' : `${whole(count)} sales`} without a customer ${count === 1 ? 'was' : 'were'} left out.`,
    end: 'Nothing changed. To create it, say the rule by itself.',
    customers: (count: number) => `${whole(count)} ${count === 1 ? 'customer' : 'customers'}`,
    sales: (count: number) => `${whole(count)} ${count === 1 ? 'purchase' : 'purchases'}`,
    legend: ['With the rule', 'Today'],
    chart: {
      cashbackCents: 'Cashback by month',
      points: 'Points by month',
      voucherCents: 'Vouchers by month, at the most they are worth',
      vouchers: 'Vouchers by month',
    },
    past: (sales: number, amounts: string, today: string) =>
      `On your ${sales === 1 ? 'only sale' : `${whole(sales)} sales`} of the last 90 days the program would have given ${amounts} with it; today, ${today}.`,
  },
};
