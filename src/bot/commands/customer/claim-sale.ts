import { z } from 'zod';
import {
  claimSale as claim,
  explainSale,
  gaveNothing,
  mayAskForCard,
  rememberCard,
  type Language,
  type Receipt,
} from '../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../command';
import { formatIn, refusalText } from '../../messages';
import { isNo, parseTime } from '../../understand';
import { hear } from '../../conversation/hearing';
import { confirmed, isPurchase, readAmount, unclearAmount } from '../answers';

const named = z.object({ reference: z.string() });
const paid = z.object({ sale: z.string() });
const RECEIPT: Record<Language, string> = { pt: 'nota', en: 'receipt', es: 'recibo' };
const priced = z.object({ reference: z.string(), cents: z.int() });

export const claimSale: Command = {
  name: 'claim-sale',
  who: 'customer',
  risky: true,
  patterns: {
    pt: [
      '[(minha|a|tenho a|tenho uma|essa)] (nota|comprovante|cupom) [fiscal] [(numero|nsu|aut|chave)] [{reference} [(de|valor|no valor de|total de)] [{amount_cents}] [(as|hora|foi as) {from}]]',
      '(nsu|aut|autorizacao) {reference} [(de|valor|no valor de|total de)] [{amount_cents}] [(as|hora|foi as) {from}]',
    ],
    en: [
      '[(my|the|i have a|this)] receipt [(number|nsu|aut|key)] [{reference} [(of|for|amount)] [{amount_cents}] [at {from}]]',
      '(nsu|aut|authorization) {reference} [(of|for|amount)] [{amount_cents}] [at {from}]',
    ],
    es: [
      '[(mi|el|tengo un|este)] (recibo|comprobante|ticket) [fiscal] [(numero|nsu|aut|clave)] [{reference} [(de|valor|por valor de)] [{amount_cents}] [a las {from}]]',
      '(nsu|aut|autorizacion) {reference} [(de|valor|por valor de)] [{amount_cents}] [a las {from}]',
    ],
  },
  examples: {
    pt: [
      { says: 'nota 123456 52,90', args: { reference: '123456', amount_cents: 5290 } },
      { says: 'minha nota', args: {} },
      {
        says: 'NSU 000731 de R$ 99,90 às 14:31',
        args: { reference: '000731', amount_cents: 9990, from: '14:31' },
      },
    ],
    en: [
      { says: 'receipt 123456 52.90', args: { reference: '123456', amount_cents: 5290 } },
      { says: 'my receipt', args: {} },
      {
        says: 'AUT A1B2C3 of R$ 99.90 at 14:31',
        args: { reference: 'A1B2C3', amount_cents: 9990, from: '14:31' },
      },
    ],
    es: [
      { says: 'recibo 123456 52,90', args: { reference: '123456', amount_cents: 5290 } },
      { says: 'mi recibo', args: {} },
      {
        says: 'NSU 000731 de R$ 99,90 a las 14:31',
        args: { reference: '000731', amount_cents: 9990, from: '14:31' },
      },
    ],
  },
  handle: (turn, { reference, amount_cents: cents, from }) => {
    const say = turn.say.counter.claim;
    if (reference === undefined)
      return Promise.resolve({ text: say.how, ask: { step: 'receipt', data: {} } });
    if (cents === undefined) return Promise.resolve(askAmount(say.howMuch, reference));
    return attempt(turn, { reference, cents, minuteOfDay: minutesOf(from) }, 'typed');
  },
  steps: {
    // What is on the receipt, said without the word that begins it.
    receipt: (turn, text) => readReceipt(turn, text),
    amount: (turn, text, data) => {
      const { reference } = named.parse(data);
      const cents = readAmount(turn, text);
      if (cents === null) return readReceipt(turn, text);
      return cents === 'unclear' || !isPurchase(cents)
        ? Promise.resolve(askAmount(unclearAmount(turn, text), reference))
        : attempt(turn, { reference, cents, minuteOfDay: null }, 'typed');
    },
    card: (turn, text, data) => {
      const { work, speaker, say, lang } = turn;
      const { sale: saleId } = paid.parse(data);
      if (isNo(text, lang)) return Promise.resolve({ text: say.counter.claim.cardForgotten });
      return confirmed(turn, text, async () => {
        await rememberCard(work, { customerId: speaker.customer.id, saleId });
        return { text: say.counter.claim.cardKnown };
      });
    },
    time: (turn, text, data) => {
      const from = parseTime(text);
      if (from === null) return Promise.resolve(null);
      return attempt(turn, { ...priced.parse(data), minuteOfDay: minutesOf(from) }, 'typed');
    },
  },
};

async function readReceipt(turn: Turn, text: string): Promise<Reply | null> {
  const { intent, args, guessed } = hear(turn, `${RECEIPT[turn.lang]} ${text}`);
  return intent !== 'claim-sale' || guessed || args.reference === undefined
    ? null
    : claimSale.handle(turn, args);
}

const askAmount = (text: string, reference: string, cents?: number): Reply => ({
  text,
  ask: {
    step: 'amount',
    data: { reference },
    args: { reference, ...(cents !== undefined && { amount_cents: cents }) },
  },
});

function minutesOf(time: Args['from']): number | null {
  const [hours = '', minutes = ''] = time?.split(':') ?? [];
  return time === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** Claims the sale of that receipt for the speaker. */
export async function attempt(turn: Turn, receipt: Receipt, way: 'typed' | 'picture'): Promise<Reply> {
  const { work, lang, shop, messageId, speaker } = turn;
  const say = turn.say.counter.claim;
  const claimed = await claim(work, { ...receipt, customerId: speaker.customer.id, way, messageId });
  if (!claimed.ok) {
    const text = refusalText(claimed.refusal, { lang, zone: shop.zone });
    const { reference, cents } = receipt;
    // The amount may be said again, and put right.
    if (claimed.refusal.code === 'claim-not-found' && way === 'typed')
      return askAmount(text, reference, cents ?? undefined);
    return claimed.refusal.code === 'claim-several' && cents !== null && receipt.minuteOfDay === null
      ? { text, ask: { step: 'time', data: { reference, cents } } }
      : { text };
  }
  const { sale } = claimed.value;
  if (sale === null) return { text: say.already };
  const { money, day } = formatIn(lang, shop.zone);
  const done = say.done(money(sale.cents), day(sale.occurredAt));
  const gave = await explainSale(work, sale.id);
  const why = gave?.isHistory === true ? say.ofBefore : say.gaveNothing;
  const text = gave !== null && gaveNothing(gave) ? `${done}\n${why}` : done;
  const isAsked = await mayAskForCard(work, { customerId: speaker.customer.id, saleId: sale.id });
  return isAsked
    ? { text: `${text}\n${say.askCard}`, ask: { step: 'card', data: { sale: sale.id } } }
    : { text };
}
