import { Duplex } from 'node:stream';

/** The wire protocol's Terminate. */
const GOODBYE = Buffer.from([0x58, 0, 0, 0, 4]);

/** What `pg` takes for a TCP socket to the one session of an embedded database. */
export class SessionSocket extends Duplex {
  /** `deliver`: takes the client's half of the wire protocol; the server's half is pushed. */
  constructor(private readonly deliver: (message: Uint8Array) => void) {
    super();
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // The session pushes.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hand([chunk]);
    done();
  }

  /** What was corked together is one message: each wakes the database. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.hand(chunks.map(({ chunk }) => chunk));
    done();
  }

  private hand(parts: Buffer[]): void {
    // The session outlives its client: a goodbye would end the one session there is.
    const isGoodbye = parts.at(-1)?.equals(GOODBYE) === true;
    const message = Buffer.concat(isGoodbye ? parts.slice(0, -1) : parts);
    if (message.length > 0) this.deliver(new Uint8Array(message));
    if (isGoodbye) this.push(null);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }
}
