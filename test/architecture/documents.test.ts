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

describe('docs/operations.md', () => {
  const text = read('docs/operations.md');

  it('has every variable of the configuration in its tables, and no other', () => {
    const known = ['src/config.ts', 'src/pacing.ts'].flatMap((path) =>
      [...read(path).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? ''),
    );
    const first = text.split('\n').map((line) => (line.startsWith('| `') ? (line.split('|')[1] ?? '') : ''));
    const told = first.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name));
    expect(known.length).toBeGreaterThan(30);
    expect([...told].sort()).toEqual([...known].sort());
  });

  it('tells every metric of our own, and none that there is not', () => {
    const dashboard = new Set(read('docs/grafana-dashboard.json').match(/smartbis_\w+/g));
    const shown = [...dashboard].map((name) => name.replace(/_(?:bucket|count|sum)$/, ''));
    expect(new Set(text.match(/smartbis_\w+_\w+|smartbis_channels|smartbis_connections/g))).toEqual(
      new Set(shown),
    );
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named).toEqual(expect.arrayContaining(['backup', 'restore', 'rotate-key', 'books']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
