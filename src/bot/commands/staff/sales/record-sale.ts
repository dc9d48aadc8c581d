import { z } from 'zod';
import { likelyUnclaimed, lockSalesOfShop, toldJustNow, recordSale as record } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn, phoneText } from '../../../messages';
import { amountFault, confirmed, isPurchase, staffOf } from '../../answers';
import { linkTo } from './link-sale';

const pending = z.object({
  cents: z.int(),
  phone: z.string(),
  key: z.string(),
  /** The same sale of just now that the question told of. */
  told: z.string().nullable().default(null),
});
const orLink = pending.extend({ sale: z.object({ id: z.string(), occurredAt: z.number(), cents: z.int() }) });

/** The sale is none that the machine told of. */
const ANOTHER = /^\s*(?:(?:outra|nova|otra|nueva)(?: vend?ta?)?|another(?: one)?|new(?: one)?)\s*[.!]?\s*$/i;

export const recordSale: Command = {
  name: 'record-sale',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '[(registrar|registra|lancar|lanca|anotar)] [(a|uma|nova)] venda [de] {amount_cents} [(para|pra|do|da|de)] [(cliente|telefone)] {phone}',
      '(registrar|registra|lancar|lanca|anotar) [(a|uma|nova)] venda',
    ],
    en: [
      '[(record|enter|register)] [(a|the|new)] sale [(of|for)] {amount_cents} [(to|for|of)] [(customer|phone)] {phone}',
      '(record|enter|register) [(a|the|new)] sale',
    ],
    es: [
      '[(registrar|registra|cargar|anotar)] [(la|una|nueva)] venta [de] {amount_cents} [(para|del|de|a)] [(cliente|telefono)] {phone}',
      '(registrar|registra|cargar|anotar) [(la|una|nueva)] venta',
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
  async handle(turn, args) {
    const { amount_cents: cents, phone } = args;
    const say = turn.say.counter.record;
    if (phone === undefined) return { text: amountFault(turn, args) ?? say.how };
    if (cents === undefined || !isPurchase(cents)) return { text: amountFault(turn, args) ?? say.tooLarge };
    const { money, time } = formatIn(turn.lang, turn.shop.zone);
    const key = turn.messageId;
    const again = await toldJustNow(turn.work, { cents, phone });
    if (again !== null) return askAgain(turn, { cents, phone, key }, again);
    const sale = await likelyUnclaimed(turn.work, cents);
    if (sale === null)
      return {
        text: say.ask(money(cents), phoneText(phone)),
        ask: { step: 'confirm', data: { cents, phone, key } },
      };
    return {
      text: say.askLink(money(cents), time(sale.occurredAt), phoneText(phone)),
      ask: { step: 'link', data: { cents, phone, key, sale } },
    };
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => recorded(turn, pending.parse(data))),
    link: (turn, text, data) => {
      const { sale, ...wish } = orLink.parse(data);
      if (ANOTHER.test(text)) return recorded(turn, wish);
      return confirmed(turn, text, () => linkTo(turn, { sale, phone: wish.phone }));
    },
  },
};

type Wish = Pick<z.infer<typeof pending>, 'cents' | 'phone' | 'key'>;

/** Two of the team often see to one customer. */
function askAgain(turn: Turn, wish: Wish, same: { id: string; occurredAt: number }): Reply {
  const { money, time } = formatIn(turn.lang, turn.shop.zone);
  const text = turn.say.counter.record.askAgain(
    money(wish.cents),
    time(same.occurredAt),
    phoneText(wish.phone),
  );
  return { text, ask: { step: 'confirm', data: { ...wish, told: same.id } } };
}

async function recorded(turn: Turn, { told, ...wish }: z.infer<typeof pending>): Promise<Reply> {
  const { cents, phone, key } = wish;
  // Whoever asked at the same time has recorded it by now.
  await lockSalesOfShop(turn.work);
  const same = await toldJustNow(turn.work, wish);
  if (same !== null && same.id !== told) return askAgain(turn, wish, same);
  await record(turn.work, { cents, phone, by: staffOf(turn), key });
  const { money } = formatIn(turn.lang, turn.shop.zone);
  return { text: turn.say.counter.record.done(money(cents), phoneText(phone), turn.shop.state === 'active') };
}
