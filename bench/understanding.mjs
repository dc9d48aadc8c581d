// What is understood of the texts in test/bot/understand/holdout (or in HOLDOUT), which nobody tunes to by the text, and
// how fast. Each set was written before what it measures was mended; its number tells the sets apart. Texts of wishes that no
// command has yet are left out. SHOW=1 lists what was not understood, SETS=1,2 measures these alone. Times are of this
// process's own work, so that what else the machine does counts for nothing.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { dist, median, require, ROOT } from './lib/support.mjs';
import { loadTypeScript } from './lib/typescript.mjs';

const FOLDER = process.env.HOLDOUT ?? join(ROOT, 'test', 'bot', 'understand', 'holdout');
const ROUNDS = 5;

loadTypeScript();
const { outcomeOf, readHoldout, roleOf, TODAY } = require(
  join(ROOT, 'test', 'bot', 'understand', 'holdout-score.ts'),
);
const { commands } = dist('bot/commands/index.js');
const { createUnderstanding } = dist('bot/understand/index.js');
const risky = new Set(commands.filter((command) => command.risky).map(({ name }) => name));
const names = new Set(['none', ...commands.map(({ name }) => name)]);
const { understand } = createUnderstanding(commands);

function measure({ set, kind, lang, lines }) {
  const known = lines.filter(({ intent }) => intent === undefined || names.has(intent));
  const counts = { right: 0, among: 0, harm: 0 };
  for (const line of known) {
    const heard = understand(line.says, { lang, role: roleOf(line, kind), today: TODAY });
    const outcome = outcomeOf(line, heard, (intent) => risky.has(intent));
    for (const name of Object.keys(counts)) if (outcome[name]) counts[name]++;
    if (process.env.SHOW && !outcome.right) show(line, heard, outcome, `${set} ${kind} ${lang}`);
  }
  const share = (count) => (100 * count) / Math.max(1, known.length);
  const beside = [
    `${share(counts.among).toFixed(1)} ${kind === 'rules' ? 'right or asked' : 'among the three'}`,
    `${counts.harm} of ${known.length} wrong${kind === 'rules' ? '' : ' and risky'}`,
  ];
  return [`hold-out ${set}, ${kind}, ${lang}: right at once, %`, share(counts.right), beside.join('; ')];
}

function show({ says, intent = 'add-rule', args, rule, ask }, heard, { among, harm }, where) {
  const meant = ask === true ? 'ask' : JSON.stringify(rule ?? args ?? {});
  const found = `${heard.intent}${heard.confirm ? '?' : ''} ${JSON.stringify(heard.args)} [${heard.alternatives}]`;
  process.stderr.write(
    `${where} ${harm ? '!!' : among ? ' ~' : ' x'} ${says}\n      ${intent} ${meant} ← ${found}\n`,
  );
}

/** Of this process, user and system, in ms. */
function cpuMs(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Each text's least of the rounds, which is what it takes where nobody else takes the processor. */
function slowest(sets) {
  const texts = sets.flatMap(({ kind, lang, lines }) =>
    lines.map((line) => [line.says, { lang, role: roleOf(line, kind), today: TODAY }]),
  );
  const least = texts.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [says, listening]] of texts.entries()) {
      const started = performance.now();
      understand(says, listening);
      least[i] = Math.min(least[i], performance.now() - started);
    }
  const sorted = least.sort((a, b) => a - b);
  const started = process.cpuUsage();
  for (const [says, listening] of texts) understand(says, listening);
  return { p99: sorted[Math.floor(sorted.length * 0.99)], mean: cpuMs(started) / texts.length };
}

/** In a process of its own, which has compiled nothing before. */
function loadMs() {
  const script = `
    const { commands } = require('./dist/bot/commands/index.js');
    const { createUnderstanding } = require('./dist/bot/understand/index.js');
    const started = process.cpuUsage();
    createUnderstanding(commands).understand('saldo', { lang: 'pt', role: 'customer', today: '${TODAY}' });
    const { user, system } = process.cpuUsage(started);
    console.log((user + system) / 1000);`;
  const once = () => Number(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }));
  return median(Array.from({ length: ROUNDS }, once));
}

export function benchUnderstanding() {
  const sets = readHoldout(FOLDER).filter(
    ({ set }) => process.env.SETS === undefined || process.env.SETS.split(',').includes(set),
  );
  const rows = sets.map(measure);
  if (process.env.SHARES) return rows;
  const { p99, mean } = slowest(sets);
  return [
    ...rows,
    ['understanding one text, p99 ms', p99, 'at most 2'],
    ['understanding one text, mean ms of the processor', mean],
    ['patterns and phrase book ready, ms of the processor', loadMs(), 'at most 150'],
  ];
}
