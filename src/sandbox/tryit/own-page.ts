import type { Request } from 'express';
import { isIP } from 'node:net';

/**
 * Whether it is asked for under a name that is this machine's: an address, `localhost`, or one that was given. The page of another
 * site whose name was made to lead here (DNS rebinding) is, to the browser, of one origin with ours; only its name tells.
 */
export function isUnderOwnName(request: Request, names: readonly string[]): boolean {
  const host = nameOf(`http://${request.get('host') ?? ''}`);
  if (host === null) return false;
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 || host === 'localhost' || host.endsWith('.localhost') || names.includes(host);
}

/** Whether another site's page asks, or one of another port: each browser tells by one of the two. */
export function isOfAnotherPage(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin') ?? 'null';
  return origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
}

/** As `Host` names it; null where it names none. */
export const nameOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);
