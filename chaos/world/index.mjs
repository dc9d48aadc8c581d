// Everything that a run is made of: shops, whoever sells, talks and listens, and the processes that serve them.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { createDatabase, openProductDatabase } from '../../bench/lib/support.mjs';
import { Fleet, PRODUCT } from '../machines/fleet.mjs';
import { WorldClock } from './clock.mjs';
import { Cloud } from './cloud.mjs';
import { People } from './people.mjs';
import { Poster } from './poster.mjs';
import { openShop } from './shops.mjs';
import { SmartPos } from './smartpos.mjs';

const TODAY = { openProductDatabase, openShop, program: PRODUCT };

/**
 * The world of a plan over a database of its own, whose shops are made by `version`'s own code; what has to be stopped is added
 * to `stops`.
 */
export async function buildWorld({ plan, servers, folder, counts, stops, version = TODAY }) {
  process.env.TEST_DATABASE_URL = servers.postgres.url;
  const logger = pino({ level: 'silent' });
  const clock = new WorldClock(join(folder, 'clock'));
  const database = await createDatabase();
  const key = randomBytes(32);
  const db = await version.openProductDatabase(database.url, key, clock);
  stops.push(() => db.close());
  const smartpos = await SmartPos.start({ plan, clock, folder, logger });
  stops.push(() => smartpos.stop());
  const cloud = await Cloud.start(plan, clock);
  stops.push(() => cloud.stop());
  const shops = [];
  for (const place of plan.shops.keys())
    shops.push(await version.openShop(db, { plan, place, smartpos, cloud }));
  const env = {
    PATH: process.env.PATH,
    CHAOS_CLOCK: clock.file,
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    REDIS_URL: servers.redis.url,
    SECRET_KEY: key.toString('base64'),
    CLOUD_API_URL: cloud.url,
    SANDBOX: 'off',
    PRIVATE_PORT: '0',
    LOG_LEVEL: 'warn',
    POLL_SECONDS: '10',
    SWEEP_SECONDS: '1',
    EVENTS_PER_SECOND: '100000',
  };
  const fleet = await Fleet.create({ env, counts, logs: folder, program: version.program });
  stops.push(() => fleet.abandon());
  const poster = new Poster(fleet.webPorts);
  stops.push(() => poster.close());
  const people = new People({ plan, cloud, poster, shops });
  return { clock, key, db, url: database.url, smartpos, cloud, shops, fleet, poster, people };
}
