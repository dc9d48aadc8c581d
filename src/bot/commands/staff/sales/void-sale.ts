import { z } from 'zod';
import { recordedSale, voidSale as voidRecorded } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn, phoneText, refusalText } from '../../../messages';
import { amountFault, confirmed, staffOf } from '../../answers';
import { restOf } from '../../rest';
import { whichOne, whoseOf } from '../customers/whose';

const pending = z.object({ id: z.string(), phone: z.string() });

/** What has been said of it. */
const known = z.object({ amount_cents: z.int().optional() });
const WISH = { pt: 'estornar venda', en: 'void sale', es: 'anular venta' };

export const voidSale: Command = {
  name: 'void-sale',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '(estornar|estorna|cancelar|cancela|anular|anula) [(a|uma)] [ultima] venda [[de] [{amount_cents}] [(do|da|de|para)] [(cliente|telefone)] ({phone}|{customer} [{phone}])]',
      '(estornar|estorna|cancelar|cancela|anular|anula) [a] venda {reference}',
    ],
    en: [
      '(void|reverse|cancel) [(the|a)] [last] sale [[(of|for)] [{amount_cents}] [(of|to|for) [the]] [(customer|phone)] ({phone}|{customer} [{phone}])]',
      '(void|reverse|cancel) [the] [last] {customers} [last] sale',
      '(void|reverse|cancel|refund) [the] sale {reference}',
    ],
    es: [
      '(anular|anula|cancelar|cancela|revertir) [(la|una)] [ultima] venta [[de] [{amount_cents}] [(del|de|de la|para)] [(cliente|telefono)] ({phone}|{customer} [{phone}])]',
      '(anular|anula|cancelar|cancela|revertir) [la] venta {reference}',
    ],
  },
  examples: {
    pt: [
      {
        says: 'estornar venda 52,90 11 98888-0001',
        args: { amount_cents: 5290, phone: '+5511988880001' },
      },
      { says: 'estornar venda 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'estornar venda', args: {} },
    ],
    en: [
      { says: 'void sale 52.90 11 98888-0001', args: { amount_cents: 5290, phone: '+5511988880001' } },
      { says: 'void sale', args: {} },
    ],
    es: [
      { says: 'anular venta 52,90 11 98888-0001', args: { amount_cents: 5290, phone: '+5511988880001' } },
      { says: 'anular venta', args: {} },
    ],
  },
  async handle(turn, args) {
    const { amount_cents: cents } = args;
    const say = turn.say.counter.void;
    const fault = amountFault(turn, args);
    const whose = fault === null ? await whoseOf(turn, args) : null;
    if (whose === null)
      return {
        text: fault ?? say.how,
        ask: { step: 'rest', data: fault === null ? { amount_cents: cents } : {} },
      };
    if ('reply' in whose) return whose.reply;
    const { phone, who } = whose;
    const sale = await recordedSale(turn.work, { phone, cents: cents ?? null });
    if (sale === null) return { text: say.notFound };
    const { money, day, time } = formatIn(turn.lang, turn.shop.zone);
    return {
      text: say.ask(money(sale.cents), day(sale.occurredAt), time(sale.occurredAt), who),
      ask: { step: 'confirm', data: { id: sale.id, phone } },
    };
  },
  steps: {
    which: whichOne((turn, args) => voidSale.handle(turn, args)),
    rest: async (turn, text, data) => {
      const said = restOf(turn, text, 'void-sale', WISH);
      return said && voidSale.handle(turn, { ...known.parse(data), ...said });
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => voided(turn, pending.parse(data))),
  },
};

async function voided(turn: Turn, { id, phone }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop } = turn;
  const result = await voidRecorded(work, { id, by: staffOf(turn) });
  if (!result.ok) return { text: refusalText(result.refusal, { lang, zone: shop.zone }) };
  return {
    text: turn.say.counter.void.done(formatIn(lang, shop.zone).money(result.value.cents), phoneText(phone)),
  };
}
