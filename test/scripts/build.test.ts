import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
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

it('fails where the compiler finds a fault', () => {
  write('src/part.ts', 'export const part: string = 1;');
  expect(build).toThrow(/Command failed/);
});
