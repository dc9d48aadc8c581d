import type { PaymentMethod } from '../../../loyalty';

const method: Record<PaymentMethod, string> = { pix: 'Pix', credit: 'credit', debit: 'debit', cash: 'cash' };

const butWas = (found: string | null): string =>
  found === null ? 'and the sale does not say which it was' : `and it was ${found}`;
const butHad = (found: string | null): string =>
  found === null ? 'and the sale does not say what was sold' : `and the purchase has: ${found}`;
const itIs = (found: string | null): string =>
  found === null ? 'and we do not know when that is' : `which is ${found}`;
const birthday = {
  day: (found: string | null) => `it is only for the birthday, ${itIs(found)}`,
  week: (found: string | null) => `it is only for the week of the birthday, ${itIs(found)}`,
  month: (found: string | null) => `it is only for the month of the birthday, ${itIs(found)}`,
};

/** Ordinals: 1st, 2nd, 3rd, 4th; 11th to 13th. */
function nth(number: string): string {
  const ending = /(?<!1)[123]$/.exec(number)?.[0];
  return number + (ending === '1' ? 'st' : ending === '2' ? 'nd' : ending === '3' ? 'rd' : 'th');
}

export const reasons = {
  method,
  notFired: (why: string) => `Did not apply: ${why}.`,
  miss: {
    base: 'nothing is left that counts, after refunds and vouchers',
    above: (wanted: string, found: string) => `the purchase must be above ${wanted}, and ${found} counted`,
    atLeast: (wanted: string, found: string) =>
      `the purchase must be ${wanted} or more, and ${found} counted`,
    atMost: (wanted: string, found: string) =>
      `it is only for purchases up to ${wanted}, and ${found} counted`,
    dates: (first: string, last: string, found: string) =>
      `it is only from ${first} to ${last}, and the purchase was on ${found}`,
    weekdays: (wanted: string, found: string) => `it is only for ${wanted}, and it was ${found}`,
    hours: (start: string, end: string, found: string) =>
      `it is only from ${start} to ${end}, and it was ${found}`,
    night: (end: string) => `(until ${end} it counts as the night of the day before)`,
    payment: (wanted: string, found: string | null) => `it is only for paying by ${wanted}, ${butWas(found)}`,
    brand: (wanted: string, found: string | null) => `it is only for the brand ${wanted}, ${butWas(found)}`,
    terminal: (wanted: string, found: string | null) =>
      `it is only for the machine ${wanted}, ${butWas(found)}`,
    acquirer: (wanted: string, found: string | null) =>
      `it is only for machines of ${wanted}, ${butWas(found)}`,
    store: (wanted: string, found: string | null) => `it is only for the store ${wanted}, ${butWas(found)}`,
    included: (wanted: string, found: string | null) => `it is only for ${wanted}, ${butHad(found)}`,
    excluded: (wanted: string, found: string | null) => `it is not for ${wanted}, ${butHad(found)}`,
    first: (found: string) => `it is only for the first purchase, and this is the ${nth(found)}`,
    nth: (wanted: string, found: string) =>
      `it is only for the ${nth(wanted)} purchase, and this is the ${nth(found)}`,
    away: (wanted: string, found: string | null) =>
      found === null
        ? `it is only after ${wanted} without a purchase, and there was none before`
        : `it is only after ${wanted} without a purchase, and it has been ${found}`,
    birthday,
    tier: (wanted: string, found: string | null) =>
      `it is only for the tier ${wanted}, ${found === null ? 'and the customer has no tier yet' : `and the customer’s is ${found}`}`,
    labels: (wanted: string, found: string | null) =>
      `it is only for customers labelled ${wanted}, ${found === null ? 'and the customer has no label' : `and the customer has: ${found}`}`,
  },
  step: {
    items: (part: string, whole: string) => `${part} of ${whole} counts`,
    percent: (percent: string, of: string, gives: string) => `${percent} of ${of} is ${gives}`,
    perAmount: (points: string, per: string, of: string, gives: string) =>
      `${points} for each ${per} of ${of} is ${gives}`,
    fixed: (gives: string) => `it gives ${gives}`,
    multiplied: (gives: string) => `multiplied, it is ${gives}`,
    multiplies: {
      cashback: (times: string) => `multiplies the cashback by ${times}`,
      points: (times: string) => `multiplies the points by ${times}`,
    },
    limit: (most: string) => `the limit is ${most} a purchase`,
    day: (most: string, left: string) => `${left} is left of the limit of ${most} a day`,
    week: (most: string, left: string) => `${left} is left of the limit of ${most} a week`,
    month: (most: string, left: string) => `${left} is left of the limit of ${most} a month`,
    budget: (most: string, left: string) => `${left} is left of the rule’s budget of ${most}`,
    budgetSpent: (most: string) => `the rule’s budget of ${most} no longer covers this voucher`,
    best: 'another rule gives more, and only the best counts',
    sale: (gives: string) => `it is kept at ${gives}, so that cashback is not more than the purchase`,
    round: (gives: string) => `rounded, ${gives}`,
    stamp: (stamp: string, of: string) => `stamp ${stamp} of ${of}`,
    voucher: (worth: string) => `it gives a voucher of ${worth}`,
    voucherPercent: (percent: string, most: string | null) =>
      `it gives a voucher of ${percent} of the purchase${most === null ? '' : `, up to ${most}`}`,
    voucherItem: (item: string) => `it gives a voucher for ${item}`,
  },
};
