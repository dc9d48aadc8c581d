import { recordDelivery } from '../bot/sending/outbox-rows';
import { sendDue } from '../bot/sending/outbound';
import { receive } from '../bot/receiving/receive';
import { ownUnderstanding } from '../bot/conversation/flow';
import { drawFrom } from '../chance';
import type { Database } from '../db';
import type { Job } from '../jobs/every';
import type { Instant } from '../loyalty';
import type { Pace } from '../pacing';
import { AddressBook, type ConnectionSecrets } from '../sync/connections';
import { Intake } from '../sync/intake';
import { pulling, type Pulling } from '../sync/pull';
import { createWebhook } from '../sync/webhook';
import { answerBells, workerJobs } from '../product/worker';
import { Agenda } from './agenda';
import { SimulatedChannel, chatOfPhone, type Shown } from './channel';
import { SimulatedDatabase } from './database';
import { Deliveries, type Webhook } from './deliveries';
import { SimulatedDoorbell } from './doorbell';
import { chanceOf, Draws } from './draws';
import { MadeFault, Sky, weatherOf } from './faults';
import type { Ground } from './ground';
import { InlineThread } from './inline-thread';
import { ABSENT } from './people';
import { SimulatedSmartPos } from './smartpos';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const BURST_MS = 700;

/** What a process of the product has in memory, and loses when it dies. */
interface Process {
  webhook: Webhook;
  jobs: Job[];
  pull: Pulling;
}

/** One shop's world: the whole product over its real SQL, and around it a network and people drawn from the seed. */
export class World {
  readonly agenda: Agenda;
  readonly draws: Draws;
  readonly sky: Sky;
  readonly smartpos: SimulatedSmartPos;
  readonly channel: SimulatedChannel;
  readonly db: SimulatedDatabase;
  /** As it stands, without faults: for those who look from outside. */
  readonly real: Database;
  readonly story: string[] = [];
  deliveries: Deliveries | null = null;
  shown: (message: Shown) => void = () => undefined;
  private readonly doorbell: SimulatedDoorbell;
  private process: Process;
  private spoken = 0;

  constructor(
    readonly ground: Ground,
    readonly seed: number,
    start: Instant,
    private readonly pace: Pace | null,
  ) {
    const { clock, logger } = ground;
    const draws = (stream: string): Draws => new Draws(seed, stream);
    clock.set(start);
    this.draws = draws('people');
    this.sky = new Sky(weatherOf(draws('weather')));
    this.agenda = new Agenda(clock);
    this.real = ground.db;
    drawFrom(chanceOf(draws('chance'), clock));
    this.doorbell = new SimulatedDoorbell({
      agenda: this.agenda,
      draws: draws('rings'),
      logger,
      lost: this.sky.share('rings'),
    });
    ground.ringing(this.doorbell);
    this.db = new SimulatedDatabase({
      real: ground.db,
      merchantId: seed,
      draws: draws('database'),
      faults: this.sky.share('database'),
    });
    this.smartpos = new SimulatedSmartPos(clock, draws('smartpos'), this.sky.share('smartpos'));
    this.channel = new SimulatedChannel({
      agenda: this.agenda,
      clock,
      draws: draws('channel'),
      faults: this.sky.share('channel'),
      absent: ABSENT,
      remembers: this.draws.happens(0.7),
      shown: (message) => {
        this.tell(`${message.phone} sees: ${message.text.replaceAll('\n', ' / ')}`);
        this.shown(message);
      },
      delivered: (providerId, state) => this.delivered(providerId, state),
    });
    this.process = this.startProcess();
  }

  get now(): Instant {
    return this.ground.clock.now();
  }

  tell(what: string): void {
    this.story.push(`${new Date(this.now).toISOString().slice(0, 19)} ${what}`);
  }

  /** The shop's address for events is known from here on. */
  connect(connection: ConnectionSecrets): void {
    this.deliveries = new Deliveries({
      agenda: this.agenda,
      clock: this.ground.clock,
      draws: new Draws(this.seed, 'events'),
      webhook: () => this.process.webhook,
      connection,
      faults: this.sky.share('events'),
      tell: (what) => this.tell(what),
    });
  }

  /** The process dies and another begins: what it had in memory is gone. */
  restart(): void {
    this.tell('the process dies');
    this.doorbell.forget();
    this.process = this.startProcess();
  }

  /** Each job once, as if its time had come. */
  async lookAround(): Promise<void> {
    for (const { what, run } of this.process.jobs) {
      await run().catch((error: unknown) => this.ground.logger.error({ err: error }, `${what} failed`));
      await this.process.pull.rest();
    }
  }

  /** Until nothing rings and nothing is written. */
  async rest(): Promise<void> {
    await this.doorbell.rest();
    await this.db.rest();
  }

  /** Somebody writes to the shop; the network hands it over until it is taken, and sometimes once more. */
  say(phone: string, text: string): void {
    const message = {
      id: `said_${++this.spoken}`,
      chatId: chatOfPhone(phone),
      phone,
      name: null,
      kind: 'text' as const,
      text,
      at: this.now,
    };
    this.tell(`${phone} says: ${text}`);
    const hand = async (): Promise<void> => {
      try {
        await receive(this.db, this.seed, message, BURST_MS);
      } catch (error) {
        if (!(error instanceof MadeFault)) throw error;
        this.agenda.in(20 * SECOND_MS, hand);
      }
    };
    this.agenda.in(0, hand);
    if (this.draws.happens(this.sky.share('channel')())) this.agenda.in(MINUTE_MS, hand);
  }

  private startProcess(): Process {
    const { clock, logger, secrets } = this.ground;
    const { db, doorbell } = this;
    const intake = new Intake(db, clock, doorbell);
    const config = {
      databaseUrl: 'simulated',
      databasePool: 4,
      openShops: false,
      sweepSeconds: 2,
      mail: null,
    };
    const giveWay = (): Promise<void> => Promise.resolve();
    const parts = { config, db, clock, logger, doorbell, giveWay, understanding: ownUnderstanding };
    answerBells(parts);
    doorbell.answer('outbound', 1, () => this.send());
    const pull = pulling({ db, clock, logger, intake, everySeconds: 30, way: this.smartpos });
    const addresses = new AddressBook(db, secrets, clock);
    return {
      webhook: createWebhook({ addresses, intake, clock, logger, eventsPerSecond: 500 }),
      jobs: [...workerJobs(parts, new InlineThread()), ...pull.jobs],
      pull,
    };
  }

  private async send(): Promise<void> {
    const { logger } = this.ground;
    const again = await sendDue(this.db, this.channel, this.seed, logger, {
      publicUrl: 'https://smartbis.example',
      pace: this.pace,
      withPictures: false,
    });
    if (again === null) return;
    this.agenda.at(Math.max(again, this.now + 1), () =>
      this.doorbell.ringHere('outbound', String(this.seed)),
    );
  }

  private async delivered(providerId: string, state: 'delivered' | 'read' | 'failed'): Promise<void> {
    // The network tells it once: what is lost here is lost.
    await this.db
      .asMerchant(this.seed, (work) => recordDelivery(work, providerId, state))
      .catch((error: unknown) => {
        if (!(error instanceof MadeFault)) throw error;
      });
  }
}
