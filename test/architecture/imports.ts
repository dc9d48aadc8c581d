import { posix } from 'node:path';
import type { Source } from './sources';

/**
 * When an import takes effect: `type` never (the compiler removes it), `eager` when the file is loaded, `lazy` when the
 * code that asks for it runs.
 */
export type ImportKind = 'type' | 'eager' | 'lazy';

export interface Import {
  /** A path in the repository, or the name of a package or built-in module. */
  target: string;
  kind: ImportKind;
}

export interface Module {
  path: string;
  imports: readonly Import[];
}

/** Imports and re-exports stand at the start of a line (the formatter sees to it), so comments and texts do not match. */
const STATEMENT = /^(?:import|export)\s+(type\s)?([^'";]*?)from\s*'([^']+)'/gm;
const BARE = /^import\s*'([^']+)'/gm;
const CALL = /(typeof\s+)?(?<![.\w])(?:import|require)\(\s*'([^']+)'\s*\)/g;
const EAGER_REQUIRE = /^(?:const|let|var|import)\s+[\w{}:,\s]+=\s*require\(\s*'([^']+)'\s*\)/gm;

/** The import graph of the given files. */
export function modulesOf(sources: readonly Source[]): Module[] {
  const paths = new Set(sources.map(({ path }) => path));
  return sources.map((source) => ({
    path: source.path,
    imports: rawImports(source.text).map(({ target, kind }) => ({
      target: resolve(source.path, target, paths),
      kind,
    })),
  }));
}

function rawImports(text: string): Import[] {
  const found: Import[] = [];
  const add = (target: string | undefined, kind: ImportKind) => {
    if (target !== undefined) found.push({ target, kind });
  };
  for (const [, type, names, target] of text.matchAll(STATEMENT))
    add(target, type !== undefined || onlyTypes(names ?? '') ? 'type' : 'eager');
  for (const [, target] of text.matchAll(BARE)) add(target, 'eager');
  for (const [, target] of text.matchAll(EAGER_REQUIRE)) add(target, 'eager');
  for (const [, type, target] of text.matchAll(CALL)) add(target, type === undefined ? 'lazy' : 'type');
  return found;
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inside = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]?.split(',') ?? [];
  const named = inside.map((name) => name.trim()).filter((name) => name !== '');
  return named.length > 0 && named.every((name) => name.startsWith('type '));
}

function resolve(from: string, target: string, paths: ReadonlySet<string>): string {
  if (!target.startsWith('.')) return target;
  const path = posix.join(posix.dirname(from), target);
  return [path, `${path}.ts`, posix.join(path, 'index.ts')].find((each) => paths.has(each)) ?? path;
}

/** The modules that loading these brings in, following imports of these kinds; the given ones included. */
export function reachedFrom(
  starts: readonly string[],
  modules: readonly Module[],
  kinds: readonly ImportKind[],
): Set<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const imports = byPath.get(path)?.imports ?? [];
    waiting.push(...imports.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => target));
  }
  return reached;
}
