import type { Job } from '../../jobs/every';
import { importDue } from './history-import';
import { fetchItems } from './items-fetcher';
import { Poller, type PollerOptions } from './poller';

const LOOK_SECONDS = 1;

export interface Pulling {
  jobs: Job[];
  /** Resolves when the pulls under way have ended. */
  rest(): Promise<void>;
  /** Ends an import after its window, too. */
  close(): Promise<void>;
}

/** All that is pulled of SmartPOS: sales as they are made, their items, and what was sold before. */
export function pulling(options: PollerOptions): Pulling {
  const { db, clock, logger, way } = options;
  const stopping = new AbortController();
  const poller = new Poller(options);
  const jobs: Job[] = [
    {
      what: 'a round of pulls',
      everySeconds: Math.min(options.everySeconds, LOOK_SECONDS),
      run: () => poller.pollDue(),
    },
    { what: 'fetching items', everySeconds: 1, run: () => fetchItems(db, clock, logger, way) },
    { what: 'importing histories', everySeconds: 2, run: () => importDue(options, stopping.signal) },
  ];
  return {
    jobs,
    rest: () => poller.idle(),
    close: async () => {
      stopping.abort();
      await poller.close();
    },
  };
}
