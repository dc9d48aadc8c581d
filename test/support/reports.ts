import { pino } from 'pino';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from './inbox';
import { Intake } from '../../src/sync/intake';
import type { TestDatabase } from './database';

const logger = pino({ level: 'silent' });
/** A port on which nobody listens. */
const NOBODY = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret', company: null };

/** What SmartPOS reports of one shop: taken in as by the webhook or a pull, and read. */
export class Reports {
  #made = 0;

  constructor(
    private readonly test: TestDatabase,
    readonly shop: number,
    readonly connection: string,
  ) {}

  /** Of a shop that is connected to a SmartPOS which answers nothing. */
  static async of(test: TestDatabase, shop: number): Promise<Reports> {
    const { id } = await test.db.asMerchant(shop, (work) => createConnection(work, NOBODY));
    return new Reports(test, shop, id);
  }

  /** Comes in; it is not read yet. Without an id of its own it is another delivery. */
  async arrive(
    report: object | string,
    {
      source = 'webhook',
      id = `report ${(this.#made += 1)}`,
    }: { source?: 'webhook' | 'pull'; id?: string } = {},
  ): Promise<void> {
    const { test, shop: merchantId, connection: connectionId } = this;
    const body = typeof report === 'string' ? report : JSON.stringify(report);
    const intake = new Intake(test.db, test.clock, test.doorbell);
    await intake.add({ merchantId, connectionId, deliveryId: id, source, body });
  }

  /** Everything that has come in. */
  read(): Promise<void> {
    return readInbox(this.test.db, this.shop, logger, FULL_PACE);
  }

  async tell(...report: Parameters<Reports['arrive']>): Promise<void> {
    await this.arrive(...report);
    await this.read();
  }
}
