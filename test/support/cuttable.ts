import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a TCP server that can be cut without a word, as a network does: nothing passes, nothing is closed. */
export class CuttableWay {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly port: number,
  ) {}

  static async to(target: URL): Promise<CuttableWay> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = new CuttableWay(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => way.join(near, target));
    return way;
  }

  cut(): void {
    this.isCut = true;
  }

  /** What is connected ends, and whoever tries again gets through. */
  mend(): void {
    this.isCut = false;
    this.drop();
  }

  /** Ends what is connected; whoever tries again is let in. */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  async close(): Promise<void> {
    this.drop();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, target: URL): void {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (chunk) => {
        if (!this.isCut) to.write(chunk);
      });
      from.on('close', () => to.destroy());
    }
  }
}
