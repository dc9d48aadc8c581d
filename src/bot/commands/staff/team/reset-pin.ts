import {
  askPinReset,
  clearPin,
  pinStateOf,
  record,
  staffById,
  staffByPhone,
  tellOwners,
  type StaffMember,
} from '../../../../loyalty';
import { issueLink } from '../../../../pages/one-time-links';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn, phoneText } from '../../../messages';
import { enqueueReply } from '../../../sending/outbox-rows';
import { staffOf } from '../../answers';

export const resetPin: Command = {
  name: 'reset-pin',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: [
      '[eu] (esqueci|perdi|nao lembro|nao sei) [(o|meu|o meu|qual e o meu)] pin',
      '(redefinir|resetar|zerar|apagar) [o] pin [(de|do|da)] {phone}',
    ],
    en: [
      '[i] (forgot|have forgotten|lost|do not remember|do not know) [(the|my)] pin',
      '(reset|clear) [the] pin [of] {phone}',
    ],
    es: [
      '[yo] (olvide|perdi|no recuerdo|no se) [(el|mi|cual es mi)] pin',
      '(restablecer|resetear|borrar) [el] pin [de] {phone}',
    ],
  },
  examples: {
    pt: [
      { says: 'esqueci o PIN', args: {} },
      { says: 'redefinir pin 11 98888-0002', args: { phone: '+5511988880002' } },
    ],
    en: [
      { says: 'I forgot my PIN', args: {} },
      { says: 'reset pin 11 98888-0002', args: { phone: '+5511988880002' } },
    ],
    es: [
      { says: 'olvidé el PIN', args: {} },
      { says: 'restablecer pin 11 98888-0002', args: { phone: '+5511988880002' } },
    ],
  },
  pin: (turn, { phone }) => phone !== undefined && staffOf(turn).role === 'owner',
  handle: (turn, { phone }) => (phone === undefined ? forgotten(turn) : clear(turn, phone)),
};

/** Another's, by an owner: they set a new one when they next need it. */
async function clear(turn: Turn, phone: string): Promise<Reply> {
  const { work, say } = turn;
  const by = staffOf(turn);
  if (by.role !== 'owner') return { text: say.notAllowed('owner') };
  const member = await staffByPhone(work, phone);
  if (member === null) return { text: say.team.notInTeam };
  const name = cleanName(member.name) ?? '…';
  if (!(await clearPin(work, member.id))) return { text: say.pin.clearedNone(name) };
  await record(work, by, 'set-pin', { of: member.name });
  return { text: say.pin.cleared(name) };
}

/** One's own: an owner after a wait, of which all owners are told; of the others an owner decides. */
async function forgotten(turn: Turn): Promise<Reply> {
  const { work, say, lang, shop } = turn;
  const staff = staffOf(turn);
  const state = await pinStateOf(work, staff.id);
  if (state === null) return { text: say.pin.none };
  if (staff.role !== 'owner') {
    const { phone = '' } = (await staffById(work, staff.id)) ?? {};
    return { text: say.pin.forgotAskOwner(phoneText(phone)) };
  }
  const { time } = formatIn(lang, shop.zone);
  if (state.reset === null) return { text: say.pin.forgotAsk(time(await startReset(turn, staff))) };
  if (!state.reset.isOpen) return { text: say.pin.forgotWait(time(state.reset.from)) };
  return { text: say.pin.forgotLink(await linkFor(turn, staff)) };
}

/** The link comes to the same chat once the wait is over. */
async function startReset(turn: Turn, staff: StaffMember): Promise<number> {
  const { work, shop, say, chatId } = turn;
  const at = await askPinReset(work, staff.id);
  const notice = { kind: 'pin-alarm', shop: shop.name, name: staff.name, what: 'forgotten', at } as const;
  await tellOwners(work, { cause: `pin-forgotten:${staff.id}:${at}`, notice });
  const text = say.pin.forgotLink(await linkFor(turn, staff, at));
  enqueueReply(work, chatId, `pin-forgotten:${staff.id}:${at}`, { text }, at);
  return at;
}

const linkFor = ({ work, chatId }: Turn, { id: staffId }: StaffMember, from = work.now): Promise<string> =>
  issueLink(work, { purpose: 'new-pin', holder: { staffId }, chatId, payload: { forgotten: true }, from });
