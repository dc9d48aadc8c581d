import { reachedFrom, type Import, type ImportKind, type Module } from './imports';

const ANY_KIND: readonly ImportKind[] = ['type', 'eager', 'lazy'];

/** `importer -> imported: fault` for each import that the rule forbids. */
type Boundary = (modules: readonly Module[]) => string[];

function forbid(
  modules: readonly Module[],
  importer: (path: string) => boolean,
  isForbidden: (imported: Import, path: string) => boolean,
  fault: string,
): string[] {
  return modules
    .filter(({ path }) => importer(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => isForbidden(imported, path))
        .map(({ target }) => `${path} -> ${target}: ${fault}`),
    );
}

const inside =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`));

/** The core decides purely: no clock, no database, no chat, no input or output of any kind. */
export const coreIsPure: Boundary = (modules) =>
  forbid(
    modules,
    inside('src/loyalty/core'),
    ({ target }) => !inside('src/loyalty/core')(target) && target !== 'luxon' && target !== 'zod',
    'the core imports only itself, luxon and zod',
  );

const MAY_THREAD = ['src/loyalty/insight/worker.ts', 'src/loyalty/insight/thread.ts'];

/** The mathematics of coming back is pure too, but for the two files that take it off the event loop. */
export const insightIsPure: Boundary = (modules) =>
  forbid(
    modules,
    (path) => inside('src/loyalty/insight')(path) && !MAY_THREAD.includes(path),
    ({ target }) =>
      !inside('src/loyalty/insight', 'src/loyalty/core')(target) && target !== 'luxon' && target !== 'zod',
    'the insight imports only itself, the core, luxon and zod',
  );

/** One door per room: loyalty is reached through its index alone. */
export const oneDoor: Boundary = (modules) =>
  forbid(
    modules,
    inside('src/bot', 'src/sync', 'src/pages', 'src/tills'),
    ({ target }) => inside('src/loyalty')(target) && target !== 'src/loyalty/index.ts',
    'loyalty is reached through src/loyalty/index.ts',
  );

export const roomsApart: Boundary = (modules) => [
  ...forbid(modules, inside('src/bot'), ({ target }) => inside('src/sync')(target), 'bot and sync are apart'),
  ...forbid(modules, inside('src/sync'), ({ target }) => inside('src/bot')(target), 'bot and sync are apart'),
  ...forbid(
    modules,
    inside('src/loyalty', 'src/jobs', 'src/embedded', 'src/pages', 'src/tills'),
    ({ target }) => inside('src/bot', 'src/sync')(target),
    'the ground knows nothing of who stands on it',
  ),
];

const WHAT_SANDBOX_SHARES = ['src/clock.ts', 'src/telemetry.ts'];

/** The sandbox speaks SmartPOS's contract from outside: a fault of the product's own reading must not be shared by it. */
export const sandboxApart: Boundary = (modules) => [
  ...forbid(
    modules,
    inside('src/sandbox'),
    ({ target, kind }) =>
      target.startsWith('src/') &&
      !inside('src/sandbox')(target) &&
      !(kind === 'type' && WHAT_SANDBOX_SHARES.includes(target)),
    'the sandbox imports only itself and the types of clock and telemetry',
  ),
  ...forbid(
    modules,
    (path) => path.startsWith('src/') && !inside('src/sandbox')(path) && !/^src\/(main|demo)[^/]*/.test(path),
    ({ target }) => inside('src/sandbox')(target),
    'only the composition root and the demo know the sandbox',
  ),
];

/** Slow or large packages, each with the folder that alone may name it. */
const HEAVY: Readonly<Record<string, string>> = {
  'whatsapp-web.js': 'src/bot/channels/whatsapp-web',
  puppeteer: 'src/bot/channels/whatsapp-web',
  'puppeteer-core': 'src/bot/channels/whatsapp-web',
  '@resvg/resvg-js': 'src/bot/cards',
  bull: 'src/jobs',
  redis: 'src/jobs',
};

/** A role that does not need them neither loads them nor waits for them. */
export const heavyIsLazy: Boundary = (modules) =>
  Object.entries(HEAVY).flatMap(([heavy, folder]) => [
    ...forbid(
      modules,
      (path) => path.startsWith('src/') && !inside(folder)(path),
      ({ target }) => target === heavy,
      `only ${folder} names it`,
    ),
    ...modules
      .filter(({ path }) => path.startsWith('src/') && !inside(folder)(path))
      .filter(({ path }) => reachedFrom([path], modules, ['eager']).has(heavy))
      .map(({ path }) => `${path} -> ${heavy}: is loaded with it, not when it is needed`),
  ]);

/**
 * No folder of `src` may depend on itself by way of others. Between folders every import counts; between a folder and
 * a file beside it only what is left at run time, since types that go both ways tie nothing together.
 */
export const noCycles: Boundary = (modules) => [
  ...cyclesOf(unitEdges(modules, ANY_KIND).filter(([from, to]) => isFolder(from) && isFolder(to))),
  ...cyclesOf(unitEdges(modules, ['eager', 'lazy'])),
];

const isFolder = (unit: string): boolean => !unit.endsWith('.ts');

function unitEdges(modules: readonly Module[], kinds: readonly ImportKind[]): [string, string][] {
  return modules.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, kind }) => kinds.includes(kind) && target.startsWith('src/'))
      .map(({ target }): [string, string] => [unitOf(path), unitOf(target)])
      .filter(([from, to]) => from !== to),
  );
}

/** `src/bot`, `src/db.ts`. */
function unitOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function cyclesOf(edges: readonly [string, string][]): string[] {
  const units = [...new Set(edges.map(([from]) => from))];
  const graph = units.map((path): Module => ({
    path,
    imports: edges.filter(([from]) => from === path).map(([, target]) => ({ target, kind: 'eager' })),
  }));
  return graph
    .filter(({ path, imports }) =>
      imports.some(({ target }) => reachedFrom([target], graph, ['eager']).has(path)),
    )
    .map(({ path }) => `${path}: depends on itself by way of others`);
}
