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
import { isNo, isYes } from '../../../understand';
import { askedAgain, confirmed, staffOf } from '../../answers';
import { mayRun } from '../../../roles';
import { restOf } from '../../rest';
import { customerPatterns } from './customer-words';
import { whichOne, whoseOf } from './whose';
import { fitting } from '../../lines';
import { identityText } from '../../profile-words';

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
  patterns: customerPatterns,
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
  async handle(turn, args) {
    const say = turn.say.customers;
    const { name, stop } = args;
    const whose = await whoseOf(turn, args);
    if (whose === null) return { text: howOf(turn), ask: { step: 'rest', data: {} } };
    if ('reply' in whose) return whose.reply;
    const { phone } = whose;
    const id = await customerBy(turn.work, { kind: 'phone', value: phone });
    if (id === null) return { text: say.unknown(phoneText(phone)) };
    const card = await customerCard(turn.work, id);
    return name === undefined
      ? show(turn, card, phone)
      : askToLabel(turn, { card, phone, words: name, stop });
  },
  steps: {
    which: whichOne((turn, args) => customer.handle(turn, args)),
    // Who it is, said without the word that begins it.
    rest: async (turn, text) => {
      if (isYes(text, turn.lang) || isNo(text, turn.lang)) return null;
      const said = restOf(turn, text, 'customer', WISH);
      return said && customer.handle(turn, said);
    },
    confirm: (turn, text, data) => confirmed(turn, text, () => putLabel(turn, labelling.parse(data))),
    prove: (turn, text, data) => confirmed(turn, text, () => prove(turn, proving.parse(data))),
  },
};

/** To an owner also how to have all of them. */
function howOf({ say: { customers: say }, speaker }: Turn): string {
  return mayRun('owner', speaker.staff?.role ?? null) ? `${say.how}\n${say.all}` : say.how;
}

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
  const card = await customerCard(turn.work, customerId);
  const isSaid = card.declared.some(({ kind, value }) => kind === identity.kind && value === identity.value);
  // Forgotten meanwhile, or another.
  if (!isSaid) return askedAgain(turn, show(turn, card, phone));
  const { merged } = await proveIdentity(turn.work, {
    customerId,
    identity,
    proof: 'staff',
    by: staffOf(turn),
  });
  return { text: merged ? say.provenAndJoined : say.proven };
}

/** `stop`: it was asked to go; without that, what is there is offered to go. */
function askToLabel(
  turn: Turn,
  {
    card,
    phone,
    words,
    stop,
  }: { card: CustomerCard; phone: string; words: string; stop: boolean | undefined },
): Reply {
  const say = turn.say.customers;
  const label = labelOf(cleanName(words) ?? '');
  if (label === '') return { text: say.how };
  const has = card.labels.includes(label);
  const who = cleanName(card.customer.name ?? '') ?? phoneText(phone);
  if (stop === true && !has) return { text: say.notLabelled(label, who) };
  const ask = { step: 'confirm', data: { phone, label, on: !has } satisfies z.infer<typeof labelling> };
  if (!has) return { text: say.putLabel(label, who), ask };
  return { text: stop === true ? say.askTakeLabel(label, who) : say.takeLabel(label, who), ask };
}

async function putLabel(turn: Turn, { phone, label: words, on }: z.infer<typeof labelling>): Promise<Reply> {
  const say = turn.say.customers;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  await labelCustomer(turn.work, { customerId, label: words, on, by: staffOf(turn) });
  return { text: on ? say.labelPut(words) : say.labelTaken(words) };
}
