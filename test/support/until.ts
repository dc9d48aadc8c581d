import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

/** How long to wait, and how often to look meanwhile. */
export interface Patience {
  seconds?: number;
  everyMs?: number;
}

type Found<T> = Exclude<T, undefined | null | false>;

/**
 * Resolves with what `look` finds, once it finds something. Rejects after a minute, or as many seconds as it is told, with
 * `what` did not come and what was seen last; that long only where something is broken, never because a machine is slow.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  patience: Patience = {},
): Promise<Found<T>> {
  const seen = await untilSeen(
    what,
    look,
    (one) => one !== undefined && one !== null && one !== false,
    patience,
  );
  return seen as Found<T>;
}

/** The same for what is always there: resolves with what `look` sees once that is `enough`. */
export async function untilSeen<T>(
  what: string,
  look: () => T | Promise<T>,
  enough: (seen: T) => boolean,
  { seconds = 60, everyMs = 20 }: Patience = {},
): Promise<T> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (enough(seen)) return seen;
    if (performance.now() > end)
      throw new Error(`waited ${seconds} s in vain for ${what}; seen last: ${inspect(seen, { depth: 4 })}`);
    await sleep(everyMs);
  }
}

/**
 * A moment in which something could happen that must not, or by which other things are spread. Never before asserting
 * that something did happen: that is `until`'s.
 */
export const moment = (ms: number): Promise<void> => sleep(ms);
