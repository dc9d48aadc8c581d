import type { Router } from 'express';
import type { Server } from 'node:http';
import { Registry } from 'prom-client';
import { createCallbackRouter } from '../bot/channels/cloud-api/callbacks';
import type { Understanding } from '../bot/understand';
import type { Hosts } from '../bot/hosting/hosts';
import { returnedMail } from '../bot/returned-mail/openapi';
import { createReturnedMailRouter } from '../bot/returned-mail/router';
import { createUnsubscribeRouter } from '../bot/pages/unsubscribe';
import { createLinkRouter } from '../bot/pages/link-page';
import { systemClock, type Clock } from '../clock';
import { publicUrlOf, type Config, type ProcessRole } from '../config';
import { openDatabase, type Database } from '../db';
import { usableDirectory } from '../embedded/lock';
import { BooksWatch } from './books-watch';
import { createHealthRouter } from './health';
import { startHosts } from './hosting';
import { checkKey } from './key-check';
import { closeServer, createApp, createHttpServer, listen } from '../http';
import { HttpMetrics } from '../http/metrics';
import type { Doorbell } from '../jobs/doorbell';
import { InProcessDoorbell } from '../jobs/in-process';
import { MeasuredDoorbell } from '../jobs/measured';
import { every, type Job } from '../jobs/every';
import { oneTimePages } from './one-time-pages';
import { createMissingRouter, createOneTimeRouter } from '../pages/one-time';
import { InsightThread } from '../loyalty';
import { configuredUnderstanding } from './phrase-files';
import { watchBooks, watchRedis, watchSessions } from './health/process-figures';
import { createOpenApiRouter } from '../http/openapi';
import { keptSecretKey, Secrets } from '../secrets';
import { AddressBook } from '../sync/connections';
import { Intake } from '../sync/intake';
import { smartposEvents } from '../sync/openapi';
import { pulling } from '../sync/pull';
import { Refusals } from '../sync/refusals';
import { createWebhook } from '../sync/webhook';
import { tillRoutes } from '../tills/openapi';
import { createTillRouter } from '../tills/router';
import type { Logger } from '../telemetry';
import { answerBells, workerJobs } from './worker';

export interface Product {
  db: Database;
  secrets: Secrets;
  clock: Clock;
  logger: Logger;
  hosts: Hosts | null;
  /** Where the public port answers; null without the web role. */
  url: string | null;
  privateUrl: string;
  /** Stops in order: no new work, what is in progress ends, then what it stood on. */
  stop(): Promise<void>;
}

/** What every part stands on. */
interface Ground {
  config: Config;
  clock: Clock;
  logger: Logger;
  secrets: Secrets;
  doorbell: Doorbell;
  registry: Registry;
  db: Database;
  intake: Intake;
  /** Judging and sending wait for this, so that those who wait for an answer go first. */
  giveWay: () => Promise<void>;
  understanding: Understanding;
}

type Stop = () => Promise<void>;

export interface ProductOptions {
  clock?: Clock;
  logger: Logger;
  /** Further pages of the public port. */
  routers?: readonly Router[];
  /** Where the code of a number to be linked is drawn: a terminal that somebody sees, and keeps nothing. */
  terminal?: ((text: string) => void) | undefined;
  /** Starting is given up: it rejects with the signal's reason, and what had started is stopped in order. */
  stopping?: AbortSignal;
}

