import type { Database } from '../db';
import { every, type Loop } from '../jobs/every';
import type { Change } from '../sandbox/tryit';
import type { Logger } from '../telemetry';
import { chatsSince, marksOf } from './rows';

const LOOK_SECONDS = 0.3;

type Listener = (change: Change) => void;
type Marks = Awaited<ReturnType<typeof marksOf>>;

/** Looks for changes of a shop while anyone listens: also those that another process made. */
export class ShopWatch {
  private readonly listeners = new Set<Listener>();
  private before: Marks | null = null;
  private loop: Loop | null = null;
  /** Until the looks that had begun have ended. */
  private resting: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
    private readonly shop: number,
    private readonly chats: readonly string[],
  ) {}

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.isOver) this.loop ??= this.look();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) void this.rest();
    };
  }

  /** Before what it looks at is closed: afterwards it looks for nothing more, whoever listens. */
  stop(): Promise<void> {
    this.isOver = true;
    return this.rest();
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  private tellEachChat(): void {
    for (const chatId of this.chats) this.tell({ kind: 'message', chatId });
  }

  private look(): Loop {
    this.before = null;
    const run = async (): Promise<void> => {
      this.before = await this.changes(this.before);
    };
    const what = 'looking for what changes on the try-it page';
    return every({ what, everySeconds: LOOK_SECONDS, run }, this.logger);
  }

  private rest(): Promise<void> {
    const ended = this.loop?.stop();
    this.loop = null;
    this.resting = this.resting.then(() => ended);
    return this.resting;
  }

  private changes(before: Marks | null): Promise<Marks> {
    return this.db.asMerchant(this.shop, async (work) => {
      const marks = await marksOf(work);
      // What came between the listener's own look and this first one would be told by none that follow.
      if (before === null) {
        this.tellEachChat();
        return marks;
      }
      if (marks.messages > before.messages)
        for (const chatId of await chatsSince(work, before.messages)) this.tell({ kind: 'message', chatId });
      // Which of them was answered does not show: each chat looks for its own ticks.
      else if (marks.answered > before.answered) this.tellEachChat();
      if (marks.postings > before.postings) this.tell({ kind: 'ledger' });
      if (marks.shop !== before.shop) this.tell({ kind: 'shop' });
      return marks;
    });
  }
}
