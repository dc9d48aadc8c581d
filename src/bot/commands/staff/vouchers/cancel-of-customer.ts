import { z } from 'zod';
import {
  cancellableVouchers,
  customerBy,
  inspectToCancel,
  type VoucherBenefit,
  type VoucherOfCustomer,
} from '../../../../loyalty';
import type { Args, Command, Reply, Turn } from '../../../command';
import { firstName, formatIn, phoneText, refusalText } from '../../../messages';
import { parseCode } from '../../../understand';
import { readNumber, staffOf } from '../../answers';
import { fitting } from '../../lines';
import { termsIn, worthIn } from '../../voucher-answers';
import { whichOne, whoseOf } from '../customers/whose';

const MOST_LISTED = 8;
const listed = z.object({ ids: z.array(z.string()) });

type Step = NonNullable<Command['steps']>[string];

/** Who has left the team since chooses among nobody's vouchers. */
const ofTeam =
  (step: Step): Step =>
  (turn, text, data) =>
    turn.speaker.staff === null
      ? Promise.resolve({ text: turn.say.notAllowed('cashier') })
      : step(turn, text, data);

/** The steps of `cancel-voucher` that only the team comes to. */
export const cancelSteps: Record<'which' | 'what', Step> = {
  which: ofTeam(whichOne((turn, args) => cancelOfCustomer(turn, args))),
  what: ofTeam(async (turn, text, data) => {
    const code = parseCode(text);
    if (code !== null) return proposeOf(turn, { code });
    const number = readNumber(text);
    if (number === null) return null;
    const { ids } = listed.parse(data);
    const id = ids[number - 1];
    return id === undefined
      ? { text: turn.say.numberFrom(ids.length), ask: { step: 'what', data } }
      : proposeOf(turn, { id });
  }),
};

/**
 * What a member of the team cancels: by its code, of whom they name, or of their own and what was issued today; with an
 * amount only what is worth that. One that is left is asked about, several are listed.
 */
export async function cancelOfCustomer(turn: Turn, args: Args): Promise<Reply> {
  const { code, amount_cents: cents } = args;
  if (code !== undefined) return proposeOf(turn, { code });
  const say = turn.say.cancelVoucher.list;
  const whose = await whoseOf(turn, args);
  if (whose !== null && 'reply' in whose) return whose.reply;
  const customerId =
    whose === null ? null : await customerBy(turn.work, { kind: 'phone', value: whose.phone });
  if (whose !== null && customerId === null)
    return { text: turn.say.customers.unknown(phoneText(whose.phone)) };
  const all = await candidates(turn, customerId);
  const meant = cents === undefined ? all : all.filter((voucher) => isWorth(voucher, cents));
  // An amount that nothing is worth may be misread.
  const shown = meant.length === 0 ? all : meant;
  const [only] = shown;
  if (only === undefined) return { text: whose === null ? say.noneToday : say.noneOf(whose.who) };
  return meant.length === 1 ? proposeOf(turn, { id: only.id }) : list(turn, shown);
}

async function candidates(turn: Turn, customerId: string | null): Promise<VoucherOfCustomer[]> {
  const { work, speaker } = turn;
  if (customerId !== null) return cancellableVouchers(work, { customerId, limit: MOST_LISTED });
  const own = await cancellableVouchers(work, { customerId: speaker.customer.id, limit: MOST_LISTED });
  const today = await cancellableVouchers(work, { limit: MOST_LISTED * 4 });
  return [...own, ...today.filter(({ id }) => own.every((one) => one.id !== id))];
}

export const isWorth = ({ benefit }: { benefit: VoucherBenefit }, cents: number): boolean =>
  benefit.kind === 'voucher-fixed' && benefit.cents === cents;

function list(turn: Turn, vouchers: readonly VoucherOfCustomer[]): Reply {
  const say = turn.say.cancelVoucher.list;
  const lines = vouchers.map((voucher, i) => {
    const { benefit, holder } = voucher;
    const { day } = termsIn(turn, voucher);
    return say.line(i + 1, { worth: worthIn(turn, benefit), holder: firstName(holder), day });
  });
  const shown = fitting(lines.slice(0, MOST_LISTED), [say.others, say.ask]);
  const ids = vouchers.slice(0, shown.length).map(({ id }) => id);
  const more = shown.length < vouchers.length ? [say.others] : [];
  return { text: [...shown, ...more, say.ask].join('\n'), ask: { step: 'what', data: { ids } } };
}

async function proposeOf(turn: Turn, which: { code: string } | { id: string }): Promise<Reply> {
  const { work, lang, shop, say, speaker } = turn;
  const found = await inspectToCancel(work, 'code' in which ? { ...which, by: staffOf(turn) } : which);
  if (!found.ok) return { text: refusalText(found.refusal, { lang, zone: shop.zone }) };
  const { id, customerId, benefit, source, held, holder } = found.value;
  const { money, points } = formatIn(lang, shop.zone);
  const back = source === 'points' ? points(held ?? 0) : money(held ?? 0);
  const worth = worthIn(turn, benefit);
  const isOwn = customerId === speaker.customer.id;
  const { confirm, confirmOf } = say.cancelVoucher;
  return {
    text: isOwn ? confirm(worth, back) : confirmOf({ worth, back, holder: firstName(holder) }),
    ask: { step: 'confirm', data: { id, benefit, customerId } },
  };
}
