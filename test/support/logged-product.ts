import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfig } from '../../src/config';
import { startProduct, type Product } from '../../src/product';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { createLogger } from '../../src/telemetry';
import { openShop, percent } from './shop';
import { SmartPosServer, text } from './smartpos-server';

/** The embedded product with one shop, which is connected to a SmartPOS, and all that it logs. */
export class LoggedProduct {
  private constructor(
    readonly product: Product,
    readonly smartpos: SmartPosServer,
    readonly shop: number,
    readonly connection: ConnectionSecrets,
    private readonly folder: string,
    private readonly written: string[],
  ) {}

  static async open(level: string, smartpos = new SmartPosServer()): Promise<LoggedProduct> {
    const folder = mkdtempSync(join(tmpdir(), 'logged-'));
    await smartpos.start();
    smartpos.on('sales', text('[]'));
    const written: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(chunk.toString());
        done();
      },
    });
    const env = {
      DATA_DIR: folder,
      PORT: '0',
      PRIVATE_PORT: '0',
      SANDBOX: 'off',
      SMARTPOS_URL: smartpos.url,
    };
    const often = { POLL_SECONDS: '1', SWEEP_SECONDS: '0.2', BURST_MS: '0' };
    const product = await startProduct(readConfig({ ...env, ...often }), {
      logger: createLogger(level, sink),
    });
    const shop = await openShop(product.db, [percent(500)]);
    const connection = await product.db.asMerchant(shop, (work) =>
      createConnection(work, { ...smartpos.keys, company: null }),
    );
    return new LoggedProduct(product, smartpos, shop, connection, folder, written);
  }

  get logged(): string {
    return this.written.join('');
  }

  async close(): Promise<void> {
    await this.product.stop();
    await this.smartpos.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
