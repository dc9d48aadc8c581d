import type { Job } from '../../jobs/every';
import { Importer } from './history-import';
import { ItemsFetcher } from './items-fetcher';
import { Poller, type PollerOptions } from './poller';

const LOOK_SECONDS = 1;

export interface Pulling {
  jobs: Job[];
  /** Resolves when the pulls under way have ended. */
  rest(): Promise<void>;
  /** Starts on no more, and waits for those under way: an import ends after its window. */
  close(): Promise<void>;
}

/** All that is pulled of SmartPOS: sales as they are made, their items, and what was sold before. */
export function pulling(options: PollerOptions): Pulling {
  const poller = new Poller(options);
  const items = new ItemsFetcher(options);
  const importer = new Importer(options);
  const jobs: Job[] = [
    {
      what: 'a round of pulls',
      everySeconds: Math.min(options.everySeconds, LOOK_SECONDS),
      run: () => poller.pollDue(),
    },
    { what: 'fetching items', everySeconds: 1, run: () => items.fetchDue() },
    { what: 'importing histories', everySeconds: 2, run: () => importer.importDue() },
  ];
  return {
    jobs,
    rest: async () => {
      await Promise.all([poller.idle(), items.idle(), importer.idle()]);
    },
    close: async () => {
      await Promise.all([poller.close(), items.close(), importer.close()]);
    },
  };
}
