import { constants } from 'node:fs';
import { access, mkdir, readFile, readlink, rm, statfs, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

export class BrowserMissing extends Error {}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The browser to drive: the given one, else the first of the usual places. Throws BrowserMissing, saying what to do. */
export async function findBrowser(
  chromePath: string | undefined,
  places: readonly string[] = USUAL_PLACES[process.platform] ?? [],
): Promise<string> {
  if (chromePath !== undefined) {
    if (await isExecutable(chromePath)) return chromePath;
    throw new BrowserMissing(`CHROME_PATH names ${chromePath}, which is no program that can be run`);
  }
  for (const place of places) if (await isExecutable(place)) return place;
  throw new BrowserMissing(
    'WhatsApp needs Chromium or Chrome: install one, or set CHROME_PATH to its program',
  );
}

/** Chromium's sandbox refuses to run as root, the only case in which it is given up. */
export function browserArguments(isRoot: boolean, extra: readonly string[]): string[] {
  return ['--disable-dev-shm-usage', '--no-first-run', ...(isRoot ? ['--no-sandbox'] : []), ...extra];
}

/** Files by which Chromium claims a profile; a browser that was killed leaves them behind. */
const PROFILE_CLAIMS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/** Kept in the profile, so that it goes when the link goes. */
const LINKED_AT = 'smartbis-linked-at';

/** Where the linked session of an account is kept. */
export function profileOf(dataDir: string, accountId: string): string {
  return join(dataDir, `session-${accountId}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes away the claim that a killed browser, perhaps in a container that is gone, left on the profile: Chromium
 * would refuse to start. Throws when a living browser of this machine holds it.
 */
export async function releaseProfile(profile: string): Promise<void> {
  const holder = await readlink(join(profile, 'SingletonLock')).catch(() => null);
  if (holder === null) return;
  const [, host, pid] = /^(.*)-(\d+)$/.exec(holder) ?? [];
  if (host === hostname() && isAlive(Number(pid)))
    throw new Error(`the WhatsApp profile is in use by another browser (process ${pid})`);
  await Promise.all(PROFILE_CLAIMS.map((claim) => rm(join(profile, claim), { force: true })));
}

/** Below this a browser damages its own profile, and with it the link. */
const LEAST_DISK_BYTES = 200_000_000;

export class DiskFull extends Error {}

/** Throws a DiskFull when the disk of the sessions has no room for one; makes their directory. */
export async function spareDisk(
  dataDir: string,
  freeBytes: (dir: string) => Promise<number> = freeIn,
): Promise<void> {
  // Whoever reads a profile can act as the linked device.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const free = await freeBytes(dataDir);
  if (free < LEAST_DISK_BYTES)
    throw new DiskFull(
      `the disk of the WhatsApp sessions is full: ${Math.floor(free / 1e6)} MB are free, 200 are needed`,
    );
}

async function freeIn(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/** Forgets the link of a profile whose browser has ended. */
export async function deleteProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 4 });
}

/** When the account was linked, in milliseconds since 1970; null for a profile that does not know. */
export async function linkedAt(profile: string): Promise<number | null> {
  const text = await readFile(join(profile, LINKED_AT), 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

export async function setLinkedAt(profile: string, at: number): Promise<void> {
  await writeFile(join(profile, LINKED_AT), String(at));
}
