// What is understood of the texts in test/bot/understand/holdout, which nobody tunes to by the text, and how fast. Each
// set was written before what it measures was mended; its number tells the sets apart. Texts of wishes that no command
// has yet are left out. SHOW=1 lists what was not understood, SETS=1,2 measures these alone.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dist, median, ROOT } from './lib/support.mjs';

const FOLDER = join(ROOT, 'test', 'bot', 'understand', 'holdout');
const TODAY = '2026-11-23';
const ROLES = { customers: 'customer', staff: 'owner', rules: 'owner' };
const ROUNDS = 5;

const { commands } = dist('bot/commands/index.js');
const { createUnderstanding } = dist('bot/understand/index.js');
const risky = new Set(commands.filter((command) => command.risky).map(({ name }) => name));
const names = new Set(['none', ...commands.map(({ name }) => name)]);
const { understand } = createUnderstanding(commands);

function readSets() {
  const wanted = process.env.SETS?.split(',');
  const files = readdirSync(FOLDER).map((file) => [file, ...file.split('.')]);
  return files
    .filter(([, set]) => wanted === undefined || wanted.includes(set))
    .map(([file, set, kind, lang]) => {
      const lines = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
      return { set, kind, lang, texts: lines.map((line) => JSON.parse(line)) };
    });
}

const holds = (found, meant) =>
  Object.entries(meant).every(([name, value]) => isDeepStrictEqual(found[name], value));

/** A wish is right with its arguments; among the three where it is the intent or an alternative. */
function wishOutcome({ says, intent, args = {}, role }, kind, lang) {
  const heard = understand(says, { lang, role: role ?? ROLES[kind], today: TODAY });
  const acts = risky.has(heard.intent) && !heard.confirm && heard.args.ask === undefined;
  return {
    right: heard.intent === intent && holds(heard.args, args),
    among: intent === 'none' ? !acts : [heard.intent, ...heard.alternatives.slice(0, 2)].includes(intent),
    wrong: acts && heard.intent !== intent,
    heard,
  };
}

/** A rule is right with all its data; without data it is to be asked about. Wrong is another rule. */
function ruleOutcome({ says, rule }, kind, lang) {
  const heard = understand(says, { lang, role: 'owner', today: TODAY });
  const found = heard.intent === 'add-rule' ? heard.args.rule : undefined;
  const right = rule === undefined ? found === undefined : isDeepStrictEqual(found, rule);
  const asked =
    found === undefined && (heard.intent === 'none' || heard.intent === 'add-rule' || heard.confirm);
  return { right, among: right || asked, wrong: !right && !asked, heard };
}

function measure({ set, kind, lang, texts }) {
  const known = texts.filter(({ intent }) => intent === undefined || names.has(intent));
  const counts = { right: 0, among: 0, wrong: 0 };
  for (const text of known) {
    const outcome = (kind === 'rules' ? ruleOutcome : wishOutcome)(text, kind, lang);
    for (const name of Object.keys(counts)) if (outcome[name]) counts[name]++;
    if (process.env.SHOW && !outcome.right) show(text, outcome, `${set} ${kind} ${lang}`);
  }
  const share = (count) => (100 * count) / Math.max(1, known.length);
  const later = texts.length - known.length;
  const beside = [
    `${share(counts.among).toFixed(1)} ${kind === 'rules' ? 'right or asked' : 'among the three'}`,
    `${counts.wrong} of ${known.length} wrong${kind === 'rules' ? '' : ' and risky'}`,
    ...(later > 0 ? [`${later} of wishes to come`] : []),
  ];
  return [`hold-out ${set}, ${kind}, ${lang}: right at once, %`, share(counts.right), beside.join('; ')];
}

function show({ says, intent = 'add-rule', args, rule }, { heard, among, wrong }, where) {
  const meant = JSON.stringify(rule ?? args ?? {});
  const found = `${heard.intent}${heard.confirm ? '?' : ''} ${JSON.stringify(heard.args)} [${heard.alternatives}]`;
  process.stderr.write(
    `${where} ${wrong ? '!!' : among ? ' ~' : ' x'} ${says}\n      ${intent} ${meant} ← ${found}\n`,
  );
}

function times(sets) {
  const taken = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const { kind, lang, texts } of sets)
      for (const { says, role } of texts) {
        const started = performance.now();
        understand(says, { lang, role: role ?? ROLES[kind], today: TODAY });
        taken.push(performance.now() - started);
      }
  const sorted = taken.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)];
}

/** In a process of its own, which has compiled nothing before. */
function loadMs() {
  const script = `
    const { commands } = require('./dist/bot/commands/index.js');
    const { createUnderstanding } = require('./dist/bot/understand/index.js');
    const started = performance.now();
    createUnderstanding(commands).understand('saldo', { lang: 'pt', role: 'customer', today: '${TODAY}' });
    console.log(performance.now() - started);`;
  const once = () => Number(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }));
  return median(Array.from({ length: ROUNDS }, once));
}

export function benchUnderstanding() {
  const sets = readSets();
  return [
    ...sets.map(measure),
    ['understanding one text, p99 ms', times(sets), 'at most 2'],
    ['patterns and phrase book ready, ms', loadMs(), 'at most 150'],
  ];
}
