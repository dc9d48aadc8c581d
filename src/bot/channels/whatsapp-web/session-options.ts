import type { Logger } from 'pino';
import type { Clock } from '../../../clock';
import type { ChannelProblem, ChannelStatus } from '../../channel';
import type { RawMessage } from './inbound';
import type { Timings } from './timing';

export interface SessionOptions {
  accountId: string;
  dataDir: string;
  executablePath: string;
  args: string[];
  timings: Timings;
  /** More than this is given back by a fresh browser, in a quiet minute. */
  memoryMb: number;
  /** The phone (E.164) for which a code to link with is wanted; null where none is. */
  codeWantedFor: () => Promise<string | null>;
  clock: Clock;
  logger: Logger;
  events: {
    status(status: ChannelStatus): void;
    /** Received, or sent by the shop's number on any of its devices, this one included. */
    message(raw: RawMessage): void;
    acknowledged(providerId: string, ack: number): void;
  };
}

export interface SessionEnd {
  /** `renewed`: ended on purpose, for a fresh browser. */
  kind: 'lost' | 'logged-out' | 'renewed';
  reason: string;
  /** What the owner is told; that the browser failed, if nothing else is said. */
  problem?: ChannelProblem;
}
