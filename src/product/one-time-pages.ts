import { openShopPage } from '../bot/pages/open-shop-page';
import { createCloudConnectPage } from '../bot/channels/cloud-api/connect-page';
import { newPinPage, pinPage } from '../bot/pages/pin-pages';
import { relinkPage } from '../bot/pages/relink-page';
import { createConnectPage } from '../sync/connect-page';
import { tillKeyPage } from '../tills/key-page';
import type { Config } from '../config';
import type { LinkPurpose } from '../pages/one-time-links';
import type { OneTimePage } from '../pages/one-time';

/** Each page that a one-time link opens. */
export const oneTimePages = (
  { smartposUrl, cloudApiUrl }: Config,
  publicUrl: () => string,
): OneTimePage<LinkPurpose>[] => [
  createConnectPage({ smartposUrl, publicUrl }),
  createCloudConnectPage({ cloudApiUrl, publicUrl }),
  pinPage,
  newPinPage,
  tillKeyPage,
  openShopPage,
  relinkPage,
];
