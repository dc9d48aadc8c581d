import { Hosts } from '../bot/hosting/hosts';
import { drawCodes } from '../bot/hosting/terminal-code';
import { channelOpener, isAtHome, paceOfChannels, postOf } from './channel-opener';
import type { Clock } from '../clock';
import type { Config } from '../config';
import type { Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';
import { every, hurryEachSecond, type Loop } from '../jobs/every';
import { soleProcess, type Leases } from '../jobs/leases';
import type { Logger } from '../telemetry';

const LEASE_SECONDS = 5;
/** Each process learns of the others only after Redis came back, and what one gives up the next takes at its own look. */
const LOOKS_ONCE_BACK = 15;

interface HostingGround {
  config: Config;
  db: Database;
  clock: Clock;
  logger: Logger;
  doorbell: Doorbell;
  /** What is waited for between two rounds of sending. */
  giveWay: () => Promise<void>;
  /** Where the code of a number to be linked is drawn. */
  terminal?: ((text: string) => void) | undefined;
  /** No channel is opened any more. */
  stopping?: AbortSignal | undefined;
}

function leasesOf({ redisUrl }: Config, logger: Logger): Leases {
  if (redisUrl === null) return soleProcess;
  const { redisLeases } = require('../jobs/redis-leases') as typeof import('../jobs/redis-leases');
  return redisLeases(redisUrl, logger);
}

/** Hosts the channels of the shops and sends what is due in them, and by e-mail. */
export async function startHosts(
  ground: HostingGround,
  publicUrl: string,
  stops: (() => Promise<void>)[],
): Promise<Hosts> {
  const { config, db, clock, logger, doorbell, giveWay, terminal, stopping } = ground;
  const leases = leasesOf(config, logger);
  const open = channelOpener(ground);
  const hosts = new Hosts({
    db,
    clock,
    logger,
    leases,
    burstMs: config.burstMs,
    publicUrl,
    byEmail: config.mail !== null,
    giveWay,
    open,
    isAtHome: isAtHome(config),
    paceOf: paceOfChannels(config),
    told: terminal && drawCodes(terminal),
    stopping,
  });
  const keeping = every(
    { what: 'keeping the channels', everySeconds: LEASE_SECONDS, run: () => hosts.keep() },
    logger,
  );
  stops.push(async () => {
    await hosts.close();
    await keeping.stop();
    await leases.close();
  });
  const nextMs = await hosts.refresh();
  const post = postOf(ground, publicUrl);
  doorbell.answer('outbound', 64, async (key, ending) => {
    await hosts.wake(Number(key));
    await Promise.all([hosts.send(Number(key)), post?.send(Number(key), ending)]);
  });
  const loops = startLoops(ground, hosts, { keeping, leases, nextMs });
  stops.push(async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
  });
  return hosts;
}

/** What is done again and again for as long as this process hosts. */
function startLoops(
  { config, logger }: HostingGround,
  hosts: Hosts,
  { keeping, leases, nextMs }: { keeping: Loop; leases: Leases; nextMs: number | null },
): Loop[] {
  const again = (what: string, everySeconds: number, run: () => Promise<void>): Loop =>
    every({ what, everySeconds, run }, logger);
  const looking = again('looking for channels to host', LEASE_SECONDS, async () =>
    lookAgainIn(await hosts.refresh()),
  );
  const lookAgainIn = (ms: number | null): void => {
    if (ms !== null) setTimeout(() => looking.hurry(), ms).unref();
  };
  lookAgainIn(nextMs);
  leases.whenBack(() => {
    // Before another process may take what a Redis that was begun anew does not know of.
    keeping.hurry();
    hurryEachSecond(looking, LOOKS_ONCE_BACK);
  });
  return [
    looking,
    again('a round of sending', config.sweepSeconds, () => hosts.sendAll()),
    again('a round of reading callbacks', config.sweepSeconds, () => hosts.readAll()),
  ];
}
