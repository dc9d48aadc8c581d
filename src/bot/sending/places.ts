/** A set's place behind those that were claimed before it. */
export interface Place {
  /** Resolves when those have taken theirs. */
  before: Promise<unknown>;
  taken: () => void;
}

/** Places in the order of claiming: sets are made ready beside each other, and go to a chat in that order. */
export class Places {
  private last: Promise<unknown> = Promise.resolve();

  next(): Place {
    const before = this.last;
    let taken = (): void => undefined;
    const own = new Promise<void>((resolve) => (taken = resolve));
    this.last = Promise.all([before, own]);
    return { before, taken };
  }
}
