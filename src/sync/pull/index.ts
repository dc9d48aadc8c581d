import { every } from '../../jobs/every';
import { importDue } from './history-import';
import { fetchItems } from './items-fetcher';
import { Poller, type PollerOptions } from './poller';

const IMPORT_SECONDS = 2;
const ITEMS_SECONDS = 1;
const LOOK_SECONDS = 1;

/** All that is pulled of SmartPOS: sales as they are made, their items, and what was sold before. */
export function startPulling(options: PollerOptions): { stop(): Promise<void> } {
  const { db, clock, logger, everySeconds } = options;
  const stopping = new AbortController();
  const poller = new Poller(options);
  const loops = [
    every(Math.min(everySeconds, LOOK_SECONDS), 'a round of pulls', logger, () => poller.pollDue()),
    every(ITEMS_SECONDS, 'fetching items', logger, () => fetchItems(db, clock, logger)),
    every(IMPORT_SECONDS, 'importing histories', logger, () => importDue(options, stopping.signal)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await poller.close();
    },
  };
}
