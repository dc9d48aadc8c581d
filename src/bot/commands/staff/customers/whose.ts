import { z } from 'zod';
import { customerBy, customersNamed, loadCustomer } from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { cleanName, phoneText } from '../../../messages';
import { parseBrazilianPhone } from '../../../understand';
import { readNumber } from '../../answers';

const MOST_LISTED = 6;
const LAST_DIGITS = 4;
const listed = z.object({
  phones: z.array(z.string()),
  args: z.custom<Args>(),
});

/** Whose phone it is, and how they are called in a question about them. */
interface Whose {
  phone: string;
  who: string;
  /** Null where the phone alone was said. */
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
  if (phone !== undefined) return atPhone(turn, phone, name !== null);
  if (name === null) return null;
  const { named: say } = turn.say.customers;
  const found = await customersNamed(turn.work, name, MOST_LISTED + 1);
  const [only, ...others] = found;
  if (only === undefined) return { reply: { text: say.none(name) } };
  if (others.length === 0) return atPhone(turn, only.phone, true);
  if (found.length > MOST_LISTED) return { reply: { text: say.tooMany(name) } };
  const lines = found.map((one, i) =>
    say.line(i + 1, cleanName(one.name) ?? name, one.phone.slice(-LAST_DIGITS)),
  );
  const data = { phones: found.map((one) => one.phone), args } satisfies z.infer<typeof listed>;
  return { reply: { text: say.which(name, lines.join('\n')), ask: { step: 'which', data } } };
}

/** By the name that the shop has with the phone, whatever name was said with it: a yes is to who it truly is. */
async function atPhone({ work }: Turn, phone: string, isNamed: boolean): Promise<Whose> {
  const id = isNamed ? await customerBy(work, { kind: 'phone', value: phone }) : null;
  const name = id === null ? null : cleanName((await loadCustomer(work, id)).name ?? '');
  return { phone, name, who: whoText(phone, name) };
}

/** The step `which` of a command that asks whose by `whoseOf`: a number of the list, or a phone or its end. */
export const whichOne =
  (handle: Command['handle']): NonNullable<Command['steps']>[string] =>
  async (turn, text, data) => {
    const { phones, args } = listed.parse(data);
    const said = text.trim();
    const ending = /^\d{4}$/.test(said) ? phones.filter((one) => one.endsWith(said)) : [];
    const number = readNumber(text);
    const phone =
      (ending.length === 1 ? ending[0] : undefined) ??
      phones.find((one) => one === parseBrazilianPhone(said)) ??
      phones[(number ?? 0) - 1];
    if (phone !== undefined) return handle(turn, { ...args, phone });
    return number === null
      ? null
      : { text: turn.say.numberFrom(phones.length), ask: { step: 'which', data } };
  };
