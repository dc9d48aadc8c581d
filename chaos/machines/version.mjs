// An older version of the product, built from its commit in a git worktree that goes with the run.
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../bench/lib/support.mjs';
import { productIn } from './fleet.mjs';

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** @param {string} ref a commit of this repository; throws where there is none */
export function buildVersion(ref, root, stops) {
  const commit = git('rev-parse', '--verify', `${ref}^{commit}`);
  git('worktree', 'add', '--detach', root, commit);
  stops.push(() => git('worktree', 'remove', '--force', root));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
  return git('log', '-1', '--format=%h of %cs', commit);
}

/** What a world is made with by that version's own code (world/index.mjs). */
export async function versionIn(root) {
  const own = (...path) => import(pathToFileURL(join(root, ...path)).href);
  const { openProductDatabase } = await own('bench', 'lib', 'support.mjs');
  const { openShop } = await own('chaos', 'world', 'shops.mjs');
  return { openProductDatabase, openShop, program: productIn(root) };
}
