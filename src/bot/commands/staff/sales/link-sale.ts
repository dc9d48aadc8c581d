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

/** As many as a person can choose from. */
const MOST = 9;

const sale = z.object({ id: z.string(), occurredAt: z.number(), cents: z.int() });
const choosing = z.object({ phone: z.string(), sales: z.array(sale) });
const pending = z.object({
  phone: z.string(),
  sale,
  /** The question told that it would count twice. */
  told: z.boolean().default(false),
});

const WISH = { pt: 'vincular venda', en: 'link sale', es: 'vincular venta' };

export const linkSale: Command = {
  name: 'link-sale',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '(vincular|vincula|ligar|atribuir) [(a|uma)] venda [{reference} [(a|ao|para|para o|com)] [(cliente|telefone)] {phone}]',
    ],
    en: ['(link|assign) [(the|a)] sale [{reference} [(to|with)] [(customer|phone)] {phone}]'],
    es: [
      '(vincular|vincula|asignar) [(la|una)] venta [{reference} [(a|al|para|con)] [(cliente|telefono)] {phone}]',
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
  async handle(turn, { reference, phone }) {
    const say = turn.say.counter.link;
    if (reference === undefined || phone === undefined)
      return { text: say.how, ask: { step: 'rest', data: {} } };
    const found = (await salesToLink(turn.work, reference)).slice(0, MOST);
    const [only] = found;
    if (only === undefined) return { text: say.notFound((await currentSettings(turn.work)).claim_days) };
    return found.length === 1 ? askToLink(turn, only, phone) : askWhich(turn, found, phone);
  },
  steps: {
    rest: async (turn, text) => {
      const said = restOf(turn, text, 'link-sale', WISH);
      return said && linkSale.handle(turn, said);
    },
    which: (turn, text, data) => {
      const { sales, phone } = choosing.parse(data);
      const number = readNumber(text);
      if (number === null) return Promise.resolve(null);
      const chosen = sales[number - 1];
      const again = { text: turn.say.numberFrom(sales.length), ask: { step: 'which', data } };
      return chosen === undefined ? Promise.resolve(again) : askToLink(turn, chosen, phone);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => linkTo(turn, pending.parse(data))),
  },
};

type Named = Pick<Unclaimed, 'id' | 'occurredAt' | 'cents'>;

async function askToLink(turn: Turn, { id, occurredAt, cents }: Named, phone: string): Promise<Reply> {
  const { money, day, time } = formatIn(turn.lang, turn.shop.zone);
  const say = turn.say.counter.link;
  const question = say.ask(money(cents), day(occurredAt), time(occurredAt), phoneText(phone));
  const isCounted = await isCountedFor(turn.work, phone, { id, occurredAt, cents });
  return {
    text: isCounted ? `${say.byHand}\n${question}` : question,
    ask: { step: 'confirm', data: { phone, sale: { id, occurredAt, cents }, told: isCounted } },
  };
}

function askWhich(turn: Turn, found: readonly Unclaimed[], phone: string): Reply {
  const { money, day, time } = formatIn(turn.lang, turn.shop.zone);
  const say = turn.say.counter.link;
  const lines = found.map(({ occurredAt, cents }, i) =>
    say.line(i + 1, money(cents), day(occurredAt), time(occurredAt)),
  );
  const sales = found.map(({ id, occurredAt, cents }) => ({ id, occurredAt, cents }));
  return { text: say.which(lines.join('\n')), ask: { step: 'which', data: { phone, sales } } };
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
  if (!told && (await isCountedFor(work, phone, meant))) return askToLink(turn, meant, phone);
  const linked = await link(work, { sale: meant, phone, by: staffOf(turn), messageId });
  if (!linked.ok) return { text: say.taken };
  const gave = await explainSale(work, meant.id);
  const earns = gave !== null && !gaveNothing(gave);
  return { text: say.done(formatIn(lang, shop.zone).money(meant.cents), phoneText(phone), earns) };
}
