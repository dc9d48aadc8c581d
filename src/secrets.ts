import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ENVELOPE_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What the one secret key of the configuration is used for, each use under a key of its own (HKDF-SHA256).
 * An envelope is: version (1 byte), nonce (12), tag (16), AES-256-GCM cipher text.
 */
export class Secrets {
  private readonly encryption: Buffer;
  private readonly hashing: Buffer;

  constructor(key: Buffer) {
    if (key.length !== 32) throw new RangeError('the secret key has 32 bytes');
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
    this.encryption = derive('smartbis encryption');
    this.hashing = derive('smartbis hashing');
  }

  /** `context` binds the envelope to its place: it opens only there. */
  encrypt(text: string, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.encryption, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(ENVELOPE_VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** Throws where the envelope was altered, moved or made under another key. */
  decrypt(envelope: Buffer, context: string): string {
    if (envelope[0] !== ENVELOPE_VERSION) throw new Error('an envelope of an unknown version');
    const nonce = envelope.subarray(1, 1 + NONCE_BYTES);
    const tag = envelope.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.encryption, nonce)
      .setAAD(Buffer.from(context))
      .setAuthTag(tag);
    const body = envelope.subarray(1 + NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** A keyed hash, to find a secret by without keeping it. */
  hash(text: string, context: string): Buffer {
    return createHmac('sha256', this.hashing).update(`${context}\0${text}`).digest();
  }
}

/** The embedded default's own key: made once and kept beside its data. */
export function keptSecretKey(dataDir: string): Buffer {
  const path = join(dataDir, 'secret-key');
  try {
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32);
  writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return key;
}
