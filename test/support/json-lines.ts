import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a built program that answers JSON lines; a line that is text is given as it stands. */
export function answersOf(program: string, lines: readonly (object | string)[]): Record<string, unknown>[] {
  const file = join(__dirname, '..', '..', 'dist', program);
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { stdout, status } = spawnSync(process.execPath, [file], { input, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
