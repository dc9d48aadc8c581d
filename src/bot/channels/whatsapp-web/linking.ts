import type { Logger } from 'pino';
import type { ChannelStatus } from '../../channel';
import { reasonOf } from './fault';

/** What is asked of the page while the number is not linked. */
export interface LinkingPage {
  /** WhatsApp makes a code to be typed into the phone (E.164), and another every few minutes; each comes as an event. */
  requestCode(phone: string): Promise<void>;
}

/** The ways to link a number that the page offers at the moment: its code to scan, and one to type if it is wanted. */
export class Linking {
  private qr: string | null = null;
  private code: string | null = null;
  private askedFor: string | null = null;

  constructor(
    private readonly page: LinkingPage,
    /** The phone for which a code is wanted; null where none is. */
    private readonly wanted: () => Promise<string | null>,
    private readonly tell: (status: ChannelStatus) => void,
    private readonly logger: Logger,
  ) {}

  /** Another code to scan; an earlier one to type may be over with it. */
  async onQr(qr: string): Promise<void> {
    this.qr = qr;
    this.say();
    await this.offerCode();
  }

  /** WhatsApp's eight letters, shown as phones show them. */
  onCode(code: string): void {
    this.code = code.replace(/^(.{4})(.{4})$/, '$1-$2');
    this.say();
  }

  /** The page asks anew: what it offered before is over. */
  onRenewed(): void {
    this.askedFor = this.code = null;
  }

  /** Asks for a code where one is wanted, once for a phone. */
  async offerCode(): Promise<void> {
    if (this.qr === null) return;
    try {
      const phone = await this.wanted();
      if (phone === null || phone === this.askedFor) return;
      this.askedFor = phone;
      this.code = null;
      await this.page.requestCode(phone);
    } catch (error) {
      this.askedFor = null;
      this.logger.warn({ reason: reasonOf(error) }, 'a code to link with could not be had');
    }
  }

  private say(): void {
    this.tell({
      state: 'linking',
      ...(this.qr === null ? {} : { qr: this.qr }),
      ...(this.code === null ? {} : { code: this.code }),
    });
  }
}
