import { z } from 'zod';
import { customersNamed } from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { cleanName, phoneText } from '../../../messages';
import { parseBrazilianPhone } from '../../../understand';
import { readNumber } from '../../answers';

const MOST_LISTED = 6;
const LAST_DIGITS = 4;
const listed = z.object({
  people: z.array(z.object({ phone: z.string(), name: z.string() })),
  args: z.custom<Args>(),
});

/** Whose phone it is, and how they are called in a question about them. */
interface Whose {
  phone: string;
  who: string;
  /** Null where the phone was said. */
  name: string | null;
}

export const whoText = (phone: string, name: string | null): string =>
  name === null ? phoneText(phone) : `${name} (${phoneText(phone)})`;

/**
 * The customer whom a wish of the team names: by the phone as it stands, or by a name that one customer of the shop has.
 * Null where neither was said; otherwise what is asked or told instead, to be answered at the step `which`.
 */
export async function whoseOf(turn: Turn, args: Args): Promise<Whose | { reply: Reply } | null> {
  const { phone, customer } = args;
  const name = cleanName(customer ?? '');
  if (phone !== undefined) return { phone, name, who: whoText(phone, name) };
  if (name === null) return null;
  const { named: say } = turn.say.customers;
  const found = await customersNamed(turn.work, name, MOST_LISTED + 1);
  const [only, ...others] = found;
  if (only === undefined) return { reply: { text: say.none(name) } };
  const people = found.map((one) => ({ phone: one.phone, name: cleanName(one.name) ?? name }));
  if (others.length === 0) return whoseOf(turn, { phone: only.phone, customer: people[0]?.name ?? name });
  if (people.length > MOST_LISTED) return { reply: { text: say.tooMany(name) } };
  const lines = people.map((one, i) => say.line(i + 1, one.name, one.phone.slice(-LAST_DIGITS)));
  const data = { people, args } satisfies z.infer<typeof listed>;
  return { reply: { text: say.which(name, lines.join('\n')), ask: { step: 'which', data } } };
}

/** The step `which` of a command that asks whose by `whoseOf`: a number of the list, or a phone or its end. */
export const whichOne =
  (handle: Command['handle']): NonNullable<Command['steps']>[string] =>
  async (turn, text, data) => {
    const { people, args } = listed.parse(data);
    const said = text.trim();
    const ending = /^\d{4}$/.test(said) ? people.filter(({ phone }) => phone.endsWith(said)) : [];
    const number = readNumber(text);
    const picked =
      (ending.length === 1 ? ending[0] : undefined) ??
      people.find(({ phone }) => phone === parseBrazilianPhone(said)) ??
      people[(number ?? 0) - 1];
    if (picked !== undefined) return handle(turn, { ...args, phone: picked.phone, customer: picked.name });
    return number === null
      ? null
      : { text: turn.say.numberFrom(people.length), ask: { step: 'which', data } };
  };
