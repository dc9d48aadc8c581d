import { z } from 'zod';
import {
  loadVoucherTerms,
  LONGEST_PROCEDURE,
  setVoucherMode,
  setVoucherRefund,
  VOUCHER_MODES,
  type VoucherMode,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { confirmed, readNumber, staffOf } from '../../answers';

const pending = z.union([
  z.object({ mode: z.enum(VOUCHER_MODES), procedure: z.string().optional() }),
  z.object({ refund: z.enum(['back-to-balance', 'lost']) }),
]);

export const voucherMode: Command = {
  name: 'voucher-mode',
  who: 'owner',
  risky: true,
  patterns: {
    pt: [
      '[(mudar|trocar|ver|escolher|qual e|qual)] [(o|de)] modo (de|do|dos) (voucher|vouchers|vale|vales) [para] [{mode}]',
      'como [os] vouchers sao validados',
    ],
    en: [
      '[(change|see|choose|what is)] [the] voucher mode [to] [{mode}]',
      'how are [the] vouchers validated',
    ],
    es: [
      '[(cambiar|ver|elegir|cual es)] [(el|de)] modo (de|del|de los) (vale|vales|voucher|vouchers) [a] [{mode}]',
      'como se validan [los] vales',
    ],
  },
  examples: {
    pt: [
      { says: 'modo de voucher', args: {} },
      { says: 'modo de voucher automático', args: { mode: 'automatic' } },
      { says: 'modo de voucher caixa conectado', args: { mode: 'connected-till' } },
    ],
    en: [
      { says: 'voucher mode', args: {} },
      { says: 'voucher mode counter', args: { mode: 'counter' } },
    ],
    es: [
      { says: 'modo de vale', args: {} },
      { says: 'modo de vale automático', args: { mode: 'automatic' } },
    ],
  },
  handle: (turn, { mode }) => (mode === undefined ? showModes(turn) : choose(turn, mode)),
  steps: {
    pick: async (turn, text) => {
      const number = readNumber(text);
      if (number === null) return null;
      const mode = VOUCHER_MODES[number - 1];
      if (mode !== undefined) return choose(turn, mode);
      if (number === VOUCHER_MODES.length + 1) return changeRefund(turn);
      return { text: turn.say.numberFrom(VOUCHER_MODES.length + 1), ask: { step: 'pick', data: {} } };
    },
    procedure: async (turn, text) => askProcedure(turn, text.trim()),
    confirm: (turn, text, data) => confirmed(turn, text, () => change(turn, pending.parse(data))),
  },
};

/** How it is now and what else there is, numbered; after the modes comes what becomes of refunds. */
async function showModes(turn: Turn): Promise<Reply> {
  const say = turn.say.voucherMode;
  const { mode, refund } = await loadVoucherTerms(turn.work);
  const lines = VOUCHER_MODES.map((one, i) => say.line(i + 1, say.mode[one]));
  const number = VOUCHER_MODES.length + 1;
  return {
    text: [
      say.now(say.mode[mode]),
      '',
      ...lines,
      `${say.refund[refund]} ${say.changeRefund(number)}`,
      say.ask,
    ].join('\n'),
    ask: { step: 'pick', data: {} },
  };
}

function choose(turn: Turn, mode: VoucherMode): Promise<Reply> {
  const say = turn.say.voucherMode;
  return Promise.resolve(
    mode === 'manual'
      ? { text: say.askProcedure(LONGEST_PROCEDURE), ask: { step: 'procedure', data: {} } }
      : { text: say.confirm(say.mode[mode]), ask: { step: 'confirm', data: { mode } } },
  );
}

/** The shop's own words, as they will go out with each voucher. */
function askProcedure(turn: Turn, written: string): Reply {
  const say = turn.say.voucherMode;
  // What could pass for a voucher's place, or for markup, is nobody's instruction.
  const procedure = written
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/[*_~`]/g, '')
    .trim();
  if (procedure.length > LONGEST_PROCEDURE || procedure === '')
    return {
      text: procedure === '' ? say.askProcedure(LONGEST_PROCEDURE) : say.tooLong(LONGEST_PROCEDURE),
      ask: { step: 'procedure', data: {} },
    };
  return {
    text: say.confirmProcedure(procedure),
    ask: { step: 'confirm', data: { mode: 'manual', procedure } },
  };
}

async function changeRefund(turn: Turn): Promise<Reply> {
  const say = turn.say.voucherMode;
  const { refund: now } = await loadVoucherTerms(turn.work);
  const refund = now === 'lost' ? 'back-to-balance' : 'lost';
  return { text: say.confirmRefund(say.refund[refund]), ask: { step: 'confirm', data: { refund } } };
}

async function change(turn: Turn, wish: z.infer<typeof pending>): Promise<Reply> {
  const by = staffOf(turn);
  if ('refund' in wish) await setVoucherRefund(turn.work, { refund: wish.refund, by });
  else {
    const { mode, procedure } = wish;
    await setVoucherMode(turn.work, { mode, by, ...(procedure === undefined ? {} : { procedure }) });
  }
  return { text: turn.say.voucherMode.done };
}
