import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { EmailChannel } from '../../src/bot/channels/email';
import { Post } from '../../src/bot/sending/post';
import type { MailConfig } from '../../src/config';
import type { TestDatabase } from './database';

/** The address that e-mails come from in tests. */
export const FROM = 'avisos@smartbis.example';

/** What sends by e-mail over the server at that address. */
export const postOver = (
  smtpUrl: string,
  { db, logger }: Pick<TestDatabase, 'db' | 'logger'>,
  { publicUrl = '', returns = null }: { publicUrl?: string; returns?: MailConfig['returns'] } = {},
): Post => new Post({ db, logger, publicUrl, channel: new EmailChannel({ smtpUrl, from: FROM, returns }) });

/** What the server does with the next messages. */
export type Mood =
  | 'takes'
  /** At RCPT: the address is not there (550). */
  | 'refuses'
  /** At RCPT: its mailbox is full (552). */
  | 'is-full'
  /** At RCPT: not now (451). */
  | 'puts-off'
  /** The connection is cut at RCPT. */
  | 'drops'
  /** The whole message is taken, and the connection is cut instead of the answer. */
  | 'takes-and-drops'
  /** At AUTH: the login is none (535). */
  | 'knows-nobody';

export interface Login {
  user: string;
  password: string;
}

/** A real SMTP server on a port of its own, with what it took. What it refuses it quotes, as many do. */
export class Mailbox {
  readonly received: ParsedMail[] = [];
  /** The envelope's sender of each. */
  readonly senders: string[] = [];
  mood: Mood = 'takes';
  private readonly server: SMTPServer;

  private constructor(private readonly login: Login | null) {
    this.server = new SMTPServer({
      disabledCommands: login === null ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 100,
      onAuth: ({ username = '', password = '' }, _session, callback) => {
        if (this.mood !== 'knows-nobody' && username === login?.user && password === login.password)
          return callback(null, { user: username });
        return callback(answer(535, `5.7.8 ${username} with ${password}: no such login`));
      },
      onRcptTo: ({ address }, _session, callback) => {
        if (this.mood === 'drops') return this.cut();
        if (this.mood === 'refuses') return callback(answer(550, `<${address}>: no such mailbox`));
        if (this.mood === 'is-full') return callback(answer(552, `5.2.2 <${address}>: mailbox full`));
        return callback(this.mood === 'puts-off' ? answer(451, `<${address}>: try again later`) : null);
      },
      onData: (stream, { envelope }, callback) => {
        simpleParser(stream, (error: Error | null, mail) => {
          if (error !== null) return callback(error);
          this.received.push(mail);
          this.senders.push(envelope.mailFrom === false ? '' : envelope.mailFrom.address);
          return this.mood === 'takes-and-drops' ? this.cut() : callback(null);
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  /** One that asks for a login where one is given. */
  static async open(login: Login | null = null): Promise<Mailbox> {
    const mailbox = new Mailbox(login);
    await new Promise<void>((resolve) => mailbox.server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    const { user, password } = this.login ?? {};
    const login = user === undefined ? '' : `${user}:${password}@`;
    return `smtp://${login}127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** As it was when it was opened. */
  empty(): void {
    this.mood = 'takes';
    this.received.length = 0;
    this.senders.length = 0;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  private cut(): void {
    const connections = (this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
      .connections;
    for (const { _socket: socket } of connections) socket.destroy();
  }
}

/** Where the first message that was taken lets its reader stop offers (List-Unsubscribe). */
export function unsubscribeOf({ received: [mail] }: Mailbox): string {
  const list = mail?.headers.get('list') as { unsubscribe: { url: string } } | undefined;
  return list?.unsubscribe.url ?? 'no such header';
}

const answer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });
