/** One process at a time hosts a shop's number: a second session would log the first one out. */
export interface Leases {
  /**
   * How long, in milliseconds, a lease that is gone may still be taken again by who held it: it was wiped under a living
   * process, which sees to it at its next look. 0 where leases are not wiped. `isShort`: of what can be stopped at once.
   */
  wipedMs(isShort: boolean): number;
  /** Takes or renews; false where another process holds it. */
  hold(name: string, isShort?: boolean): Promise<boolean>;
  release(name: string): Promise<void>;
  /** Whether another process has it for sure. */
  isElsewhere(name: string): Promise<boolean>;
  /** Of these, those that nobody holds, or whose holder has yet to say so again (`wipedMs`); none while that cannot be told. */
  free(names: readonly string[]): Promise<string[]>;
  /** Says that this process takes leases; how many processes do by now, itself included. */
  join(): Promise<number>;
  /** Calls `listener` whenever leases can be taken again that could not. */
  whenBack(listener: () => void): void;
  close(): Promise<void>;
}

/** Without Redis there is one process, which holds everything. */
export const soleProcess: Leases = {
  wipedMs: () => 0,
  free: (names) => Promise.resolve([...names]),
  join: () => Promise.resolve(1),
  whenBack: () => undefined,
  hold: () => Promise.resolve(true),
  release: () => Promise.resolve(),
  isElsewhere: () => Promise.resolve(false),
  close: () => Promise.resolve(),
};
