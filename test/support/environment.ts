import { TestEnvironment } from 'jest-environment-node';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROGRAM = join(dirname(require.resolve('@electric-sql/pglite')), 'pglite.wasm');

/** Where each suite runs (jest's `testEnvironment`). */
class Environment extends TestEnvironment {
  // What an environment's class has outlives the suites of a process. While this is kept, an embedded database runs the
  // machine code that those of the suites before have had compiled and optimised; without it each begins anew.
  static readonly compiled = WebAssembly.compile(readFileSync(PROGRAM));
}

export = Environment;
