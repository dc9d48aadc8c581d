import { z } from 'zod';
import {
  likelyUnclaimed,
  lockSalesOfShop,
  recordSale as record,
  toldJustNow,
  type CounterSale,
  type Language,
} from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { formatIn, phoneText } from '../../../messages';
import { hear, isWish, personIn } from '../../../conversation/hearing';
import { isNo, parseBrazilianPhone } from '../../../understand';
import { amountFault, confirmed, isPurchase, readAmount, staffOf } from '../../answers';
import { whichOne, whoseOf } from '../customers/whose';
import { linkTo } from './link-sale';

const pending = z.object({
  cents: z.int(),
  phone: z.string(),
  key: z.string(),
  /** The same sale of just now that the question told of. */
  told: z.string().nullable().default(null),
});
const orLink = pending.extend({ sale: z.object({ id: z.string(), occurredAt: z.number(), cents: z.int() }) });

/** What has been said of it. */
const known = z.object({
  amount_cents: z.int().optional(),
  phone: z.string().optional(),
  customer: z.string().optional(),
});
const SALE: Record<Language, string> = { pt: 'venda', en: 'sale', es: 'venta' };

/** The sale is none that the machine told of. */
const ANOTHER = /^\s*(?:(?:outra|nova|otra|nueva)(?: vend?ta?)?|another(?: one)?|new(?: one)?)\s*[.!]?\s*$/i;

export const recordSale: Command = {
  name: 'record-sale',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '[(registrar|registra|lancar|lanca|anotar)] [(a|uma|nova)] venda [de] {amount_cents} [(para|pra|pro|do|da|de)] [(o|a)] [(cliente|telefone)] ({phone}|{customer} [{phone}])',
      '(vendi|vende|vender) {amount_cents} (para|pra|pro) [(o|a)] [(cliente|telefone)] ({phone}|{customer} [{phone}])',
      '(registrar|registra|lancar|lanca|anotar) [(a|uma|nova)] venda [[de] {amount_cents}]',
      'venda [[de] {amount_cents}]',
    ],
    en: [
      '[(record|enter|register)] [(a|the|new)] sale [(of|for)] {amount_cents} [(to|for|of)] [(customer|phone)] ({phone}|{customer} [{phone}])',
      '(record|enter|register) [(a|the|new)] sale [[(of|for)] {amount_cents}]',
      'sale [[of] {amount_cents}]',
    ],
    es: [
      '[(registrar|registra|cargar|anotar)] [(la|una|nueva)] venta [de] {amount_cents} [(para|del|de|a)] [(cliente|telefono)] ({phone}|{customer} [{phone}])',
      '(registrar|registra|cargar|anotar) [(la|una|nueva)] venta [[de] {amount_cents}]',
      'venta [[de] {amount_cents}]',
    ],
  },
  examples: {
    pt: [
      { says: 'venda 52,90 11 98888-0001', args: { amount_cents: 5290, phone: '+5511988880001' } },
      { says: 'registrar venda', args: {} },
      {
        says: 'registrar venda de R$ 50 para 11 98888-0001',
        args: { amount_cents: 5000, phone: '+5511988880001' },
      },
    ],
    en: [
      { says: 'sale 52.90 11 98888-0001', args: { amount_cents: 5290, phone: '+5511988880001' } },
      { says: 'record a sale', args: {} },
    ],
    es: [
      { says: 'venta 52,90 11 98888-0001', args: { amount_cents: 5290, phone: '+5511988880001' } },
      { says: 'registrar venta', args: {} },
    ],
  },
  handle: (turn, args) => propose(turn, args),
  steps: {
    which: whichOne((turn, args) => propose(turn, args)),
    // What is still missing, said without the word that begins it.
    rest: async (turn, text, data) => {
      if (isNo(text, turn.lang)) return { text: turn.say.cancelled };
      if (isWish(turn, text)) return null;
      const said = heardRest(turn, text);
      return said === null ? null : propose(turn, withRest(known.parse(data), said));
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => recorded(turn, pending.parse(data))),
    link: (turn, text, data) => {
      const { sale, ...wish } = orLink.parse(data);
      if (ANOTHER.test(text)) return recorded(turn, { ...wish, isAnother: true });
      return confirmed(turn, text, () => linkTo(turn, { sale, phone: wish.phone, told: false }));
    },
  },
};

/** Whose it is was said last by a name or by a phone, and no longer by the other. */
function withRest({ amount_cents, ...whose }: z.infer<typeof known>, said: Args): Args {
  const saysWhose = said.phone !== undefined || said.customer !== undefined;
  return { amount_cents, ...(saysWhose ? {} : whose), ...said };
}

