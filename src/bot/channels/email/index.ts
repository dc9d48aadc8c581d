import type { Channel, ChannelEvents, OutboundMessage, SendOutcome } from '../../channel';
import type { MailConfig } from '../../../config';
import { MailServer } from './server';
import { compose } from './message';

/**
 * Notices by e-mail, for whom no chat reaches: nothing is heard on it. A chat is an address here. Whether a message whose
 * sending was interrupted had left, nobody can tell; each keeps its Message-ID, by which readers know a second one.
 */
export class EmailChannel implements Channel {
  readonly kind = 'email';
  private readonly server: MailServer;

  constructor(private readonly config: MailConfig) {
    this.server = new MailServer(config.smtpUrl);
  }

  start(events: ChannelEvents): Promise<void> {
    events.status({ state: 'ready' });
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    const { from, returns } = this.config;
    const { mail, messageId } = await compose(message, from);
    const sender = returns === null ? from : returnAddress(returns.address, message);
    const outcome = await this.server.deliver({ from: sender, to: message.chatId }, mail);
    return outcome.state === 'sent' ? { state: 'sent', providerId: messageId } : outcome;
  }

  chatOf(): Promise<null> {
    return Promise.resolve(null);
  }

  wasSent(): Promise<null> {
    return Promise.resolve(null);
  }

  typing(): Promise<void> {
    return Promise.resolve();
  }
}

/** One of its own for each message (VERP): what comes back there tells by its address of which. */
function returnAddress(address: string, { mail }: OutboundMessage): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${mail?.returnToken ?? ''}${address.slice(at)}`;
}
