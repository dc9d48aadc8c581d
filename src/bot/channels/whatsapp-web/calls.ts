import { MessageMedia } from 'whatsapp-web.js';
import type { OutboundMessage } from '../../channel';
import type { MissedPage } from './catch-up';
import type { Client } from './client';
import { accountNames, phoneOfChat, serialized } from './ids';
import type { LinkingPage } from './linking';
import type { RawMessage } from './inbound';
import * as inPage from './page';
import type { SendingPage } from './sending';
import { within, type Timings } from './timing';

/** What is asked of WhatsApp Web, each within its limit but for `post`, which its caller bounds. All reject on a fault. */
export class Calls implements SendingPage, MissedPage, LinkingPage {
  private readonly phones = new Map<string, Promise<string | null>>();

  constructor(
    private readonly client: Client,
    private readonly limits: Pick<Timings, 'call' | 'media'>,
  ) {}

  state(): Promise<inPage.PageState> {
    return this.evaluate(inPage.readState);
  }

  tellSynced(): Promise<void> {
    return this.evaluate(inPage.tellSynced);
  }

  number(): Promise<string | null> {
    return this.evaluate(inPage.readNumber);
  }

  refreshQr(): Promise<void> {
    return this.evaluate(inPage.refreshQr);
  }

  async requestCode(phone: string): Promise<void> {
    await this.bounded('asking for a code', this.client.requestPairingCode(phone.slice(1)));
  }

  mendLibrary(): Promise<void> {
    return this.evaluate(inPage.mendLibrary);
  }

  findOwn(chatId: string, stem: string, depth: number): Promise<inPage.OwnMessage[]> {
    return this.evaluate(inPage.findOwnMessages, chatId, stem, depth);
  }

  async own(sinceSeconds: number): Promise<RawMessage[]> {
    return (await this.evaluate(inPage.readOwn, sinceSeconds)) as RawMessage[];
  }

  async unread(sinceSeconds: number): Promise<RawMessage[]> {
    return (await this.evaluate(inPage.readUnread, sinceSeconds)) as RawMessage[];
  }

  async chatOf(phone: string): Promise<string | null> {
    for (const name of accountNames(phone)) {
      const id = await this.bounded('looking up a number', this.client.getNumberId(name));
      if (id !== null) return serialized(id);
    }
    return null;
  }

  /** The phone behind a `@lid`: asked once, since every question goes to WhatsApp; null when it will not say. */
  phoneOf(chatId: string): Promise<string | null> {
    const known = this.phones.get(chatId);
    if (known !== undefined) return known;
    const asked = this.bounded('resolving a contact', this.client.getContactLidAndPhone([chatId])).then(
      ([found]) => phoneOfChat(found?.pn ?? ''),
      () => {
        // A page that did not answer may do so the next time.
        this.phones.delete(chatId);
        return null;
      },
    );
    this.phones.set(chatId, asked);
    return asked;
  }

  /** The bytes of a received picture; rejects when they are not to be had. */
  async mediaOf(raw: RawMessage): Promise<Buffer> {
    const message = await this.bounded('finding a message', this.client.getMessageById(serialized(raw.id)));
    const media = await within(this.limits.media, 'fetching a picture', message.downloadMedia());
    // The library's types leave out that there may be none.
    if ((media as MessageMedia | undefined) === undefined)
      throw new Error('WhatsApp does not give the picture');
    return Buffer.from(media.data, 'base64');
  }

  async markSeen(chatId: string): Promise<void> {
    await this.bounded('marking as seen', this.client.sendSeen(chatId));
  }

  async typing(chatId: string): Promise<void> {
    await this.evaluate(inPage.showTyping, chatId);
  }

  async post(message: OutboundMessage, chosenId: string): Promise<inPage.OwnMessage | undefined> {
    const { chatId, text, document } = message;
    const media = mediaOf(message);
    const sent = await this.client.sendMessage(chatId, media ?? text, {
      ...(media === null ? {} : { caption: text, sendMediaAsDocument: document !== undefined }),
      // Fails on chats that a person marked as unread; the channel marks them itself, once they are taken in.
      sendSeen: false,
      linkPreview: false,
      parseVCards: false,
      extra: { chosenId },
    });
    return sent && { providerId: serialized(sent.id), ack: sent.ack };
  }

  private evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const page = this.client.pupPage;
    if (!page) return Promise.reject(new Error('there is no page yet'));
    const running = page.evaluate(run as (...given: unknown[]) => unknown, ...args);
    return this.bounded('a call of the page', running as Promise<Awaited<Result>>);
  }

  private bounded<T>(what: string, work: Promise<T>): Promise<T> {
    return within(this.limits.call, what, work);
  }
}

function mediaOf({ picture, document }: OutboundMessage): MessageMedia | null {
  const file = picture ? { bytes: picture.png, fileName: picture.fileName, mimeType: 'image/png' } : document;
  if (file === undefined) return null;
  const { bytes, fileName, mimeType } = file;
  return new MessageMedia(mimeType, bytes.toString('base64'), fileName, bytes.length);
}
