import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfig } from '../../src/config';
import { startProduct, type Product } from '../../src/product';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { staffByPhone, type StaffMember } from '../../src/loyalty';
import { issueLink, withLinks, type LinkPayloads, type LinkPurpose } from '../../src/pages/one-time-links';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { createLogger } from '../../src/telemetry';
import { openShop, OWNER, percent } from './shop';
import { SmartPosServer, text } from './smartpos-server';

/** The embedded product with one shop, which is connected to a SmartPOS, and all that it writes. */
export class LoggedProduct {
  /** What it answered where that was a problem. */
  readonly problems: string[] = [];
  /** The pages by which it refused something, each with its status and its head. */
  readonly refusals: { status: number; whole: string }[] = [];

  private constructor(
    readonly product: Product,
    readonly smartpos: SmartPosServer,
    readonly shop: number,
    readonly connection: ConnectionSecrets,
    private readonly folder: string,
    private readonly lines: string[],
  ) {}

  static async open(
    level: string,
    {
      smartpos = new SmartPosServer(),
      more = {},
    }: { smartpos?: SmartPosServer; more?: NodeJS.ProcessEnv } = {},
  ): Promise<LoggedProduct> {
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
    const product = await startProduct(readConfig({ ...env, ...often, ...more }), {
      logger: createLogger(level, sink),
    });
    const shop = await openShop(product.db, [percent(500)]);
    const connection = await product.db.asMerchant(shop, (work) =>
      createConnection(work, { ...smartpos.keys, company: null }),
    );
    return new LoggedProduct(product, smartpos, shop, connection, folder, written);
  }

  get logged(): string {
    return this.lines.join('');
  }

  /** What it wrote for operators and strangers, by where. */
  async written(): Promise<Record<'logged' | 'metrics' | 'problems' | 'refusals', string>> {
    const metrics = await (await fetch(`${this.product.privateUrl}/metrics`)).text();
    const refusals = this.refusals.map(({ whole }) => whole).join('\n');
    return { logged: this.logged, metrics, problems: this.problems.join('\n'), refusals };
  }

  /** Every table of the database as it is kept, but for the simulated phones. */
  async dump(): Promise<Map<string, string>> {
    const { db } = this.product;
    const tables = await db.call<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('migrations', 'simulator_messages')`,
    );
    const dumped = new Map<string, string>();
    for (const { name } of tables) {
      const rows = await db.asMerchant(this.shop, (work) => work.trx(name).select());
      const cells = rows.flatMap((row: object) => Object.values(row));
      dumped.set(name, cells.map(written).join(' '));
    }
    return dumped;
  }

  /** Asks the public port. */
  async ask(path: string, init: RequestInit = {}): Promise<number> {
    const answer = await fetch(`${this.product.url}${path}`, { redirect: 'manual', ...init });
    const body = await answer.text();
    const { status, headers } = answer;
    const type = headers.get('content-type') ?? '';
    if (type.includes('problem')) this.problems.push(body);
    if (type.includes('html') && status >= 400)
      this.refusals.push({ status, whole: `${JSON.stringify([...headers])} ${body}` });
    return status;
  }

  /** A one-time link of the owner's. */
  linkOf<Purpose extends LinkPurpose>(purpose: Purpose, payload: LinkPayloads[Purpose]): Promise<string> {
    return this.product.db.asMerchant(this.shop, async (work) => {
      const owner = (await staffByPhone(work, OWNER)) as StaffMember;
      const link = { purpose, holder: { staffId: owner.id }, chatId: simulatorChat(OWNER), payload };
      return withLinks(await issueLink(work, link), this.product.secrets, this.shop, '');
    });
  }

  async close(): Promise<void> {
    await this.product.stop();
    await this.smartpos.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const written = (cell: unknown): string =>
  Buffer.isBuffer(cell) ? cell.toString('latin1') : (JSON.stringify(cell) ?? '');

export const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});
