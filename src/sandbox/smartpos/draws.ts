import { createHash } from 'node:crypto';

/** Random-looking values that are always the same for the same words: counter blocks of SHA-256. */
export class Draws {
  private readonly words: string;
  private blocks = 0;
  private bytes = Buffer.alloc(0);

  constructor(...words: readonly (string | number)[]) {
    this.words = JSON.stringify(words);
  }

  take(count: number): Buffer {
    while (this.bytes.length < count) {
      const block = createHash('sha256').update(`${this.words}${this.blocks++}`).digest();
      this.bytes = Buffer.concat([this.bytes, block]);
    }
    const taken = this.bytes.subarray(0, count);
    this.bytes = this.bytes.subarray(count);
    return taken;
  }

  /** A whole number from 0 to `bound - 1`; `bound` is far below 2^32, so that its bias is nothing. */
  below(bound: number): number {
    return this.take(4).readUInt32BE() % bound;
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.below(10)).join('');
  }

  /** Characters as a card receipt prints them. */
  letters(length: number): string {
    return Array.from({ length }, () => '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[this.below(34)]).join('');
  }

  hex(length: number): string {
    return this.take(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length);
  }

  /** In the form of a version 4 UUID (RFC 9562). */
  uuid(): string {
    const bytes = Buffer.from(this.take(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
}
