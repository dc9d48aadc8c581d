import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** As far as it is used here: TypeScript knows it only among the browser's types. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<Program> };

/** A WebAssembly.Module. */
export type Program = object;

let compiled: Promise<Program> | null = null;

/**
 * PGlite's program, compiled once a process and handed to each thread that runs it: a thread that compiles for itself
 * spends seconds on it, and begins again on code that is not optimised yet.
 */
export function postgresProgram(): Promise<Program> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<Program> {
  const folder = dirname(require.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(join(folder, 'pglite.wasm')));
}
