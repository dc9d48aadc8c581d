import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MissingProgram, onPath } from '../../scripts/services/programs.mjs';

/**
 * A closed-loop load: each connection sends its next request when the answer to the last is whole. By wrk, a process of
 * its own that takes a third of what the same in node took of the two cores, which are left to what is measured.
 *
 * @param {{ port: number, requests: { head: string, headers: string, body: string }[], connections: number, seconds: number }} job
 * @returns {Promise<{ rate: number, p50: number, p99: number, count: number, refused: number }>} answers a second and
 *   milliseconds; of the answers, those that are errors. Throws MissingProgram, and where a request had no answer.
 */
export async function load({ port, requests, connections, seconds }) {
  const program = onPath('wrk');
  if (program === undefined)
    throw new MissingProgram('wrk is not installed: apt-get install --no-install-recommends wrk');
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-load-'));
  const file = join(directory, 'requests');
  try {
    writeFileSync(file, Buffer.concat(requests.flatMap(asBytes)));
    const script = join(import.meta.dirname, 'load.lua');
    const args = [
      '-t1',
      `-c${connections}`,
      `-d${seconds}s`,
      '--timeout=30s',
      '-s',
      script,
      `http://127.0.0.1:${port}`,
    ];
    const wrk = spawn(program, [...args, '--', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed] = await Promise.all([text(wrk.stdout), once(wrk, 'close')]);
    const { microseconds, broken, p50, p99, count, refused } = JSON.parse(/^\{.*\}$/m.exec(printed)[0]);
    if (broken > 0) throw new Error(`${broken} requests had no answer`);
    return { rate: (count * 1e6) / microseconds, p50: p50 / 1000, p99: p99 / 1000, count, refused };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function asBytes({ head, headers, body }) {
  const request = Buffer.from(
    `${head}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return [Buffer.from(`${request.length}\n`), request];
}
