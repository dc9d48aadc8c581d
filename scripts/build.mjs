#!/usr/bin/env node
/**
 * Compiles `src` into `dist`, takes away what is left there of sources that are gone (it would be loaded in the place of
 * what came after it), and learns the phrase books anew where anything changed. Ends with 1 where the compiler finds a fault.
 * Where there are no sources (an image has `dist` alone) there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const LEARNT = join('bot', 'understand', 'guess', 'book', 'learnt');

function compile() {
  const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function prune() {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.js') && !existsSync(join(ROOT, 'src', name.replace(/js$/, 'ts'))))
      rmSync(join(DIST, name));
}

/** The compiler notes what it knows only when something changed. */
const changedAt = (path) => statSync(join(DIST, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (!existsSync(join(ROOT, 'tsconfig.json'))) process.exit(0);
compile();
prune();
const learntAt = Math.min(...['pt', 'en', 'es'].map((lang) => changedAt(join(LEARNT, `${lang}.bin`))));
if (learntAt <= changedAt('.tsbuildinfo')) createRequire(import.meta.url)(join(DIST, 'cli', 'learn.js'));
