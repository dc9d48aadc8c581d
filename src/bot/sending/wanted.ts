import { MESSAGES, type Instant, type Notice, type SendingRules, type Switches } from '../../loyalty';

/** Why a message is not sent; it stays, with the reason. */
export type Unwanted =
  | 'switched-off'
  /** It lost its sense before it could go. */
  | 'overtaken'
  /** They said so. */
  | 'opted-out'
  /** Nobody ever asked for marketing. */
  | 'no-consent'
  | 'weekly-ceiling';

/** What of its recipient decides on a notice to a customer. */
export interface Recipient {
  consent: boolean | null;
  /** They want no messages at all but answers. */
  stopped: boolean;
  /** Marketing that they were sent, or may have been, in the last seven days. */
  thisWeek: number;
}

/** Null: it is wanted. What was begun before and interrupted is not counted against itself by the caller. */
export function unwanted(
  { notice, notAfter }: { notice: Notice; notAfter: Instant | null },
  { consent, stopped, thisWeek }: Recipient,
  { switches, rules, now }: { switches: Switches; rules: SendingRules; now: Instant },
): Unwanted | null {
  if (switches.get(notice.kind) === 'off') return 'switched-off';
  if (notAfter !== null && notAfter <= now) return 'overtaken';
  if (stopped) return 'opted-out';
  if (MESSAGES[notice.kind].class === 'transactional') return null;
  if (consent !== true) return consent === false ? 'opted-out' : 'no-consent';
  return thisWeek >= rules.weeklyCeiling ? 'weekly-ceiling' : null;
}
