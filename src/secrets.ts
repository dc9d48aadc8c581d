import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './ids';

/** Without and with the id of its key. */
const FIRST_VERSION = 1;
const VERSION = 2;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Keys {
  id: Buffer;
  encryption: Buffer;
  hashing: Buffer;
}

function keysOf(key: Buffer): Keys {
  if (key.length !== 32) throw new RangeError('the secret key has 32 bytes');
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, '', purpose, length));
  return {
    id: derive('smartbis key id', KEY_ID_BYTES),
    encryption: derive('smartbis encryption', 32),
    hashing: derive('smartbis hashing', 32),
  };
}

/** What is encrypted was so under another key than those that were given. */
export class KeyNotHere extends Error {
  constructor() {
    super(
      'an envelope under a key that is not here: what is encrypted in this database is under another key than SECRET_KEY and PREVIOUS_SECRET_KEYS (without SECRET_KEY: than DATA_DIR/secret-key).',
    );
    this.name = 'KeyNotHere';
  }
}

/**
 * What the secret key of the configuration is used for, each use under a key of its own (HKDF-SHA256). An envelope is:
 * version (1 byte), key id (4), nonce (12), tag (16), AES-256-GCM cipher text; the first version had no key id. Keys of
 * before are only read with, while `npm run rotate-key` brings everything under the present one.
 */
export class Secrets {
  private readonly keys: readonly [Keys, ...Keys[]];

  constructor(key: Buffer, previous: readonly Buffer[] = []) {
    this.keys = [keysOf(key), ...previous.map(keysOf)];
  }

  /** What every envelope under the present key begins with. */
  get prefix(): Buffer {
    return Buffer.concat([Buffer.of(VERSION), this.keys[0].id]);
  }

  /** `context` binds the envelope to its place: it opens only there. */
  encrypt(text: string, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys[0].encryption, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([this.prefix, nonce, cipher.getAuthTag(), body]);
  }

  /** Whether its key is here, as far as it says which that is. */
  mayOpen(envelope: Buffer): boolean {
    return envelope[0] !== VERSION || this.keyOf(envelope) !== undefined;
  }

  /** Throws where the envelope was altered, moved or made under a key that is not here. */
  decrypt(envelope: Buffer, context: string): string {
    if (envelope[0] === VERSION) {
      const key = this.keyOf(envelope);
      if (key === undefined) throw new KeyNotHere();
      return open(key, envelope.subarray(1 + KEY_ID_BYTES), context);
    }
    if (envelope[0] !== FIRST_VERSION) throw new Error('an envelope of an unknown version');
    const [present, ...previous] = this.keys;
    for (const key of previous)
      try {
        return open(key, envelope.subarray(1), context);
      } catch {
        // Under another one, then.
      }
    return open(present, envelope.subarray(1), context);
  }

  private keyOf(envelope: Buffer): Keys | undefined {
    const id = envelope.subarray(1, 1 + KEY_ID_BYTES);
    return this.keys.find((one) => one.id.equals(id));
  }

  /** The same, under the present key; null where it is under it already. */
  renewed(envelope: Buffer, context: string): Buffer | null {
    const isPresent = envelope.subarray(0, 1 + KEY_ID_BYTES).equals(this.prefix);
    return isPresent ? null : this.encrypt(this.decrypt(envelope, context), context);
  }

  /** A keyed hash, to find a secret by without keeping it. */
  hash(text: string, context: string): Buffer {
    return hashUnder(this.keys[0], text, context);
  }

  /** What it may be kept as: under the present key first, then under those of before. */
  hashes(text: string, context: string): Buffer[] {
    return this.keys.map((key) => hashUnder(key, text, context));
  }
}

/** Whether it is the secret; how long that takes tells nothing of how much of it matches. */
export const isSameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(sha256(given), sha256(secret));

/** Nonce, tag, cipher text. */
function open({ encryption }: Keys, sealed: Buffer, context: string): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', encryption, nonce)
    .setAAD(Buffer.from(context))
    .setAuthTag(tag);
  const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

const hashUnder = ({ hashing }: Keys, text: string, context: string): Buffer =>
  createHmac('sha256', hashing).update(`${context}\0${text}`).digest();

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
