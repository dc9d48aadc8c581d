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
});

it.each([
  ['README.md', ['start', 'chat', 'shop', 'replay', 'check', 'test:services']],
  ['SECURITY.md', ['books', 'whatsapp']],
  ['docs/operations.md', ['backup', 'restore', 'rotate-key', 'books']],
])('%s names commands that exist', (path, some) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(path).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
    ([, script, shorthand]) => script ?? shorthand ?? '',
  );
  expect(named).toEqual(expect.arrayContaining(some));
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

it('the README’s way to test is what .ci/run does', () => {
  const steps = [...read('.ci/run').matchAll(/^ *step '[^']+' (npm (?:run )?[\w:-]+)/gm)].map(
    ([, step]) => step,
  );
  const [, told = ''] = /## Test\n\n```sh\n(.+)\n```/.exec(read('README.md')) ?? [];
  expect(told.split(' && ')).toEqual(['npm ci', 'npm test']);
  expect(steps).toEqual(expect.arrayContaining([...told.split(' && '), 'npm run test:services']));
});
