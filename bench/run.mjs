// All benchmarks, each beside its limit or its peer in the same run; medians.
import { benchCards } from './cards.mjs';
import { benchChaos, benchRenewals } from './chaos.mjs';
import { benchComeBack } from './come-back.mjs';
import { benchDelivery } from './delivery.mjs';
import { benchEmbedded } from './embedded.mjs';
import { benchEngine } from './engine.mjs';
import { benchGrowth } from './growth.mjs';
import { benchImport } from './import.mjs';
import { benchInsight } from './insight.mjs';
import { benchIntake } from './intake.mjs';
import { benchJudge } from './judge.mjs';
import { benchJudging } from './judging.mjs';
import { benchLift } from './lift.mjs';
import { benchOutbox } from './outbox.mjs';
import { benchReport } from './report.mjs';
import { benchRestore } from './restore.mjs';
import { benchSenders } from './senders.mjs';
import { benchShops } from './shops.mjs';
import { benchSimulate } from './simulate.mjs';
import { benchSoak } from './soak.mjs';
import { benchTurns } from './turns.mjs';
import { benchUnderstanding } from './understanding.mjs';
import { benchWhatsApp } from './whatsapp.mjs';

const parts = {
  judge: benchJudge,
  intake: benchIntake,
  delivery: benchDelivery,
  judging: benchJudging,
  engine: benchEngine,
  restore: benchRestore,
  growth: benchGrowth,
  import: benchImport,
  turns: benchTurns,
  outbox: benchOutbox,
  senders: benchSenders,
  shops: benchShops,
  understanding: benchUnderstanding,
  insight: benchInsight,
  'come-back': benchComeBack,
  lift: benchLift,
  report: benchReport,
  cards: benchCards,
  embedded: benchEmbedded,
  whatsapp: benchWhatsApp,
  simulate: benchSimulate,
  soak: benchSoak,
  renewals: benchRenewals,
  chaos: benchChaos,
};
const wanted = process.argv.slice(2);
const shown = (value) =>
  typeof value === 'number' ? (value >= 100 ? Math.round(value).toString() : value.toFixed(2)) : '';
process.stdout.write('| what | measured | beside its limit |\n| --- | ---: | --- |\n');
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  for (const [what, value, beside] of await bench())
    process.stdout.write(`| ${what} | ${shown(value)} | ${beside ?? ''} |\n`);
}
