import { commands } from '../../../src/bot/commands';
import { createUnderstanding } from '../../../src/bot/understand';
import { outcomeOf, readHoldout, roleOf, TODAY } from './holdout-score';
import { writeFileSync } from 'node:fs';
const { understand } = createUnderstanding(commands);
const risky = new Set<string>(commands.filter((c) => c.risky).map(({ name }) => name));
it('m', () => {
  const out: string[] = []; const bad: string[] = [];
  for (const f of [...readHoldout('/tmp/s19/h13b'), ...readHoldout(__dirname + '/holdout').filter((x) => (process.env['SETS'] ?? '').split(',').includes(x.set))]) { if (f.kind === 'rules') continue;
    const c = { right: 0, among: 0, harm: 0 };
    for (const line of f.lines) {
      const heard = understand(line.says, { lang: f.lang, role: roleOf(line, f.kind), today: TODAY });
      const o = outcomeOf(line, heard, (i) => risky.has(i));
      for (const n of ['right', 'among', 'harm'] as const) if (o[n]) c[n]++;
      if (!o.right || o.harm) bad.push(JSON.stringify({ f: `${f.kind}.${f.lang}`, o, line, heard }));
    }
    const s = (x: number) => ((100 * x) / f.lines.length).toFixed(1);
    out.push(`${f.set} ${f.kind} ${f.lang} n=${f.lines.length} right ${s(c.right)} among ${s(c.among)} harm ${c.harm}`);
  }
  writeFileSync('/tmp/s19/m13.txt', out.join('\n') + '\n'); writeFileSync('/tmp/s19/m13bad.jsonl', bad.join('\n'));
});
