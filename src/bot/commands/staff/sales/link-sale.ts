import { z } from 'zod';
import {
  currentSettings,
  explainSale,
  gaveNothing,
  isCountedFor,
  linkSale as link,
  lockSalesOfShop,
  salesToLink,
  type Unclaimed,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn, phoneText } from '../../../messages';
import { confirmed, readNumber, staffOf } from '../../answers';
import { restOf } from '../../rest';
import { whichOne, whoseOf } from '../customers/whose';

/** As many as a person can choose from. */
const MOST = 9;

const sale = z.object({ id: z.string(), occurredAt: z.number(), cents: z.int() });
const choosing = z.object({ phone: z.string(), who: z.string().optional(), sales: z.array(sale) });
const pending = z.object({
  phone: z.string(),
  sale,
  /** The question told that it would count twice. */
  told: z.boolean().default(false),
});

/** What has been said of it. */
const known = z.object({
  reference: z.string().optional(),
  phone: z.string().optional(),
  customer: z.string().optional(),
});
const WISH = { pt: 'vincular venda', en: 'link sale', es: 'vincular venta' };

export const linkSale: Command = {
  name: 'link-sale',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '(vincular|vincula|ligar|liga|atribuir) [(a|uma)] venda [{reference}] [(a|ao|da|do|de|para|com)] [(o|a)] [(cliente|telefone)] ({phone}|{customer} [{phone}])',
      '(vincular|vincula|ligar|liga|atribuir) [(a|uma)] venda [{reference}]',
    ],
    en: [
      '(link|assign) [(the|a)] sale [{reference}] [(to|with|of)] [the] [(customer|phone)] ({phone}|{customer} [{phone}])',
      '(link|assign) [(the|a)] sale [{reference}]',
    ],
    es: [
      '(vincular|vincula|asignar|asigna) [(la|una)] venta [{reference}] [(a|al|a la|de|para|con)] [(cliente|telefono)] ({phone}|{customer} [{phone}])',
      '(vincular|vincula|asignar|asigna) [(la|una)] venta [{reference}]',
    ],
  },
  examples: {
    pt: [
      {
        says: 'vincular venda 123456 11 98888-0001',
        args: { reference: '123456', phone: '+5511988880001' },
      },
      { says: 'vincular venda', args: {} },
    ],
    en: [
      { says: 'link sale 123456 11 98888-0001', args: { reference: '123456', phone: '+5511988880001' } },
      { says: 'link a sale', args: {} },
    ],
    es: [
      {
        says: 'vincular venta 123456 11 98888-0001',
        args: { reference: '123456', phone: '+5511988880001' },
      },
      { says: 'vincular venta', args: {} },
    ],
  },
  async handle(turn, args) {
    const say = turn.say.counter.link;
    const { reference, phone, customer } = args;
    const rest = (text: string, data: z.infer<typeof known>): Reply => ({
      text,
      ask: { step: 'rest', data },
    });
    if (reference === undefined) return rest(say.how, { phone, customer });
    const whose = await whoseOf(turn, args);
    if (whose === null) return rest(turn.say.counter.record.whose, { reference });
    if ('reply' in whose)
      return whose.reply.ask === undefined ? rest(whose.reply.text, { reference }) : whose.reply;
    const found = (await salesToLink(turn.work, reference)).slice(0, MOST);
    const [only] = found;
    if (only === undefined) return { text: say.notFound((await currentSettings(turn.work)).claim_days) };
    return found.length === 1 ? askToLink(turn, only, whose) : askWhich(turn, found, whose);
  },
  steps: {
    // Which customer, or which sale of a list.
    which: (turn, text, data) => ('sales' in data ? pickSale : pickCustomer)(turn, text, data),
    rest: async (turn, text, data) => {
      const said = restOf(turn, text, 'link-sale', WISH);
      return said && linkSale.handle(turn, { ...known.parse(data), ...said });
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => linkTo(turn, pending.parse(data))),
  },
};

type Step = NonNullable<Command['steps']>[string];
const pickCustomer: Step = whichOne((turn, args) => linkSale.handle(turn, args));
const pickSale: Step = async (turn, text, data) => {
  const { sales, phone, who = phoneText(phone) } = choosing.parse(data);
  const number = readNumber(text);
  if (number === null) return null;
  const chosen = sales[number - 1];
  if (chosen === undefined) return { text: turn.say.numberFrom(sales.length), ask: { step: 'which', data } };
  return askToLink(turn, chosen, { phone, who });
};

type Named = Pick<Unclaimed, 'id' | 'occurredAt' | 'cents'>;
type Whose = { phone: string; who: string };

async function askToLink(
  turn: Turn,
  { id, occurredAt, cents }: Named,
  { phone, who }: Whose,
): Promise<Reply> {
  const { money, day, time } = formatIn(turn.lang, turn.shop.zone);
  const say = turn.say.counter.link;
  const question = say.ask(money(cents), day(occurredAt), time(occurredAt), who);
  const isCounted = await isCountedFor(turn.work, phone, { id, occurredAt, cents });
  return {
    text: isCounted ? `${say.byHand}\n${question}` : question,
    ask: { step: 'confirm', data: { phone, sale: { id, occurredAt, cents }, told: isCounted } },
  };
}

function askWhich(turn: Turn, found: readonly Unclaimed[], { phone, who }: Whose): Reply {
  const { money, day, time } = formatIn(turn.lang, turn.shop.zone);
  const say = turn.say.counter.link;
  const lines = found.map(({ occurredAt, cents }, i) =>
    say.line(i + 1, money(cents), day(occurredAt), time(occurredAt)),
  );
  const sales = found.map(({ id, occurredAt, cents }) => ({ id, occurredAt, cents }));
  return { text: say.which(lines.join('\n')), ask: { step: 'which', data: { phone, who, sales } } };
}

/** The sale is the customer's from now on, where it is still nobody's. */
export async function linkTo(
  turn: Turn,
  { sale: meant, phone, told }: { sale: Named; phone: string; told: boolean },
): Promise<Reply> {
  const { work, messageId, lang, shop } = turn;
  const say = turn.say.counter.link;
  // Whoever recorded it by hand at the same time has done so by now.
  await lockSalesOfShop(work);
  if (!told && (await isCountedFor(work, phone, meant)))
    return askToLink(turn, meant, { phone, who: phoneText(phone) });
  const linked = await link(work, { sale: meant, phone, by: staffOf(turn), messageId });
  if (!linked.ok) return { text: say.taken };
  const gave = await explainSale(work, meant.id);
  const earns = gave !== null && !gaveNothing(gave);
  return { text: say.done(formatIn(lang, shop.zone).money(meant.cents), phoneText(phone), earns) };
}
