import type { Reply, Turn } from '../command';
import { attempt } from '../commands/customer/claim-sale';
import { receiptIn } from './receipt-photo';
import { mediaOf } from './receive';

/** What a received picture is answered with: the claim of the receipt whose QR code it shows, or why it shows none. */
export async function answerPicture(
  turn: Turn,
  messageId: string,
): Promise<{ reply: Reply; isReceipt: boolean }> {
  const say = turn.say.counter.picture;
  const media = await mediaOf(turn.work, messageId);
  if (media === null) return { reply: { text: turn.say.picture }, isReceipt: false };
  if ('missing' in media)
    return {
      reply: { text: media.missing === 'too-large' ? say.tooLarge : say.unavailable },
      isReceipt: false,
    };
  const receipt = await receiptIn(media.bytes);
  if (receipt === null) return { reply: { text: say.noCode }, isReceipt: false };
  const { key: reference, cents } = receipt;
  const reply = await attempt({ ...turn, messageId }, { reference, cents, minuteOfDay: null }, 'picture');
  return { reply, isReceipt: true };
}
