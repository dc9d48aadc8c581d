import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('SECURITY.md', () => {
  const text = read('SECURITY.md');

  it('names proofs that exist', () => {
    const paths = [...text.matchAll(/`((?:test|docs|src)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named).toEqual(expect.arrayContaining(['books', 'whatsapp']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
