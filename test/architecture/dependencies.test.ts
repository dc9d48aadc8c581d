import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Locked {
  version: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
}

const { dependencies, devDependencies, allowScripts } = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const packageAt = (path: string) => read(join(path, 'package.json')) as { licenses?: { type: string }[] };
/** But the product itself. */
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Under these a shop may run and change what it installs; MPL and LGPL ask for the sources of their own files alone. */
const FREE =
  /^\(?(?:0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|LGPL-3\.0-or-later|MIT|MIT-0|MPL-2\.0|OFL-1\.1|Python-2\.0|Unlicense)\b/;

it('every version is the one that was tried', () => {
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual(
    [],
  );
});

it('every package comes with the checksum that it must have', () => {
  expect(
    locked.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path),
  ).toEqual([]);
  expect(locked.length).toBeGreaterThan(100);
});

it('none runs a script of its own as it is installed', () => {
  const withScripts = locked.flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript === true ? [nameOf(path)] : [],
  );
  expect(allowScripts).toEqual(Object.fromEntries(withScripts.map((name) => [name, false])));
});

it('where one is run all the same, it fetches no browser', () => {
  const script = `console.log(require('puppeteer/internal/getConfiguration.js').getConfiguration().skipDownload)`;
  // Where npm runs it.
  const cwd = join(ROOT, 'node_modules', 'puppeteer');
  const { PATH } = process.env;
  expect(execFileSync(process.execPath, ['-e', script], { cwd, env: { PATH }, encoding: 'utf8' })).toBe(
    'true\n',
  );
});

it('what the product runs on is under a licence that lets it', () => {
  const licenceOf = (path: string, { license }: Locked): string =>
    license ?? packageAt(path).licenses?.[0]?.type ?? '';
  const running = locked.filter(([, { dev }]) => dev !== true);
  expect(
    running
      .map(([path, one]) => [path, licenceOf(path, one)])
      .filter(([, licence]) => !FREE.test(licence ?? '')),
  ).toEqual([]);
});
