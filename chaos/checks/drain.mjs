// The end of a run: all that waits is let come to its end.
import { setTimeout as sleep } from 'node:timers/promises';
import { dueNow, waiting } from './backlog.mjs';

/** So long without a change, and what is left is left for good. */
const STANDSTILL_MS = 120_000;
/** What a killed process had in hand is taken up after minutes: at the end the clock goes on for that. */
const JUMP_MS = 16 * 60_000;
/** Of what is not due: its moment has to come. */
const JUMP_EVERY_MS = 1_500;
/** What is due is waited for so long before the clock goes on regardless: a message may be held for reasons of its own. */
const DUE_STANDSTILL_MS = 10_000;

/** Until nothing waits; once nothing is due any more, what was put off to a later moment is brought nearer. */
export async function drainAll(url, { clock, cloud }) {
  const began = performance.now();
  clock.setRight();
  let before = '';
  let changedAt = began;
  let jumpedAt = began;
  for (;;) {
    await cloud.settled();
    const { told } = cloud;
    const left = await waiting(url);
    if (Object.values(left).every((count) => count === 0)) {
      // What was sent last is told of last: only then nothing more comes.
      await cloud.settled();
      if (cloud.told === told) break;
    }
    const now = performance.now();
    if (JSON.stringify(left) !== before) changedAt = now;
    before = JSON.stringify(left);
    if (now - changedAt > STANDSTILL_MS) break;
    const patience = (await dueNow(url, clock.productNow())) > 0 ? DUE_STANDSTILL_MS : JUMP_EVERY_MS;
    if (now - Math.max(changedAt, jumpedAt) > patience) {
      clock.jump(JUMP_MS);
      jumpedAt = performance.now();
    }
    await sleep(250);
  }
  return (performance.now() - began) / 1000;
}
