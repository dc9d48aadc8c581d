import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { require } from './support.mjs';

/** Lets this process load the tests' own TypeScript, such as the simulated WhatsApp Web page. */
export function loadTypeScript() {
  /* oxlint-disable eslint/no-underscore-dangle -- the names that Node gives its loader */
  const { transformSync } = require('@swc/core');
  Module._extensions['.ts'] = (module, file) => {
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    module._compile(code, file);
  };
}
