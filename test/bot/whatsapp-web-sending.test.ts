import type { OutboundMessage } from '../../src/bot/channel';
import { messageId, messageStem } from '../../src/bot/channels/whatsapp-web/ids';
import type { OwnMessage } from '../../src/bot/channels/whatsapp-web/page';
import { Acks, deliveryState, Sender, type SendingPage } from '../../src/bot/channels/whatsapp-web/sending';
import { until } from '../support/until';

const ANA = '5511988880001@c.us';
const ROW: OutboundMessage = { id: 'row-1', chatId: ANA, text: 'Oi' };
const PATIENT = { send: 60_000, ack: 60_000 };
const FIRST_TRY = messageId('row-1', 0);

/** A chat of the page, and how its next posts go. */
class FakePage implements SendingPage {
  readonly chat: OwnMessage[] = [];
  posts = 0;
  /** What a post does to the chat, and what it answers. */
  behave: (posted: OwnMessage) => Promise<OwnMessage | undefined> = async (posted) => {
    this.chat.push(posted);
    return posted;
  };

  post(_message: OutboundMessage, chosenId: string): Promise<OwnMessage | undefined> {
    this.posts += 1;
    return this.behave({ providerId: chosenId, ack: 0 });
  }

  async findOwn(_chatId: string, stem: string): Promise<OwnMessage[]> {
    return this.chat.filter(({ providerId }) => providerId.startsWith(stem));
  }
}

describe('sending', () => {
  let page: FakePage;
  let acks: Acks;
  let sender: Sender;
  beforeEach(() => {
    page = new FakePage();
    acks = new Acks();
    sender = new Sender(page, acks, PATIENT);
  });

  it('is done at the acknowledgement of the server, not before', async () => {
    let isDone = false;
    const sending = sender.send(ROW).finally(() => (isDone = true));
    await until('the post', () => page.posts > 0);
    expect(isDone).toBe(false);
    acks.note(FIRST_TRY, 1);
    expect(await sending).toEqual({ state: 'sent', providerId: FIRST_TRY });
  });

  it('hears an acknowledgement that comes before the post returns', async () => {
    page.behave = async (posted) => {
      acks.note(posted.providerId, 2);
      return posted;
    };
    expect(await sender.send(ROW)).toEqual({ state: 'sent', providerId: FIRST_TRY });
  });

  it('is unknown when no acknowledgement comes, or none can come any more', async () => {
    const hasty = new Sender(page, acks, { ...PATIENT, ack: 50 });
    expect(await hasty.send(ROW)).toMatchObject({ state: 'unknown' });
    const sending = sender.send({ ...ROW, id: 'row-2' });
    await until('the post', () => page.posts === 2);
    acks.close();
    expect(await sending).toMatchObject({ state: 'unknown' });
  });

  it('is unknown when the page does not answer, and does not go out twice when it did all the same', async () => {
    page.behave = async (posted) => {
      page.chat.push(posted);
      return new Promise(() => undefined);
    };
    const hasty = new Sender(page, acks, { ...PATIENT, send: 50 });
    expect(await hasty.send(ROW)).toMatchObject({ state: 'unknown' });
    expect(await sender.wasSent(ROW)).toBeNull();
    page.chat[0] = { providerId: FIRST_TRY, ack: 1 };
    expect(await sender.wasSent(ROW)).toEqual({ providerId: FIRST_TRY });
    expect(await sender.send(ROW)).toEqual({ state: 'sent', providerId: FIRST_TRY });
    expect(page.posts).toBe(1);
  });

  it('failed when the page refuses it and it is not in the chat; a dead address is not tried again', async () => {
    page.behave = async () => Promise.reject(new Error('Target closed'));
    expect(await sender.send(ROW)).toEqual({ state: 'failed', reason: 'Target closed', retry: true });
    page.behave = async () => Promise.reject(new Error('No LID for user'));
    expect(await sender.send(ROW)).toEqual({ state: 'failed', reason: 'No LID for user', retry: false });
    page.behave = async () => undefined;
    expect(await sender.send(ROW)).toEqual({ state: 'failed', reason: 'no such chat', retry: true });
    expect(await sender.wasSent(ROW)).toBe(false);
  });

  it('goes on with a message that stands in the chat though the page complained', async () => {
    page.behave = async (posted) => {
      page.chat.push({ ...posted, ack: 1 });
      throw new Error('could not be shown');
    };
    expect(await sender.send(ROW)).toEqual({ state: 'sent', providerId: FIRST_TRY });
  });

  it('takes the next id after a try that WhatsApp refused', async () => {
    page.chat.push({ providerId: FIRST_TRY, ack: -1 });
    page.behave = async (posted) => ({ ...posted, ack: 1 });
    expect(await sender.send(ROW)).toEqual({ state: 'sent', providerId: messageId('row-1', 1) });
  });

  it('cannot tell when the chat cannot be read', async () => {
    page.findOwn = async () => Promise.reject(new Error('Target closed'));
    expect(await sender.wasSent(ROW)).toBeNull();
    expect(await sender.send(ROW)).toMatchObject({ state: 'failed', retry: true });
    expect(page.posts).toBe(0);
  });

  it('tells every asker of one message', async () => {
    const outcomes = Promise.all([acks.reached('a', 1000), acks.reached('a', 1000), acks.reached('b', 1)]);
    acks.note('a', -1);
    expect(await outcomes).toEqual(['error', 'error', 'none']);
  });

  it.each([
    [-1, 'failed'],
    [0, undefined],
    [1, 'sent'],
    [2, 'delivered'],
    [3, 'read'],
    [4, 'read'],
  ])('reads the acknowledgement %d as %s', (ack, state) => {
    expect(deliveryState(ack)).toBe(state);
  });

  it('recognises a row by the beginning of its ids', () => {
    expect(FIRST_TRY.startsWith(messageStem('row-1'))).toBe(true);
  });
});
