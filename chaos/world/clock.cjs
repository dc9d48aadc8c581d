// Loaded into each process before the product: its wall clock is the machine's, put forward or back by what a file says, as
// an operator or a time server does. The monotonic clock goes on undisturbed, as it does there.
const { readFileSync } = require('node:fs');

const LOOK_MS = 50;
const RealDate = Date;
let ahead = 0;

function look() {
  const written = Number(readFileSync(process.env.CHAOS_CLOCK, 'utf8'));
  if (Number.isSafeInteger(written)) ahead = written;
}
look();
setInterval(look, LOOK_MS).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
