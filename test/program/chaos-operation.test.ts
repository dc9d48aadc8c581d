import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CHILD = join(__dirname, '..', 'support', 'chaos-operation-child.mjs');
const ENDS = 'processes end only when they are killed or asked to, and in time';
const COMPLAINTS = 'processes complain of nothing but of what was broken';

const NOTHING = /^(?!)/;

/** What a process does, and what the checks of a chaos run have to say of it; an empty one: nothing. */
const CASES: { odd: string; wasAway?: boolean; stopSeconds?: number; says: Record<string, RegExp> }[] = [
  { odd: 'nothing', says: {} },
  { odd: 'is killed', says: {} },
  { odd: 'warns', says: {} },
  { odd: 'complains of SmartPOS', says: {} },
  { odd: 'ends by itself', says: { [ENDS]: /^worker-0 ended by itself with 3: .*Smartbis is here/s } },
  { odd: 'ends by itself', wasAway: true, says: { [ENDS]: /^worker-0 ended by itself with 3/ } },
  { odd: 'never begins', says: { [ENDS]: /^worker-0 ended by itself with 4/ } },
  { odd: 'never begins', wasAway: true, says: {} },
  { odd: 'ends badly', says: { [ENDS]: /^worker-0 ended with 1 after / } },
  { odd: 'nothing', stopSeconds: 30, says: {} },
  { odd: 'nothing', stopSeconds: 30.1, says: { [ENDS]: /^worker-0 ended with 0 after 30\.1 s$/ } },
  { odd: 'complains', says: { [COMPLAINTS]: /^worker-0: .*a job failed/ } },
  { odd: 'complains', wasAway: true, says: {} },
];

it('each operational check of a chaos run finds its fault, and nothing else', async () => {
  const asked = CASES.map(({ says: _says, ...one }) => JSON.stringify(one));
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, ...asked]);
  const told = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; faults: string[] }[]);
  expect(told).toHaveLength(CASES.length);
  for (const [i, { says, ...one }] of CASES.entries())
    for (const what of [ENDS, COMPLAINTS]) {
      const faults = told[i]?.find((check) => check.what === what)?.faults;
      const said = says[what] ?? NOTHING;
      const others = faults?.filter((fault) => !said.test(fault));
      expect([one, what, others, faults?.length]).toEqual([one, what, [], said === NOTHING ? 0 : 1]);
    }
});
