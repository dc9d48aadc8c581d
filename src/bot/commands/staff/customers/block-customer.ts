import { z } from 'zod';
import { blockCustomer as block, customerBy } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { phoneText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';

const pending = z.object({ phone: z.string(), blocked: z.boolean() });

export const blockCustomer: Command = {
  name: 'block-customer',
  who: 'manager',
  risky: true,
  patterns: {
    pt: [
      '(bloquear|bloqueia|bloqueie) [(o|a)] [(cliente|telefone)] [{phone}]',
      '{unblock} [(o|a)] [(cliente|telefone)] [{phone}]',
    ],
    en: ['block [the] [(customer|phone)] [{phone}]', '{unblock} [the] [(customer|phone)] [{phone}]'],
    es: [
      '(bloquear|bloquea) [(al|el)] [(cliente|telefono)] [{phone}]',
      '{unblock} [(al|el)] [(cliente|telefono)] [{phone}]',
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
  async handle({ work, say }, { phone, resume }) {
    if (phone === undefined) return { text: say.customers.block.how };
    if ((await customerBy(work, { kind: 'phone', value: phone })) === null)
      return { text: say.customers.unknown(phoneText(phone)) };
    const blocked = resume !== true;
    const { ask, askBack } = say.customers.block;
    return {
      text: blocked ? ask(phoneText(phone)) : askBack(phoneText(phone)),
      ask: { step: 'confirm', data: { phone, blocked } },
    };
  },
  steps: { confirm: (turn, text, data) => confirmed(turn, text, () => carryOut(turn, pending.parse(data))) },
};

async function carryOut(turn: Turn, { phone, blocked }: z.infer<typeof pending>): Promise<Reply> {
  const say = turn.say.customers;
  const customerId = await customerBy(turn.work, { kind: 'phone', value: phone });
  if (customerId === null) return { text: say.unknown(phoneText(phone)) };
  await block(turn.work, { customerId, blocked, by: staffOf(turn) });
  return { text: blocked ? say.block.done(phoneText(phone)) : say.block.undone };
}
