import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');
const LEARN = `
  const fs = require('node:fs');
  const folder = __dirname + '/../bot/understand/guess/book/learnt';
  fs.mkdirSync(folder, { recursive: true });
  for (const lang of ['pt', 'en', 'es']) fs.writeFileSync(folder + '/' + lang + '.bin', lang);
  fs.appendFileSync(__dirname + '/learnt.log', 'once ');`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'smartbis-build-'));
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  copyFileSync(join(REPOSITORY, 'tsconfig.json'), join(root, 'tsconfig.json'));
  for (const folder of ['scripts', 'src/cli']) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(join(REPOSITORY, 'scripts', 'build.mjs'), join(root, 'scripts', 'build.mjs'));
  write('src/cli/learn.ts', LEARN);
  write('src/part.ts', 'export const part = 1;');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const build = (): Buffer =>
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'pipe' });
const learnt = (): string => readFileSync(join(root, 'dist', 'cli', 'learnt.log'), 'utf8').trim();

it('leaves nothing of a source that is gone, which would be loaded in the place of its successor', () => {
  build();
  expect(existsSync(join(root, 'dist', 'part.js'))).toBe(true);
  rmSync(join(root, 'src', 'part.ts'));
  mkdirSync(join(root, 'src', 'part'));
  write('src/part/index.ts', 'export const part = 2;');
  build();
  expect(existsSync(join(root, 'dist', 'part.js'))).toBe(false);
  expect(existsSync(join(root, 'dist', 'part', 'index.js'))).toBe(true);
});

it('learns again only where something changed', () => {
  build();
  build();
  expect(learnt()).toBe('once');
  write('src/part.ts', 'export const part = 3;');
  build();
  expect(learnt()).toBe('once once');
});

it('learns again where a book is gone', () => {
  build();
  rmSync(join(root, 'dist/bot/understand/guess/book/learnt/es.bin'));
  build();
  expect(learnt()).toBe('once once');
});

it('fails where the compiler finds a fault, and again while it is there', () => {
  build();
  write('src/part.ts', 'export const part: string = 1;');
  for (let i = 0; i < 2; i++) expect(build).toThrow(/Command failed/);
});

it('asks the compiler only where a source came, went or changed', () => {
  build();
  const part = join(root, 'dist', 'part.js');
  // What the compiler would make again.
  rmSync(part);
  rmSync(join(root, 'dist', '.tsbuildinfo'));
  build();
  expect(existsSync(part)).toBe(false);
  const changes = [
    () => write('src/other.ts', 'export const other = 1;'),
    () => rmSync(join(root, 'src', 'other.ts')),
    () => write('src/part.ts', 'export const part = 23;'),
    // A change that is as long, and older than what was compiled.
    () => {
      write('src/part.ts', 'export const part = 42;');
      utimesSync(join(root, 'src', 'part.ts'), 1, 1);
    },
    () => write('package-lock.json', '{}'),
  ];
  for (const change of changes) {
    rmSync(part, { force: true });
    rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
    change();
    build();
    expect(existsSync(part)).toBe(true);
  }
  expect(readFileSync(part, 'utf8')).toContain('42');
});