/** The amount, the phone or whose it is; null where it is neither. */
function heardRest(turn: Turn, text: string): Args | null {
  const phone = parseBrazilianPhone(text.trim());
  if (phone !== null) return { phone };
  const cents = readAmount(turn, text);
  if (cents !== null) return cents === 'unclear' ? { unclear: text } : { amount_cents: cents };
  const customer = personIn(turn, text);
  if (customer !== null) return { customer };
  const { intent, args } = hear(turn, `${SALE[turn.lang]} ${text}`);
  return intent === 'record-sale' && Object.keys(args).length > 0 ? args : null;
}

async function propose(turn: Turn, args: Args): Promise<Reply> {
  const { amount_cents: cents, phone: said, customer } = args;
  const say = turn.say.counter.record;
  const fault = amountFault(turn, args);
  const isNoSale = cents !== undefined && !isPurchase(cents);
  const rest = (text: string): Reply => ({
    text,
    ask: { step: 'rest', data: { phone: said, customer, ...(isNoSale ? {} : { amount_cents: cents }) } },
  });
  if (fault !== null) return rest(fault);
  if (isNoSale) return rest(say.tooLarge);
  const whose = await whoseOf(turn, args);
  if (whose === null) return rest(cents === undefined ? say.how : say.whose);
  if ('reply' in whose) return whose.reply.ask === undefined ? whoIsNot(args, whose.reply) : whose.reply;
  const { phone, who, name } = whose;
  if (cents === undefined) return rest(say.howMuch);
  const { money } = formatIn(turn.lang, turn.shop.zone);
  const key = turn.messageId;
  const again = await toldJustNow(turn.work, { cents, phone });
  if (again !== null) return askAgain(turn, { cents, phone, key }, again, who);
  const sale = await likelyUnclaimed(turn.work, cents);
  if (sale !== null) return askToLink(turn, { cents, phone, key }, sale, who);
  return {
    text: say.ask(money(cents), who),
    ask: {
      step: 'confirm',
      data: { cents, phone, key },
      args: { amount_cents: cents, phone, ...(name !== null && { customer: name }) },
    },
  };
}

/** Nobody, or too many, are called so: whose it is is asked for again. */
const whoIsNot = ({ amount_cents }: Args, { text }: Reply): Reply => ({
  text,
  ask: { step: 'rest', data: { amount_cents } },
});

/** The machine has told of one that nobody has. */
function askToLink(turn: Turn, wish: Wish, sale: CounterSale, who = phoneText(wish.phone)): Reply {
  const { money, time } = formatIn(turn.lang, turn.shop.zone);
  const text = turn.say.counter.record.askLink(money(wish.cents), time(sale.occurredAt), who);
  const args = { amount_cents: wish.cents, phone: wish.phone };
  return { text, ask: { step: 'link', data: { ...wish, sale }, args } };
}

type Wish = Pick<z.infer<typeof pending>, 'cents' | 'phone' | 'key'>;

/** Two of the team often see to one customer. */
function askAgain(
  turn: Turn,
  wish: Wish,
  same: { id: string; occurredAt: number },
  who = phoneText(wish.phone),
): Reply {
  const { money, time } = formatIn(turn.lang, turn.shop.zone);
  const text = turn.say.counter.record.askAgain(money(wish.cents), time(same.occurredAt), who);
  const args = { amount_cents: wish.cents, phone: wish.phone };
  return { text, ask: { step: 'confirm', data: { ...wish, told: same.id }, args } };
}

/** `isAnother`: it is none that the machine has told of. */
async function recorded(
  turn: Turn,
  { told, isAnother = false, ...wish }: z.infer<typeof pending> & { isAnother?: boolean },
): Promise<Reply> {
  const { cents, phone, key } = wish;
  // Whoever asked at the same time has recorded it by now.
  await lockSalesOfShop(turn.work);
  const same = await toldJustNow(turn.work, wish);
  if (same !== null && same.id !== told) return askAgain(turn, wish, same);
  const unclaimed = isAnother || same !== null ? null : await likelyUnclaimed(turn.work, cents);
  if (unclaimed !== null) return askToLink(turn, wish, unclaimed);
  await record(turn.work, { cents, phone, by: staffOf(turn), key });
  const { money } = formatIn(turn.lang, turn.shop.zone);
  return { text: turn.say.counter.record.done(money(cents), phoneText(phone), turn.shop.state === 'active') };
}
