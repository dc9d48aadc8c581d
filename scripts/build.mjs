#!/usr/bin/env node
/**
 * Compiles `src` into `dist`, takes away what is left there of sources that are gone (it would be loaded in the place of
 * what came after it), and learns the phrase books anew where anything changed. Ends with 1 where the compiler finds a fault.
 * Where there are no sources (an image has `dist` alone) there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
/** What was compiled last, without a fault. */
const COMPILED = join(DIST, '.compiled');
const LEARNT = join('bot', 'understand', 'guess', 'book', 'learnt');

/** Of all that is compiled and by what: each file's name, size and time, since asking the compiler takes as long as starting. */
function sources() {
  const within = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('src', name),
  );
  const hash = createHash('sha256');
  for (const name of [...within.sort(), 'tsconfig.json', 'package-lock.json']) {
    const { size, mtimeMs } = statSync(join(ROOT, name), { throwIfNoEntry: false }) ?? {};
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const compiled = () => (existsSync(COMPILED) ? readFileSync(COMPILED, 'utf8') : '');

function compile() {
  const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function prune() {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.js') && !existsSync(join(ROOT, 'src', name.replace(/js$/, 'ts'))))
      rmSync(join(DIST, name));
}

const isLearnt = () => ['pt', 'en', 'es'].every((lang) => existsSync(join(DIST, LEARNT, `${lang}.bin`)));

if (!existsSync(join(ROOT, 'tsconfig.json'))) process.exit(0);
// Before they are read: what changes meanwhile is compiled the next time.
const now = sources();
if (now !== compiled() || !isLearnt()) {
  rmSync(COMPILED, { force: true });
  compile();
  prune();
  createRequire(import.meta.url)(join(DIST, 'cli', 'learn.js'));
  writeFileSync(COMPILED, now);
}
