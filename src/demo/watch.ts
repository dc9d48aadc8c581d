import type { Database } from '../db';
import type { Change } from '../sandbox/tryit';
import type { Logger } from '../telemetry';
import { chatsSince, marksOf } from './rows';

const LOOK_MS = 300;

type Listener = (change: Change) => void;

/** Looks for changes of a shop while anyone listens: also those that another process made. */
export class ShopWatch {
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
    private readonly shop: number,
    private readonly chats: readonly string[],
  ) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.timer === undefined) this.look(null);
    return () => this.listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  private look(before: Awaited<ReturnType<typeof marksOf>> | null): void {
    this.timer = setTimeout(() => {
      if (this.listeners.size === 0) {
        this.timer = undefined;
        return;
      }
      this.changes(before).then(
        (marks) => this.look(marks),
        (error: unknown) => {
          this.logger.warn({ err: error }, 'the try-it page cannot look for changes');
          this.look(before);
        },
      );
    }, LOOK_MS);
    this.timer.unref();
  }

  private changes(before: Awaited<ReturnType<typeof marksOf>> | null): ReturnType<typeof marksOf> {
    return this.db.asMerchant(this.shop, async (work) => {
      const marks = await marksOf(work);
      if (before === null) return marks;
      if (marks.messages > before.messages)
        for (const chatId of await chatsSince(work, before.messages)) this.tell({ kind: 'message', chatId });
      // Which of them was answered does not show: each chat looks for its own ticks.
      else if (marks.answered > before.answered)
        for (const chatId of this.chats) this.tell({ kind: 'message', chatId });
      if (marks.postings > before.postings) this.tell({ kind: 'ledger' });
      if (marks.shop !== before.shop) this.tell({ kind: 'shop' });
      return marks;
    });
  }
}
