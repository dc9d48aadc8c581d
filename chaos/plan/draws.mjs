// Numbers that are always the same for the same words: the seed decides all that is planned.
import { dist } from '../../bench/lib/support.mjs';

const { Draws } = dist('sandbox/smartpos/draws.js');

export class Dice {
  constructor(...words) {
    this.draws = new Draws(...words);
  }

  /** From 0 up to and without `bound`. */
  below(bound) {
    return bound <= 1 ? 0 : this.draws.below(Math.floor(bound));
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  /** True so many times of a hundred. */
  percent(share) {
    return this.draws.below(100) < share;
  }

  of(choices) {
    return choices[this.below(choices.length)];
  }

  /** One of `[what, weight]`. */
  weighed(choices) {
    let left = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
    return choices.find(([, weight]) => (left -= weight) < 0)[0];
  }

  uuid() {
    return this.draws.uuid();
  }
}
