import { customerBy, customersNamed, loadCustomer, type Instant, type Language } from '../../loyalty';
import { query } from '../../db/rows';
import type { Args, CommandName, Turn } from '../command';
import { parseBrazilianPhone, type Understood } from '../understand';
import { hear, isSure, personIn } from './hearing';

/** A name that every wish about a customer takes, in the place of the pronoun; nobody's, and handed on to nobody. */
const SOMEBODY = 'Bia';
/** These words where no others run into them, as a pattern. */
export const standing = (words: string): string => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`;
const whole = (words: string): RegExp => new RegExp(standing(words), 'giu');

/** How the team speaks of a customer whom they have named before, and what stands there with a name. */
const PRONOUNS: Record<Language, readonly (readonly [said: RegExp, named: string])[]> = {
  pt: [
    [whole('d(?:el[ae]|(?:ess|est)[ae] cliente|[ao] mesm[ao](?: cliente)?)'), `da ${SOMEBODY}`],
    [whole('el[ae]|(?:ess|est)[ae] cliente|[ao] mesm[ao] cliente'), SOMEBODY],
  ],
  en: [
    [whole(String.raw`(?:her|his|their)(?=\s+(?:last\s+)?[a-z]+\s*[?.!]*$)`), `${SOMEBODY}’s`],
    [whole('s?he|her|him|th(?:is|at) customer|the same customer'), SOMEBODY],
  ],
  es: [
    [
      /(?<!\p{L})sus?\s+(saldo|puntos|vales|historial|compras|extracto|ficha)(?!\p{L})/giu,
      `$1 de ${SOMEBODY}`,
    ],
    [whole('ella|él|es[ea] client[ea]|est[ea] client[ea]|(?:el mismo|la misma) client[ea]'), SOMEBODY],
  ],
};

/** `e os vales dela?` */
const AND = /^\s*(?:e|y|and|mas|pero|but)\s+/iu;

/** A wish about a customer without their name; null where it is none. */
export function wishOfSpokenOf(turn: Turn, text: string): Understood | null {
  if (turn.speaker.staff === null) return null;
  const [found] = PRONOUNS[turn.lang].filter(([said]) => text.search(said) >= 0);
  if (found === undefined) return null;
  const heard = hear(turn, text.replace(AND, '').replaceAll(...found));
  const isOfThem = heard.args.customer?.toLowerCase() === SOMEBODY.toLowerCase();
  return isSure(heard) && isOfThem ? heard : null;
}

/** What names a customer by a phone or a name. */
const OF_CUSTOMERS: ReadonlySet<Understood['intent']> = new Set<CommandName>([
  'customer',
  'adjust',
  'block-customer',
  'record-sale',
  'void-sale',
  'link-sale',
  'cancel-voucher',
]);
export const REMEMBERED_MS = 30 * 60_000;
const MESSAGES = 20;

/** What was said and answered in this chat lately, the latest first. */
export const saidLately = ({ work, chatId, now }: Turn): Promise<{ body: string; sent_at: Instant }[]> =>
  query(
    work,
    `SELECT body, sent_at FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id = ? AND kind = 'text' AND handled_at IS NOT NULL AND sent_at > ?
     ORDER BY seq DESC LIMIT ?`,
    [chatId, new Date(now - REMEMBERED_MS), MESSAGES],
  );

/** The customer whom the latest message of this chat named; null where none did lately. */
export async function lastSpokenOf(turn: Turn): Promise<Pick<Args, 'phone' | 'customer'> | null> {
  for (const { body } of await saidLately(turn)) {
    const named = await namedIn(turn, body);
    if (named !== null) return named;
  }
  return null;
}

async function namedIn(turn: Turn, body: string): Promise<Pick<Args, 'phone' | 'customer'> | null> {
  const { intent, args } = hear(turn, body);
  const phone = OF_CUSTOMERS.has(intent) ? args.phone : (parseBrazilianPhone(body.trim()) ?? undefined);
  if (phone !== undefined) {
    const customer = args.customer ?? (await nameAt(turn, phone));
    return { phone, ...(customer !== null && { customer }) };
  }
  if (OF_CUSTOMERS.has(intent) && args.customer !== undefined) return { customer: args.customer };
  const person = personIn(turn, body);
  const isThere = person !== null && (await customersNamed(turn.work, person, 1)).length > 0;
  return isThere ? { customer: person } : null;
}

/** As the shop calls who has this phone; null where it knows no name. */
async function nameAt({ work }: Turn, phone: string): Promise<string | null> {
  const id = await customerBy(work, { kind: 'phone', value: phone });
  return id === null ? null : (await loadCustomer(work, id)).name;
}

/** Whether a message is about a customer. */
export const isOfCustomer = ({ intent, args }: Understood): boolean =>
  OF_CUSTOMERS.has(intent) && (args.phone !== undefined || args.customer !== undefined);
