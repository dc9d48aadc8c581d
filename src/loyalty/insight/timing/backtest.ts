import { fitRepurchase, SHOP_PRIOR } from '../repurchase/fit';
import { groupEqual, summarize, type Histories } from '../repurchase/histories';
import { MIN_SILENCE, silenceUntilLate } from './due';
import { fixedAtEqualContacts, spellsOf, tally, type Tally } from './spells';

/** The model beside a fixed number of days on the shop's own past, at the same number of contacts. */
export interface TimingBacktest {
  readonly contacts: number;
  /** Contacts right (no purchase in the 90 days after) when the model chose the day. */
  readonly modelRight: number;
  /** The same for fixed days; may be a fraction, see `fixedAtEqualContacts`. */
  readonly fixedRight: number;
  /** The fixed days that make as many contacts, in the one half and in the other. */
  readonly fixedDays: readonly [number, number];
}

/** More customers or purchases than these are sampled, every so manieth customer, which bounds time and memory. */
const MAX_CUSTOMERS = 50_000;
const MAX_PURCHASES = 500_000;

/** The model's parameters come from one half of the customers, the contacts from the other, both ways. */
export function backtestTiming(histories: Histories, lastDay: number): TimingBacktest {
  const { starts, days } = histories;
  const step = 2 * Math.ceil(Math.max(1, starts.length / MAX_CUSTOMERS, days.length / MAX_PURCHASES));
  const [one, other] = [half(histories, step, 0, lastDay), half(histories, step, 1, lastDay)];
  const contacts = one.model.contacts + other.model.contacts;
  return {
    contacts,
    modelRight: one.model.right + other.model.right,
    fixedRight: one.fixed.right + other.fixed.right,
    fixedDays: [one.fixed.days, other.fixed.days],
  };
}

function half(
  histories: Histories,
  step: number,
  rest: number,
  lastDay: number,
): { model: Tally; fixed: Tally & { days: number } } {
  const fit = fitHalf(histories, lastDay, step, 1 - rest);
  const spells = spellsOf(histories, step, rest);
  const model = tally(spells, lastDay, (spell) => silenceUntilLate(fit.model, spell));
  return { model, fixed: fixedAtEqualContacts(spells, lastDay, model.contacts, MIN_SILENCE) };
}

/** MBG/NBD under the prior, of the customers whose index leaves this rest. */
export function fitHalf(histories: Histories, lastDay: number, step: number, rest: number) {
  const { customers, repeats, recency, age } = summarize(histories, lastDay);
  const isOfHalf = (_value: number, index: number) => customers[index]! % step === rest;
  const summaries = {
    customers: customers.filter(isOfHalf),
    repeats: repeats.filter(isOfHalf),
    recency: recency.filter(isOfHalf),
    age: age.filter(isOfHalf),
  };
  return fitRepurchase('mbg-nbd', groupEqual(summaries), SHOP_PRIOR);
}
