import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CHILD = join(__dirname, '..', 'support', 'chaos-plan-child.mjs');
/** What is drawn, in which plans of other seeds differ; the shops are always the same. */
const DRAWN = ['people', 'sales', 'steps', 'faults'] as const;
type Plan = Record<(typeof DRAWN)[number], unknown[]>;

async function plansOf(...seeds: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, ...seeds], { maxBuffer: 2 ** 26 });
  return stdout.trimEnd().split('\n');
}

it('a seed gives the same chaos again, in one process and in another', async () => {
  const [first, again] = await plansOf('8be7ece83cd4', '8be7ece83cd4');
  const [elsewhere] = await plansOf('8be7ece83cd4');
  expect(again).toBe(first);
  expect(elsewhere).toBe(first);
});

it('another seed gives another, in all that is drawn', async () => {
  const [one, other] = (await plansOf('8be7ece83cd4', '771bd571e29d')).map(
    (line) => JSON.parse(line) as Plan,
  );
  for (const what of DRAWN) {
    expect(one?.[what].length).toBeGreaterThan(0);
    expect([what, JSON.stringify(other?.[what])]).not.toEqual([what, JSON.stringify(one?.[what])]);
  }
});
