import {
  coreIsPure,
  heavyIsLazy,
  insightIsPure,
  noCycles,
  oneDoor,
  roomsApart,
  sandboxApart,
} from './boundaries';
import { modulesOf } from './imports';
import { readSources } from './sources';

const program = modulesOf(readSources(['src'], ['.ts']));

/** A program of the given files, to show that a rule finds what it forbids. */
function example(files: Record<string, string>) {
  return modulesOf(Object.entries(files).map(([path, text]) => ({ path, text })));
}

describe('imports are read as they take effect', () => {
  it('tells types, eager and lazy imports apart and finds the file that is meant', () => {
    const text = [
      `import { a } from './a';`,
      `import type { B } from '../b';`,
      `import {\n  type C,\n  type D,\n} from './c';`,
      `import { e, type F } from 'package';`,
      `import './g';`,
      `export * from './h';`,
      `export type { I } from './i';`,
      `const j = require('./j');`,
      `const session = () => require('./k') as typeof import('./l');`,
      `const later = await import('./m');`,
      `  page.require('WAWebCmd');`,
      ` * as taken from './comment'`,
    ].join('\n');
    const [module] = example({ 'src/x/y.ts': text, 'src/x/a.ts': '', 'src/b/index.ts': '' });
    const kinds = Object.fromEntries((module?.imports ?? []).map(({ target, kind }) => [target, kind]));
    expect(kinds).toEqual({
      'src/x/a.ts': 'eager',
      'src/b/index.ts': 'type',
      'src/x/c': 'type',
      package: 'eager',
      'src/x/g': 'eager',
      'src/x/h': 'eager',
      'src/x/i': 'type',
      'src/x/j': 'lazy',
      'src/x/k': 'lazy',
      'src/x/l': 'type',
      'src/x/m': 'lazy',
    });
    expect(module?.imports).toContainEqual({ target: 'src/x/j', kind: 'eager' });
  });
});

describe('who may import whom', () => {
  it('the program has files to judge', () => {
    expect(program.map(({ path }) => path)).toContain('src/loyalty/index.ts');
  });

  it.each([
    ['the core is pure', coreIsPure],
    ['so is the insight', insightIsPure],
    ['loyalty has one door', oneDoor],
    ['bot and sync are apart, the ground below them', roomsApart],
    ['the sandbox is apart', sandboxApart],
    ['heavy packages are loaded when needed', heavyIsLazy],
    ['no cycle between the parts', noCycles],
  ])('%s', (_rule, boundary) => {
    expect(boundary(program)).toEqual([]);
  });
});

