import { setTimeout as sleep } from 'node:timers/promises';
import type { Ended } from './ends';

/** A database that crashed is back in seconds; what is not noted has to be taken for what may have left. */
const AGAIN_AFTER_MS = [500, 1_000, 2_000, 4_000];

/** A message that is under way, and how it will have ended. */
export interface Sending {
  id: string;
  end: Promise<Ended>;
}

/** How many a channel has in hand at once, and how many are claimed together. */
export interface HandSize {
  most: number;
  each: number;
}

/**
 * What of a shop is in hand: claimed, and not yet noted how it ended. It outlives a round of sending, so that nobody waits for one
 * that is answered late but what goes to the same chat. Ends are noted together, once as many as are claimed together have
 * gathered, or nothing else is under way.
 */
export class Hand {
  /** INVARIANT: nothing in it is claimed anew, even where the clock says that its time is over. */
  readonly ids = new Set<string>();
  /** Of each chat, what goes to it last of all that is in hand: nothing overtakes it. */
  readonly chats = new Map<string, Sending>();
  /** Customers whom a message that is on its way introduces the shop to. */
  readonly introduced = new Set<string>();
  private going = 0;
  private noting = 0;
  private readonly ended: Ended[] = [];
  private readonly faults: unknown[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    readonly size: HandSize,
    private readonly note: (ended: readonly Ended[]) => Promise<void>,
  ) {}

  take(sendings: readonly Sending[]): void {
    this.going += sendings.length;
    for (const { id, end } of sendings)
      void end
        .then((ended) => void this.ended.push(ended))
        .catch((error: unknown) => {
          this.ids.delete(id);
          this.faults.push(error);
        })
        .then(() => {
          this.going -= 1;
          return this.noteSome();
        });
  }

  /** Resolves when there is room for as many as are claimed together; rejects where something failed since it was last asked. */
  room(): Promise<void> {
    const { most, each } = this.size;
    return this.untilAtMost(most - each);
  }

  /** Resolves when all of it is noted; rejects where something failed since it was last asked, once the rest has ended. */
  empty(): Promise<void> {
    return this.untilAtMost(0);
  }

  private async untilAtMost(count: number): Promise<void> {
    while (this.count > count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    const faults = this.faults.splice(0);
    if (faults.length > 0) throw faults[0];
  }

  private get count(): number {
    return this.going + this.ended.length + this.noting;
  }

  private async noteSome(): Promise<void> {
    while (this.noting === 0 && this.ended.length > 0) {
      if (this.going > 0 && this.ended.length < this.size.each) break;
      const some = this.ended.splice(0);
      this.noting = some.length;
      await this.noteAtLast(some).catch((error: unknown) => void this.faults.push(error));
      for (const { message } of some) this.ids.delete(message.id);
      this.noting = 0;
    }
    if (this.count === 0) {
      this.chats.clear();
      this.introduced.clear();
    }
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async noteAtLast(some: readonly Ended[]): Promise<void> {
    for (const ms of AGAIN_AFTER_MS)
      try {
        return await this.note(some);
      } catch {
        await sleep(ms);
      }
    await this.note(some);
  }
}