/** Starts the parts that the configuration's roles ask for. Whatever had started is stopped again if one fails to. */
export async function startProduct(config: Config, options: ProductOptions): Promise<Product> {
  const stops: Stop[] = [];
  let isEnding = false;
  const stop = async (): Promise<void> => {
    isEnding = true;
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const ground = await layGround(config, options, stops);
    const { stopping, terminal } = options;
    stopping?.throwIfAborted();
    const has = (role: ProcessRole): boolean => config.roles.includes(role);
    const privateUrl = await startHealth(ground, stops, () => isEnding);
    if (has('worker')) startWorker(ground, stops);
    const url = has('web') ? await startWeb(ground, options, stops) : null;
    const hosting = { ...ground, terminal, stopping };
    const hosts = has('whatsapp') ? await startHosts(hosting, publicUrlOf(config, url), stops) : null;
    stopping?.throwIfAborted();
    return {
      db: ground.db,
      secrets: ground.secrets,
      clock: ground.clock,
      logger: ground.logger,
      hosts,
      url,
      privateUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Bull is loaded where there is a Redis: it is a third of what starting loads. */
function bellOf({ redisUrl }: Config, logger: Logger, secrets: Secrets, registry: Registry): Doorbell {
  if (redisUrl === null) return new InProcessDoorbell(logger);
  const { BullDoorbell } = require('../jobs/bull') as typeof import('../jobs/bull');
  const bell = new BullDoorbell(redisUrl, logger, secrets);
  watchRedis(registry, () => bell.isConnected);
  return bell;
}

async function layGround(config: Config, options: ProductOptions, stops: Stop[]): Promise<Ground> {
  const { logger, clock = systemClock } = options;
  const understanding = configuredUnderstanding(config);
  const secrets = new Secrets(
    config.secretKey ?? keptSecretKey(usableDirectory(config.dataDir)),
    config.previousSecretKeys,
  );
  const registry = new Registry();
  const doorbell = new MeasuredDoorbell(bellOf(config, logger, secrets, registry), registry);
  const db = await openDatabase({
    url: config.databaseUrl,
    migrationsUrl: config.migrationsDatabaseUrl,
    pool: config.databasePool,
    dataDir: config.dataDir,
    clock,
    secrets,
    doorbell,
    logger,
    stopping: options.stopping,
  });
  watchSessions(registry, () => db.sessions());
  stops.push(
    () => db.close(),
    () => doorbell.close(),
  );
  await checkKey(db, secrets);
  const intake = new Intake(db, clock, doorbell, logger);
  // On the embedded database whatever is done holds up everyone.
  const longestMs = config.databaseUrl === null ? 1_000 : 400;
  const giveWay = (): Promise<void> => intake.quiet(longestMs);
  return { config, clock, logger, secrets, doorbell, registry, db, understanding, intake, giveWay };
}

async function startHealth(ground: Ground, stops: Stop[], isEnding: () => boolean): Promise<string> {
  const { config, logger } = ground;
  const server = createHttpServer(createApp([createHealthRouter({ ...ground, isEnding })], logger), null);
  const port = await listen(server, config.host, config.privatePort, 'PRIVATE_PORT');
  stops.push(() => closeServer(server));
  return `http://${config.host}:${port}`;
}

/** Judges what came, answers what was said, and looks after what is due. */
function startWorker(ground: Ground, stops: Stop[]): void {
  const { config, db, clock, logger, intake, registry } = ground;
  answerBells(ground);
  const books = new BooksWatch();
  watchBooks(registry, () => books.faultyShops);
  const thread = new InsightThread();
  const jobs = workerJobs(ground, thread);
  const pull =
    config.pollSeconds > 0
      ? pulling({ db, intake, clock, logger, everySeconds: config.pollSeconds })
      : undefined;
  const watching: Job = {
    what: 'checking the books',
    everySeconds: 600,
    run: (stopping) => books.look({ db, logger, stopping }, clock.now()),
  };
  const loops = [...jobs, watching, ...(pull?.jobs ?? [])].map((job) => every(job, logger));
  stops.push(async () => {
    // Ends a fit or an import that runs, so that its loop can stop.
    await Promise.all([thread.close(), pull?.close(), ...loops.map((loop) => loop.stop())]);
    await pull?.close();
  });
}

/** All that the public port answers, but for SmartPOS's events, which go ahead of express. */
export const publicRouters = (
  { config, db, secrets, clock, logger }: Pick<Ground, 'config' | 'db' | 'secrets' | 'clock' | 'logger'>,
  publicUrl: () => string,
): Router[] => [
  createLinkRouter({ db, secrets, clock }),
  createUnsubscribeRouter({ db, secrets }),
  createCallbackRouter({ db, secrets, clock, logger }),
  createOneTimeRouter({ db, clock }, oneTimePages(config, publicUrl)),
  ...returnedMailRouters({ config, db, clock, logger }),
  createOpenApiRouter([smartposEvents, tillRoutes, returnedMail], publicUrl),
  createTillRouter({ db, clock }),
];

/** Nothing where returned mail is not set up. */
function returnedMailRouters({
  config,
  ...parts
}: Pick<Ground, 'config' | 'db' | 'clock' | 'logger'>): Router[] {
  const returns = config.mail?.returns ?? null;
  return returns === null ? [] : [createReturnedMailRouter({ ...parts, secret: returns.secret })];
}

async function startWeb(ground: Ground, options: ProductOptions, stops: Stop[]): Promise<string> {
  const { config, db, secrets, clock, logger, intake } = ground;
  const refusals = new Refusals(db, clock, logger);
  const requests = new HttpMetrics(ground.registry);
  const webhook = createWebhook({
    refused: (...refusal) => refusals.note(...refusal),
    addresses: new AddressBook(db, secrets, clock),
    intake,
    clock,
    logger,
    eventsPerSecond: config.eventsPerSecond,
  });
  let url: string | null = null;
  const publicUrl = (): string => publicUrlOf(config, url);
  const routers = [...publicRouters(ground, publicUrl), ...(options.routers ?? []), createMissingRouter()];
  const server: Server = createHttpServer(createApp(routers, logger, config.proxies), webhook, (...served) =>
    requests.watch(...served),
  );
  const port = await listen(server, config.host, config.port, 'PORT');
  stops.push(() => closeServer(server));
  url = `http://${config.host}:${port}`;
  return url;
}