describe('each rule finds what it forbids', () => {
  it('a core that reads files or the database', () => {
    const modules = example({
      'src/loyalty/core/good.ts': `import { z } from 'zod';\nimport { x } from './other';`,
      'src/loyalty/core/bad.ts': `import { readFileSync } from 'node:fs';\nimport type { Work } from '../../db';`,
    });
    expect(coreIsPure(modules)).toEqual([
      'src/loyalty/core/bad.ts -> node:fs: the core imports only itself, luxon and zod',
      'src/loyalty/core/bad.ts -> src/db: the core imports only itself, luxon and zod',
    ]);
  });

  it('an insight that reads the database, or opens a thread where it computes', () => {
    const modules = example({
      'src/loyalty/insight/good.ts': `import { WHOLE_BPS } from '../core/money';`,
      'src/loyalty/insight/thread.ts': `import { Worker } from 'node:worker_threads';`,
      'src/loyalty/insight/bad.ts': `import type { Work } from '../../db';\nimport { Worker } from 'node:worker_threads';`,
    });
    expect(insightIsPure(modules)).toEqual([
      'src/loyalty/insight/bad.ts -> src/db: the insight imports only itself, the core, luxon and zod',
      'src/loyalty/insight/bad.ts -> node:worker_threads: the insight imports only itself, the core, luxon and zod',
    ]);
  });

  it('a way into loyalty beside its door', () => {
    const modules = example({
      'src/loyalty/index.ts': `export * from './ledger';`,
      'src/loyalty/ledger/ledger.ts': '',
      'src/bot/good.ts': `import { post } from '../loyalty';\nimport { post } from '../loyalty/index';`,
      'src/sync/bad.ts': `import type { Posting } from '../loyalty/ledger/ledger';`,
    });
    expect(oneDoor(modules)).toEqual([
      'src/sync/bad.ts -> src/loyalty/ledger/ledger.ts: loyalty is reached through src/loyalty/index.ts',
    ]);
  });

  it('bot and sync that know each other, and loyalty that knows either', () => {
    const modules = example({
      'src/bot/a.ts': `import type { X } from '../sync/b';`,
      'src/sync/b.ts': `const { x } = await import('../bot/a');`,
      'src/loyalty/c.ts': `import { x } from '../bot/a';`,
    });
    expect(roomsApart(modules)).toEqual([
      'src/bot/a.ts -> src/sync/b.ts: bot and sync are apart',
      'src/sync/b.ts -> src/bot/a.ts: bot and sync are apart',
      'src/loyalty/c.ts -> src/bot/a.ts: the ground knows nothing of who stands on it',
    ]);
  });

  it('a sandbox that shares code with the product, and a product that knows the sandbox', () => {
    const modules = example({
      'src/clock.ts': '',
      'src/sandbox/good.ts': `import type { Clock } from '../clock';`,
      'src/sandbox/bad.ts': `import { systemClock } from '../clock';\nimport type { Sale } from '../loyalty';`,
      'src/main.ts': `import { start } from './sandbox/good';`,
      'src/demo/shop.ts': `import { start } from '../sandbox/good';`,
      'src/sync/poller.ts': `import { start } from '../sandbox/good';`,
    });
    expect(sandboxApart(modules)).toEqual([
      'src/sandbox/bad.ts -> src/clock.ts: the sandbox imports only itself and the types of clock and telemetry',
      'src/sandbox/bad.ts -> src/loyalty: the sandbox imports only itself and the types of clock and telemetry',
      'src/sync/poller.ts -> src/sandbox/good.ts: only the composition root and the demo know the sandbox',
    ]);
  });

  it('a browser or a renderer that is loaded at start, directly or by way of others', () => {
    const folder = 'src/bot/channels/whatsapp-web';
    const modules = example({
      [`${folder}/session.ts`]: `import { Client } from 'whatsapp-web.js';`,
      [`${folder}/channel.ts`]: `const make = () => require('./session');`,
      'src/main.ts': `import { create } from './bot/channels/whatsapp-web/channel';`,
      'src/early.ts': `import { open } from './bot/channels/whatsapp-web/session';`,
      'src/bot/draw.ts': `const draw = () => require('@resvg/resvg-js');`,
    });
    expect(heavyIsLazy(modules)).toEqual([
      'src/early.ts -> whatsapp-web.js: is loaded with it, not when it is needed',
      'src/bot/draw.ts -> @resvg/resvg-js: only src/bot/cards names it',
    ]);
  });

  it('folders that depend on each other, by types too, and by way of a file beside them', () => {
    const byTypes = example({
      'src/bot/a.ts': `import type { X } from '../jobs/b';`,
      'src/jobs/b.ts': `import { y } from '../bot/a';`,
    });
    const byFile = example({
      'src/loyalty/a.ts': `import { x } from '../db';`,
      'src/db.ts': `import { y } from './loyalty/a';`,
    });
    const typesByFile = example({
      'src/loyalty/a.ts': `import type { X } from '../db';`,
      'src/db.ts': `import { y } from './loyalty/a';`,
    });
    const fault = 'depends on itself by way of others';
    expect(noCycles(byTypes)).toEqual([`src/bot: ${fault}`, `src/jobs: ${fault}`]);
    expect(noCycles(byFile)).toEqual([`src/loyalty: ${fault}`, `src/db.ts: ${fault}`]);
    expect(noCycles(typesByFile)).toEqual([]);
  });
});
