// The time of the world outside the product, and that of the product's machine, which jumps. A run always begins on the
// same Tuesday at noon, when offers may be sent.
import { renameSync, writeFileSync } from 'node:fs';

const NOON = Date.parse('2026-11-24T12:00:00-03:00');

export class WorldClock {
  #offset;
  #ahead = 0;

  /**
   * @param {string} file which the processes read (clock.cjs)
   * @param {number} beginning of the run, in milliseconds since 1970
   */
  constructor(file, beginning = NOON) {
    this.file = file;
    this.#offset = beginning - Date.now();
    this.jump(0);
  }

  now() {
    return Date.now() + this.#offset;
  }

  /** By the product's machine. */
  productNow() {
    return this.now() + this.#ahead;
  }

  /** Of the product's machine. */
  jump(byMs) {
    this.#ahead += byMs;
    // Never half of it is to be read.
    writeFileSync(`${this.file}.new`, String(this.#offset + this.#ahead));
    renameSync(`${this.file}.new`, this.file);
  }

  /** What it is ahead is told it is ahead no more. */
  setRight() {
    this.jump(-this.#ahead);
  }
}
