import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../secrets';

/** The message, and to which address it went. */
interface Sent {
  merchantId: number;
  /** The outbox row. */
  messageId: string;
  address: string;
}

/** What a returned message names; `proof` is still to be compared, since it is over the address too. */
export interface Named {
  merchantId: number;
  messageId: string;
  proof: Buffer;
}

const CONTEXT = 'returned mail';
const PROOF_BYTES = 10;
const ID_DIGITS = 25;
const PROOF_DIGITS = 16;
/** PostgreSQL's integer. */
const LAST_SHOP = 2 ** 31 - 1;
const TOKEN = new RegExp(
  `(?<![0-9a-z])([0-9a-z]{1,6})\\.([0-9a-z]{${ID_DIGITS}})\\.([0-9a-z]{${PROOF_DIGITS}})@`,
  'gi',
);
/**
 * By which a message that comes back is known: `{shop}.{outbox row}.{proof}`, in base 36, since servers on the way may change
 * capitals. It is in the Message-ID and, where mail comes back to an address of its own, in the envelope's sender.
 */
export function returnToken(secrets: Secrets, sent: Sent): string {
  const [proof] = proofs(secrets, sent);
  if (proof === undefined) throw new Error('there is always a present key');
  return [
    sent.merchantId.toString(36),
    base36(Buffer.from(sent.messageId.replaceAll('-', ''), 'hex'), ID_DIGITS),
    base36(proof, PROOF_DIGITS),
  ].join('.');
}

/** Every token in these header lines. */
export function tokensIn(text: string): Named[] {
  return [...text.matchAll(TOKEN)].flatMap(([, shop = '', id = '', proof = '']) => {
    const message = bytes(id, 16);
    const mac = bytes(proof, PROOF_BYTES);
    const merchantId = Number.parseInt(shop, 36);
    if (message === null || mac === null || merchantId > LAST_SHOP) return [];
    const messageId = message.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return [{ merchantId, messageId, proof: mac }];
  });
}

export const isProven = (secrets: Secrets, { proof, ...named }: Named, address: string): boolean =>
  proofs(secrets, { ...named, address }).some((one) => timingSafeEqual(one, proof));

const proofs = (secrets: Secrets, { merchantId, messageId, address }: Sent): Buffer[] =>
  secrets
    .hashes(`${merchantId}.${messageId}.${address.toLowerCase()}`, CONTEXT)
    .map((hash) => hash.subarray(0, PROOF_BYTES));

const base36 = (number: Buffer, digits: number): string =>
  BigInt(`0x${number.toString('hex')}`)
    .toString(36)
    .padStart(digits, '0');

/** Null where the number is too large for so many bytes. */
function bytes(text: string, count: number): Buffer | null {
  const number = Array.from(text.toLowerCase()).reduce(
    (sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)),
    0n,
  );
  const hex = number.toString(16).padStart(count * 2, '0');
  return hex.length > count * 2 ? null : Buffer.from(hex, 'hex');
}
