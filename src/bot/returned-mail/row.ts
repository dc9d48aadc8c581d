import type { DueMessage } from '../sending/claim';

/** `unknown`: it names no message of ours, or is forged. `sending`: the end of its sending is not noted yet; ask again. */
export type Noted = 'noted' | 'known' | 'sending' | 'unknown';

/** What was sent. */
export type Row = Pick<
  DueMessage,
  'id' | 'channel' | 'customerId' | 'staffId' | 'params' | 'priority' | 'isCopy' | 'phone'
> & {
  state: string;
  reason: string | null;
  /** The Message-ID under which it went last. */
  providerId: string | null;
  addresses: string[];
};

const LEFT: readonly string[] = ['sent', 'delivered', 'read', 'unknown'];

/** Whether it went, or may have gone, and waits for nothing more. */
export const hasLeft = ({ state }: Pick<Row, 'state'>): boolean => LEFT.includes(state);
