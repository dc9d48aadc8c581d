import type { PGlite } from '@electric-sql/pglite';

/** The session's answer to a message of the wire protocol, as it comes: PGlite would read it once more for itself. */
export async function answerOf(database: PGlite, message: Uint8Array): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const onRawData = (part: Uint8Array): void => void parts.push(Buffer.from(part));
  await database.execProtocolRawStream(message, { syncToFs: false, onRawData });
  const [only] = parts;
  // A whole array of its own: what is posted to another thread is copied with all that lies behind it.
  return parts.length === 1 && only !== undefined
    ? new Uint8Array(only)
    : new Uint8Array(Buffer.concat(parts));
}
