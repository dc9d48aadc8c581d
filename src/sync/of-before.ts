import type { Instant, Sale } from '../loyalty';

/** As much as the clock of a machine that is set may be behind. */
const BEHIND_MS = 15 * 60_000;

/** Whether a sale was made before its shop was connected, whichever way it comes. */
export const isOfBefore = ({ occurredAt }: Sale, connectedAt: Instant): boolean =>
  occurredAt < connectedAt - BEHIND_MS;
