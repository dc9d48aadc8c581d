import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'audit.mjs');
const FAULT = { name: 'left-pad', severity: 'high', range: '<1.3.0' };

/** What it says where npm says that. */
function audited(answer: string): { status: number | null; stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'smartbis-audit-'));
  writeFileSync(join(folder, 'answer'), answer);
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat ${join(folder, 'answer')}\nexit 1\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT], {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });
  rmSync(folder, { recursive: true });
  return { status, stdout };
}

it.each([
  ['nothing is known', JSON.stringify({ vulnerabilities: {} }), 0, '0 packages with a known fault\n'],
  [
    'something is known',
    JSON.stringify({ vulnerabilities: { 'left-pad': FAULT } }),
    1,
    'high: left-pad <1.3.0\n1 packages with a known fault\n',
  ],
  [
    'the registry refuses',
    JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/-/npm' }),
    2,
    'The registry cannot be asked for advisories: 405 Method Not Allowed\n',
  ],
  [
    'npm says nothing',
    '',
    2,
    'The registry cannot be asked for advisories: it said nothing that can be read\n',
  ],
])('where %s it says so', (_what, answer, status, stdout) => {
  expect(audited(answer)).toEqual({ status, stdout });
});
