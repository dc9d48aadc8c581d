const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that start processes, simulate weeks or walk through every command: whatever their size, they take minutes. */
const LONG = /[/\\]test[/\\](?:program|simulation|tenants|embedded)[/\\]|[/\\]kill\.|-races\./;

/**
 * In which order suites begin (jest's `testSequencer`). A machine that has not run them before knows only how large each
 * file is, and would come to a short one that takes long at the very end, when nothing is left to run beside it.
 */
module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
