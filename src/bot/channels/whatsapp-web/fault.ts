/**
 * An error as it may be logged and stored. The library's messages carry chat ids, so long digits are masked;
 * it also throws bare strings.
 */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n', 1)[0] ?? '';
  return line.replace(/\d{5,}/g, '…').slice(0, 200);
}

/** Whether another try of the same send would meet the same refusal: the address itself is of no use. */
export function isPermanent(error: unknown): boolean {
  return /No LID for user|invalid wid/i.test(error instanceof Error ? error.message : String(error));
}

/** Whether the browser could not reach WhatsApp's pages at all: Chromium's network errors. */
export function isOffline(error: unknown): boolean {
  return /net::ERR_(?!ABORTED)/.test(error instanceof Error ? error.message : String(error));
}
