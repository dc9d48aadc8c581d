import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHAOS = join(__dirname, '..', '..', 'chaos');

interface Report {
  checks: { what: string; faults: string[] }[];
  figures: { sales: number; redeemed: number; accidents: Record<string, number> };
}

/** A program of the chaos folder, in a process of its own; what it printed and how it ended. */
async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [join(CHAOS, program), ...args], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return `${output}\nended with ${code}`;
}

it('a small chaos: everything breaks while it sells, talks and redeems, and nothing is lost or doubled', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-chaos-test-'));
  const json = join(folder, 'report.json');
  const size = {
    sales: 500,
    seconds: 30,
    kills: 8,
    hostKills: 1,
    crashes: 1,
    flushes: 2,
    goneSeconds: 4,
    jumps: 2,
    people: 5,
    wishes: 4,
  };
  const args = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const output = await run('run.mjs', [...args, '--json', json]);
  // The seed is in it: by that the same is run again. (3: slower than is asked of the whole, as beside other tests it may be.)
  expect(output).toMatch(/0 lost, 0 doubled[^]*ended with [03]$/);
  const { checks, figures } = JSON.parse(readFileSync(json, 'utf8')) as Report;
  rmSync(folder, { recursive: true, force: true });
  expect(checks.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(figures.accidents).toMatchObject({ kill: 8, 'kill-host': 1, crash: 1, flush: 2, 'redis-gone': 1 });
  expect(figures.sales).toBe(500);
  expect(figures.redeemed).toBeGreaterThan(0);
}, 1_200_000);

it('processes that are asked to end under load end in order, and no accepted request fails', async () => {
  const output = await run('renewals.mjs', [], { RENEWALS: '4', RENEWALS_YOUNG: '4', RENEWALS_RATE: '60' });
  expect(output).toMatch(/8 processes ended in order[^]*0 accepted requests failed\n+ended with 0/);
}, 600_000);
