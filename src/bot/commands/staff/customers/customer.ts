import { z } from 'zod';
import {
  customerBy,
  customerCard,
  labelCustomer,
  labelOf,
  proveIdentity,
  type CustomerCard,
  type DeclaredIdentity,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn, phoneText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { restOf } from '../../rest';
import { fitting } from '../../lines';
import { identityText } from '../../profile-words';

const WORDS = {
  pt: '(etiqueta|etiquetar|por etiqueta|colocar etiqueta|tirar etiqueta|remover etiqueta|tirar a etiqueta)',
  en: '(label|tag|untag|remove label|remove the label)',
  es: '(etiqueta|etiquetar|poner etiqueta|quitar etiqueta|quitar la etiqueta)',
};

const WISH = { pt: 'cliente', en: 'customer', es: 'cliente' };

const labelling = z.object({ phone: z.string(), label: z.string(), on: z.boolean() });
const proving = z.object({
  phone: z.string(),
  identity: z.object({ kind: z.enum(['cpf', 'email']), value: z.string() }),
});

export const customer: Command = {
  name: 'customer',
  who: 'cashier',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|consultar|abrir|ficha do|dados do|quem e o)] [o] cliente [{phone}]',
      `${WORDS.pt} {name} [(no|do|em|de|para|para o)] [(cliente|telefone)] {phone}`,
    ],
    en: [
      '[(see|show|open|look up|who is)] [the] customer [{phone}]',
      `${WORDS.en} {name} [(on|from|for|of)] [the] [(customer|phone)] {phone}`,
    ],
    es: [
      '[(ver|mostrar|consultar|abrir|ficha del|datos del|quien es el)] [el] cliente [{phone}]',
      `${WORDS.es} {name} [(en|del|de|para|al|a)] [(cliente|telefono)] {phone}`,
    ],
  },
  examples: {
    pt: [
      { says: 'cliente 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'etiqueta vip 11 98888-0001', args: { name: 'vip', phone: '+5511988880001' } },
    ],
    en: [
      { says: 'customer 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'label vip 11 98888-0001', args: { name: 'vip', phone: '+5511988880001' } },
    ],
    es: [
      { says: 'cliente 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'etiqueta vip 11 98888-0001', args: { name: 'vip', phone: '+5511988880001' } },
    ],
  },
  async handle(turn, { phone, name }) {
    const say = turn.say.customers;
    if (phone === undefined) return { text: say.how, ask: { step: 'rest', data: {} } };
    const id = await customerBy(turn.work, { kind: 'phone', value: phone });
    if (id === null) return { text: say.unknown(phoneText(phone)) };
    const card = await customerCard(turn.work, id);
    return name === undefined ? show(turn, card, phone) : askToLabel(turn, card, phone, name);
  },
  steps: {
    rest: async (turn, text) => {
      const said = restOf(turn, text, 'customer', WISH);
      return said && customer.handle(turn, said);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => putLabel(turn, labelling.parse(data))),
    prove: (turn, text, data) => confirmed(turn, text, () => prove(turn, proving.parse(data))),
  },
};

function show(turn: Turn, card: CustomerCard, phone: string): Reply {
  const say = turn.say.customers;
  const { amounts, dayAndMonth, day, money, list } = formatIn(turn.lang, turn.shop.zone);
  const { balance, purchases, labels, tier, declared } = card;
  const usable = { cashbackCents: balance.cashback.available, points: balance.points.available };
  const lines = [
    say.who(cleanName(card.customer.name ?? '') ?? phoneText(phone), day(card.since)),
    ...(card.blocked ? [say.isBlocked] : []),
    say.balance(usable.cashbackCents + usable.points === 0 ? null : amounts(usable), card.vouchers),
    say.purchases(
      card.purchaseCount,
      purchases.map(({ at, cents }) => `${money(cents)} (${dayAndMonth(at)})`).join(', '),
    ),
    ...(tier === null ? [] : [say.tier(cleanName(tier) ?? '…')]),
    ...(card.mailFault === null ? [] : [say.mailFault(turn.say.email.fault[card.mailFault])]),
    ...(labels.length === 0 ? [] : [say.labels(list(labels.map((one) => cleanName(one) ?? '…')))]),
  ];
  const [identity] = declared;
  if (identity === undefined) return { text: fitting(lines, []).join('\n') };
  const question = say.prove(identityText(identity));
  const ask = { step: 'prove', data: { phone, identity } satisfies z.infer<typeof proving> };
  return { text: [...fitting(lines, [question]), question].join('\n'), ask };
}

async function prove(
  turn: Turn,
  { phone, identity }: { phone: string; identity: DeclaredIdentity },
): Promise<Reply> {
  const say = turn.say.customers;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  const { merged } = await proveIdentity(turn.work, {
    customerId,
    identity,
    proof: 'staff',
    by: staffOf(turn),
  });
  return { text: merged ? say.provenAndJoined : say.proven };
}

function askToLabel(turn: Turn, card: CustomerCard, phone: string, words: string): Reply {
  const say = turn.say.customers;
  const label = labelOf(cleanName(words) ?? '');
  if (label === '') return { text: say.how };
  const on = !card.labels.includes(label);
  const who = cleanName(card.customer.name ?? '') ?? phoneText(phone);
  const ask = { step: 'confirm', data: { phone, label, on } satisfies z.infer<typeof labelling> };
  return { text: on ? say.putLabel(label, who) : say.takeLabel(label, who), ask };
}

async function putLabel(turn: Turn, { phone, label: words, on }: z.infer<typeof labelling>): Promise<Reply> {
  const say = turn.say.customers;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  await labelCustomer(turn.work, { customerId, label: words, on, by: staffOf(turn) });
  return { text: on ? say.labelPut(words) : say.labelTaken(words) };
}
