import { z } from 'zod';
import { blockCustomer as block, customerBy } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { phoneText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { whichOne, whoseOf } from './whose';

const pending = z.object({ phone: z.string(), blocked: z.boolean() });

export const blockCustomer: Command = {
  name: 'block-customer',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(bloquear|bloqueia|bloqueie) [(o|a)] [(cliente|telefone)] [{phone}]',
      '{unblock} [(o|a)] [(cliente|telefone)] [{phone}]',
      '(bloquear|bloqueia|bloqueie|{unblock}) [(o|a)] [cliente] {customer}',
    ],
    en: [
      'block [the] [(customer|phone)] [{phone}]',
      '{unblock} [the] [(customer|phone)] [{phone}]',
      '(block|{unblock}) [the] [customer] {customer}',
    ],
    es: [
      '(bloquear|bloquea) [(al|el)] [(cliente|telefono)] [{phone}]',
      '{unblock} [(al|el)] [(cliente|telefono)] [{phone}]',
      '(bloquear|bloquea|{unblock}) [(a|a la|al|el|la)] [cliente] {customer}',
    ],
  },
  examples: {
    pt: [
      { says: 'bloquear 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'desbloquear 11 98888-0001', args: { phone: '+5511988880001', resume: true } },
    ],
    en: [
      { says: 'block 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'unblock 11 98888-0001', args: { phone: '+5511988880001', resume: true } },
    ],
    es: [
      { says: 'bloquear 11 98888-0001', args: { phone: '+5511988880001' } },
      { says: 'desbloquear 11 98888-0001', args: { phone: '+5511988880001', resume: true } },
    ],
  },
  async handle(turn, args) {
    const { work, say } = turn;
    const whose = await whoseOf(turn, args);
    if (whose === null) return { text: say.customers.block.how };
    if ('reply' in whose) return whose.reply;
    const { phone, who } = whose;
    if ((await customerBy(work, { kind: 'phone', value: phone })) === null)
      return { text: say.customers.unknown(phoneText(phone)) };
    const blocked = args.resume !== true;
    const { ask, askBack } = say.customers.block;
    return {
      text: blocked ? ask(who) : askBack(who),
      ask: { step: 'confirm', data: { phone, blocked } },
    };
  },
  steps: {
    which: whichOne((turn, args) => blockCustomer.handle(turn, args)),
    confirm: (turn, text, data) => confirmed(turn, text, () => carryOut(turn, pending.parse(data))),
  },
};

async function carryOut(turn: Turn, { phone, blocked }: z.infer<typeof pending>): Promise<Reply> {
  const say = turn.say.customers;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  await block(turn.work, { customerId, blocked, by: staffOf(turn) });
  return { text: blocked ? say.block.done(phoneText(phone)) : say.block.undone };
}
