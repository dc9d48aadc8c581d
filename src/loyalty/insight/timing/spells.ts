import type { Histories } from '../repurchase/histories';

/** How long the message waits for a customer who then buys of their own accord: right means they did not. */
export const RIGHT_DAYS = 90;

/** A purchase and the silence after it. */
export interface Spell {
  /** Purchase days before this one. */
  readonly repeats: number;
  /** Days from the first purchase to this one. */
  readonly recency: number;
  readonly day: number;
  /** The day of the next purchase, Infinity while there is none. */
  readonly next: number;
}

/** Contacts that a trigger would have made, and how many of them went to customers who would not have come anyway. */
export interface Tally {
  readonly contacts: number;
  readonly right: number;
}

export const precisionOf = ({ contacts, right }: Tally): number | null =>
  contacts === 0 ? null : right / contacts;

/** All spells of the customers whose index leaves this rest in steps of `step`. */
export function spellsOf({ starts, days }: Histories, step = 1, rest = 0): Spell[] {
  const spells: Spell[] = [];
  for (let customer = rest; customer + 1 < starts.length; customer += step) {
    const [from, to] = [starts[customer]!, starts[customer + 1]!];
    for (let i = from; i < to; i++)
      spells.push({
        repeats: i - from,
        recency: days[i]! - days[from]!,
        day: days[i]!,
        next: i + 1 < to ? days[i + 1]! : Infinity,
      });
  }
  return spells;
}

/**
 * What a trigger would have done on a known past. Contacts count whose 90 days have passed by `lastDay`; who bought on
 * the very day or before it is not contacted.
 */
export function tally(
  spells: readonly Spell[],
  lastDay: number,
  silenceOf: (spell: Spell) => number | null,
): Tally {
  let [contacts, right] = [0, 0];
  for (const spell of spells) {
    const silence = silenceOf(spell);
    if (silence === null || silence > longestContact(spell, lastDay)) continue;
    contacts++;
    if (silence <= longestRight(spell, lastDay)) right++;
  }
  return { contacts, right };
}

/**
 * What a fixed number of days would have done, that number being chosen so that it makes as many contacts as asked.
 * Between two whole numbers of days the tally is interpolated, since counts go in steps. With more contacts asked than
 * `fewestDays` makes, that many days are taken.
 */
export function fixedAtEqualContacts(
  spells: readonly Spell[],
  lastDay: number,
  contacts: number,
  fewestDays: number,
): Tally & { readonly days: number } {
  const contacted = reverseCumulative(spells, (spell) => longestContact(spell, lastDay));
  const right = reverseCumulative(spells, (spell) => longestRight(spell, lastDay));
  let days = fewestDays;
  while ((contacted[days + 1] ?? 0) >= contacts && days < contacted.length) days++;
  const [many, few] = [contacted[days] ?? 0, contacted[days + 1] ?? 0];
  if (many <= contacts) return { days, contacts: many, right: right[days] ?? 0 };
  const share = (many - contacts) / (many - few);
  return { days, contacts, right: (1 - share) * (right[days] ?? 0) + share * (right[days + 1] ?? 0) };
}

/** The longest silence after which a contact would still have been made, its outcome being known. */
function longestContact({ day, next }: Spell, lastDay: number): number {
  return Math.min(next - day - 1, lastDay - RIGHT_DAYS - day);
}

function longestRight(spell: Spell, lastDay: number): number {
  return Math.min(longestContact(spell, lastDay), spell.next - spell.day - RIGHT_DAYS - 1);
}

/** At each number of days, how many spells reach it. */
function reverseCumulative(spells: readonly Spell[], reach: (spell: Spell) => number): number[] {
  const counts: number[] = [];
  for (const spell of spells) {
    const longest = reach(spell);
    if (longest >= 0) counts[longest] = (counts[longest] ?? 0) + 1;
  }
  let sum = 0;
  for (let days = counts.length - 1; days >= 0; days--) counts[days] = sum += counts[days] ?? 0;
  return counts;
}
