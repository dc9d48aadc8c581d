import type { ptBR } from '../pt-BR';

export const explain: typeof ptBR.explain = {
  gave: ({ amounts, sale, day }) => `${amounts} for the purchase of *${sale}* on *${day}*:`,
  voucher: ({ sale, day }) => `A voucher for the purchase of *${sale}* on *${day}*:`,
  nothing: ({ sale, day }) => `The purchase of *${sale}* on *${day}* earned nothing:`,
  dry: ({ amounts, sale, day }) =>
    `Nothing for the purchase of *${sale}* on *${day}*: the program was not running. It would have been ${amounts}:`,
  counts: (base, { refunded, voucher }) =>
    `${base} of it counts${refunded === null ? '' : `, without the ${refunded} refunded`}${voucher === null ? '' : `, without the ${voucher} paid by voucher`}.`,
  noRules: 'No rule was in force on that day.',
  noneOfTeam:
    'Why what? About a customer, see “customer 11 98888-0001”; about a message, “why did she get this? 11 98888-0001”; about the figures, “report”.',
  none: 'There is no purchase of yours to explain yet. They show here once you buy and give your phone number.',
  noneOf: (amounts) => `I found no reward of ${amounts}. Say “statement” to see yours.`,
  more: 'For the other rules, say “more”.',
  noMore: 'Those were all the rules.',
};
