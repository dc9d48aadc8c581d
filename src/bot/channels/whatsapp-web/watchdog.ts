import type { Clock } from '../../../clock';
import type { ChannelProblem } from '../../channel';
import type { PageState } from './page';
import { pause, within, type Timings } from './timing';

export interface Watched {
  probe(): Promise<PageState>;
  isReady(): boolean;
  /** The page is in sync and the library has not noticed. */
  nudge(): Promise<void>;
  /** The page has stopped renewing the code to scan. */
  refreshQr(): Promise<void>;
  /** WhatsApp Web's connection was lost (its state), or is back (null). Called at changes only. */
  offline(state: string | null): void;
  /** The browser does not even answer. */
  frozen(): void;
  /** Nothing more is to be hoped of this browser. */
  lost(reason: string, problem?: ChannelProblem): void;
}

const MISSES_OF_A_DEAD_BROWSER = 2;
/** A page that is loading years of conversations may be busy for long. */
const MISSES_WHILE_LOADING = 8;

/**
 * Asks the page at intervals how it is, since a crash, a freeze and a lost connection come without any event.
 * Every wait is bounded except that for a person to scan the code.
 */
export class Watchdog {
  private readonly stopping = new AbortController();
  private misses = 0;
  private offlineSince: number | null = null;
  private connectedSince: number | null = null;
  private syncedSince: number | null = null;
  private noticedAt: number | null = null;

  constructor(
    private readonly watched: Watched,
    private readonly timings: Timings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look();
      await pause(this.timings.probeEvery, this.stopping.signal);
    }
  }

  /** The library has noticed that the page is in sync, and listens soon: telling it again would have it say so too early. */
  noticed(): void {
    this.noticedAt = this.clock.now();
  }

  stop(): void {
    this.stopping.abort();
  }

  /** One probe and what follows from it. */
  async look(): Promise<void> {
    try {
      const state = await within(this.timings.probe, 'the probe', this.watched.probe());
      if (this.stopping.signal.aborted) return;
      this.misses = 0;
      await this.judge(state);
    } catch {
      this.misses += 1;
      const enough = this.watched.isReady() ? MISSES_OF_A_DEAD_BROWSER : MISSES_WHILE_LOADING;
      if (this.misses >= enough && !this.stopping.signal.aborted) this.watched.frozen();
    }
  }

  private async judge({ state, hasSynced }: PageState): Promise<void> {
    if (state === 'CONNECTED') {
      this.online();
      if (!this.watched.isReady()) await this.hurry(hasSynced);
      return;
    }
    this.connectedSince = this.syncedSince = this.noticedAt = null;
    if (state.startsWith('UNPAIRED') && this.watched.isReady()) this.watched.lost('the link is gone');
    else if (state === 'UNPAIRED_IDLE') await this.watched.refreshQr();
    else if (state !== 'UNPAIRED' && state !== 'PAIRING') this.missConnection(state);
  }

  private online(): void {
    if (this.offlineSince === null) return;
    this.offlineSince = null;
    this.watched.offline(null);
  }

  private async hurry(hasSynced: boolean): Promise<void> {
    const now = this.clock.now();
    this.connectedSince ??= now;
    if (now - this.connectedSince > this.timings.ready) {
      this.watched.lost('linked, but never became ready');
      return;
    }
    if (!hasSynced) return;
    this.syncedSince ??= now;
    if (now - this.syncedSince < this.timings.syncGrace) return;
    if (this.noticedAt !== null && now - this.noticedAt < this.timings.attach) return;
    this.syncedSince = now;
    await this.watched.nudge();
  }

  private missConnection(state: string): void {
    const now = this.clock.now();
    if (this.offlineSince === null) {
      this.offlineSince = now;
      this.watched.offline(state);
    }
    if (now - this.offlineSince > this.timings.offline)
      this.watched.lost(`no connection to WhatsApp (${state})`, 'no-connection');
  }
}
