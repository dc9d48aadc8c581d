import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel, ChannelKind } from '../bot/channel';
import { codeWantedFor } from '../bot/hosting/channel-states';
import { CloudApiChannel } from '../bot/channels/cloud-api';
import { EmailChannel } from '../bot/channels/email';
import { SimulatorChannel } from '../bot/channels/simulator';
import { profileOf } from '../bot/channels/whatsapp-web/browser';
import { Post } from '../bot/sending/post';
import type { Clock } from '../clock';
import type { Config } from '../config';
import type { Database } from '../db';
import type { ShopChannel } from '../loyalty';
import type { Pace } from '../pacing';
import type { Logger } from '../telemetry';

/** Pacing is for a phone's number among people's: a simulated network and an official interface have none. */
export const paceOfChannels =
  (config: Config) =>
  (kind: ChannelKind): Pace | null =>
    kind === 'whatsapp-web' ? config.pace : null;

const sessionsIn = (config: Config): string => join(config.dataDir, 'whatsapp');

/** Whether a number's link is on this process's disk; the other channels keep nothing there. */
export const isAtHome =
  (config: Config) =>
  (merchantId: number, kind: ShopChannel): boolean =>
    kind !== 'whatsapp-web' || existsSync(profileOf(sessionsIn(config), String(merchantId)));

/** Sends what goes by e-mail; null where no mail server is known. */
export const postOf = (
  { config: { mail }, db, logger }: { config: Config; db: Database; logger: Logger },
  publicUrl: string,
): Post | null =>
  mail === null ? null : new Post({ db, logger, publicUrl, channel: new EmailChannel(mail) });

/** Opens a shop's channel, of the kind that it has. */
export function channelOpener({
  config,
  db,
  clock,
  logger,
}: {
  config: Config;
  db: Database;
  clock: Clock;
  logger: Logger;
}): (merchantId: number, kind: ShopChannel) => Channel {
  return (merchantId, kind) => {
    if (kind === 'simulator') return new SimulatorChannel(db, clock, merchantId);
    if (kind === 'cloud-api')
      return new CloudApiChannel({ db, clock, logger, merchantId, baseUrl: config.cloudApiUrl });
    // Loaded only here: a browser's driver is heavy, and most processes need none.
    const { createWhatsAppWebChannel } =
      require('../bot/channels/whatsapp-web') as typeof import('../bot/channels/whatsapp-web');
    return createWhatsAppWebChannel({
      accountId: String(merchantId),
      dataDir: sessionsIn(config),
      ...(config.chromePath === null ? {} : { chromePath: config.chromePath }),
      codeWantedFor: () => db.asMerchant(merchantId, codeWantedFor),
      logger,
      clock,
    });
  };
}
