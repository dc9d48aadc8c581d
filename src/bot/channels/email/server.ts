import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import { mailFault } from '../../../loyalty';
import { reasonOf, type SendOutcome } from '../../channel';

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;
/** How long everything waits while the server cannot be reached or does not let us in. */
const DOWN_MS = 60_000;

export type MailOutcome = { state: 'sent' } | Exclude<SendOutcome, { state: 'sent' }>;

interface Refused extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** The server that takes our mail: `smtp://user:password@host:587`, or `smtps:` where TLS comes before everything. */
export class MailServer {
  private readonly url: URL;

  constructor(smtpUrl: string) {
    this.url = new URL(smtpUrl);
  }

  /** Hands one message over. Never throws: a fault is an outcome. */
  async deliver(envelope: { from: string; to: string }, message: Buffer): Promise<MailOutcome> {
    const connection = this.connection();
    let isHanded = false;
    const body = Readable.from(
      (function* () {
        isHanded = true;
        yield message;
      })(),
    );
    try {
      await this.open(connection);
      await done((callback) => connection.send(envelope, body, callback));
      return { state: 'sent' };
    } catch (error) {
      return outcomeOf(error as Refused, isHanded);
    } finally {
      connection.close();
    }
  }

  private connection(): SMTPConnection {
    const { protocol, hostname, port, username } = this.url;
    const secure = protocol === 'smtps:';
    return new SMTPConnection({
      host: hostname,
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      // A password is for nobody on the way.
      requireTLS: username !== '' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    });
  }

  private async open(connection: SMTPConnection): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    // What goes wrong later is told to whoever sends.
    connection.on('error', () => undefined);
    const { username, password } = this.url;
    if (username === '') return;
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    await done((callback) => connection.login({ credentials }, callback));
  }
}

const done = (begin: (callback: (error: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => begin((error) => (error === null ? resolve() : reject(error))));

/**
 * RFC 5321 section 4.2.1: 4yz may pass, 5yz will not. Once the message was being handed over, silence is no refusal: it may
 * have been taken.
 */
function outcomeOf({ code, command, responseCode, response }: Refused, isHanded: boolean): MailOutcome {
  if (code === 'EAUTH') return { state: 'held', reason: 'mail-server-refuses-us', waitMs: DOWN_MS };
  if (responseCode !== undefined && (code === 'EENVELOPE' || code === 'EMESSAGE')) {
    if (responseCode < 500) return { state: 'failed', reason: 'mail-put-off', retry: true };
    return command === 'RCPT TO'
      ? refused(response)
      : { state: 'failed', reason: 'mail-refused', retry: false };
  }
  if (code === 'EENVELOPE') return refused();
  if (isHanded) return { state: 'unknown', reason: 'mail-connection-lost' };
  return { state: 'held', reason: 'mail-server-down', waitMs: DOWN_MS };
}

function refused(response?: string): MailOutcome {
  const fault = mailFault(null, response);
  return { state: 'failed', reason: reasonOf(fault), retry: false, fault };
}
