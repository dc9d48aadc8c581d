// What a chaos run's operational checks say of a fleet whose process does what the arguments say; a line of JSON each.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkOperation } from '../../chaos/checks/operation.mjs';
import { Fleet } from '../../chaos/machines/fleet.mjs';

const PROGRAM = [join(fileURLToPath(new URL('.', import.meta.url)), 'chaos-process.mjs')];

for (const asked of process.argv.slice(2)) {
  const { odd, wasAway = false, stopSeconds = null } = JSON.parse(asked);
  const logs = mkdtempSync(join(tmpdir(), 'smartbis-fleet-'));
  const fleet = await Fleet.create({ env: { ODD: odd }, counts: { worker: 1 }, logs, program: PROGRAM });
  fleet.wasAway = () => wasAway;
  await fleet.start();
  const log = join(logs, 'worker-0.log');
  while (!readFileSync(log, 'utf8').includes('odd things are done')) await sleep(20);
  if (odd === 'is killed') await fleet.kill('worker', 0);
  const ends = await fleet.stop();
  const told = ends.map((end) => ({ ...end, seconds: stopSeconds ?? end.seconds }));
  process.stdout.write(`${JSON.stringify(checkOperation({ fleet, ends: told }))}\n`);
  rmSync(logs, { recursive: true, force: true });
}
// A fleet waits for long for those that do not begin.
process.exit(0);
