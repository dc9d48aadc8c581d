import type { ptBR } from '../pt-BR';
import { numberIn } from '../format';

const whole = numberIn('en');

export const machines: (typeof ptBR)['machines'] = {
  unconnected:
    'They show up here by themselves, with their sales, once SmartPOS is connected. Say “connect smartpos”.',
  none: 'I have not seen a card machine yet. Make a sale on each, and they show up here by themselves.',
  title: (count) =>
    count === 1
      ? 'I have seen 1 card machine in the sales:'
      : `I have seen ${whole(count)} card machines in the sales:`,
  group: (acquirer, store) => `${acquirer ?? 'Acquirer unknown'}${store === null ? '' : `, ${store}`}:`,
  line: (machine, day, time) => `• ${machine}: last sale on *${day}* at ${time}`,
  silent: 'silent',
  more: 'To see the others, say “more”.',
  noMore: 'Those were all the machines.',
  fellSilent: (of) =>
    `Card machine ${of.machine}${of.acquirer === null ? '' : ` (${of.acquirer})`}${of.store === null ? '' : `, of store ${of.store},`} has sold nothing since *${of.day}* at ${of.time}, far longer than is usual for it at this hour. Check that it is on and online. I will say so again only after it has sold.`,
};
