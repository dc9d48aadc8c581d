import { readSources, type Source } from './sources';
import * as tidy from './tidy';

const SCRIPTS = ['.ts', '.js', '.mjs'];
const program = readSources(['src'], SCRIPTS);
const typed = readSources(['src'], ['.ts']);
const tests = readSources(['test'], ['.ts']);
/** The examples below break the rules on purpose. */
const isHere = ({ path }: Source) => path === 'test/architecture/tidy.test.ts';
const everything = [
  ...readSources(['src', 'test', 'bench', 'scripts'], [...SCRIPTS, '.json', '.html']),
  ...readSources(['docs'], ['.md']),
].filter((source) => !isHere(source));
const migrations = readSources(['migrations'], ['']);

function file(path: string, text: string): Source {
  return { path, text };
}

describe('the sources are tidy', () => {
  it('there are sources to look at', () => {
    const places = ['src/config.ts', 'test/architecture/tidy.ts', 'migrations/0001_tenancy.sql'];
    const paths = [...everything, ...migrations].map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(places));
  });

  it.each([
    ['files are short', tidy.shortFiles(program)],
    ['nothing is exported by default or left undone', tidy.noBannedWords(everything)],
    ['the program writes through its log alone', tidy.noConsole(program)],
    ['statements go one way', tidy.oneWayToTheDatabase(program)],
    ['every test runs', tidy.everyTestRuns(tests.filter((source) => !isHere(source)))],
    ['tests wait by one means', tidy.noPrivateSleeps(tests.filter((source) => !isHere(source)))],
    ['names say something', tidy.tellingNames(everything)],
    ['no file is dead', tidy.noDeadFiles(typed)],
    ['no phone is real', tidy.noRealPhones([...everything, ...migrations])],
    ['migrations are in order', tidy.orderedMigrations(migrations)],
  ])('%s', (_rule, faults) => {
    expect(faults).toEqual([]);
  });
});

describe('each rule finds what it forbids', () => {
  it('a long file', () => {
    expect(tidy.shortFiles([file('src/long.ts', 'x;\n'.repeat(251))])).toEqual([
      'src/long.ts: 251 lines, at most 250',
    ]);
    expect(tidy.shortFiles([file('src/fits.ts', 'x;\n'.repeat(250))])).toEqual([]);
  });

  it.each([
    ['export default main;', 'a default export'],
    ['export { main as default };', 'a default export'],
    ['// TODO: later', 'work left undone'],
  ])('%s', (line, fault) => {
    expect(tidy.noBannedWords([file('src/a.ts', `// a line\n${line}`)])).toEqual([`src/a.ts:2: ${fault}`]);
  });

  it.each([
    'await new Promise((resolve) => setTimeout(resolve, 100));',
    "import { setTimeout as sleep } from 'node:timers/promises';",
  ])('%s', (line) => {
    const fault = 'a sleep of its own, where test/support/until.ts waits';
    expect(tidy.noPrivateSleeps([file('test/a.test.ts', line)])).toEqual([`test/a.test.ts:1: ${fault}`]);
    expect(tidy.noPrivateSleeps([file('test/support/until.ts', line)])).toEqual([]);
  });

  it('writing to the console', () => {
    expect(tidy.noConsole([file('src/a.ts', `console.log(1);\nthis.console.show();`)])).toEqual([
      'src/a.ts:1: console',
    ]);
  });

  it('a statement that goes another way', () => {
    const lock = `await work.trx.raw('SELECT pg_advisory_xact_lock(1)');`;
    expect(tidy.oneWayToTheDatabase([file('src/db/migrate.ts', lock), file('src/a.ts', lock)])).toEqual([
      'src/a.ts:1: a statement of its own, where query() sends it',
    ]);
  });

  it.each([
    `it.skip('x')`,
    `test.only('x')`,
    `describe.only.each([])('x')`,
    `it.todo('x')`,
    `xit('x')`,
    `fdescribe('x')`,
  ])('a test like %s', (line) => {
    const found = tidy.everyTestRuns([file('test/a.test.ts', line)]);
    expect(found).toEqual(['test/a.test.ts:1: a test that is skipped or keeps others from running']);
  });

  it('a file called by what it is not', () => {
    const sources = ['src/utils.ts', 'src/bot/helpers/a.ts', 'src/bot/helpful.ts'].map((path) =>
      file(path, ''),
    );
    expect(tidy.tellingNames(sources)).toEqual([
      'src/utils.ts: a name that says nothing',
      'src/bot/helpers/a.ts: a name that says nothing',
    ]);
  });

  it('a file that nothing leads to, also when two such files know each other', () => {
    const sources = [
      file('src/main.ts', `import { a } from './a';`),
      file('src/a.ts', `const b = () => require('./b');`),
      file('src/b.ts', ''),
      file('src/cli/parse.ts', `import type { D } from '../bot/d';`),
      file('src/bot/d.ts', ''),
      file('src/lost.ts', `import { x } from './found';`),
      file('src/found.ts', `import { x } from './lost';`),
    ];
    expect(tidy.noDeadFiles(sources)).toEqual([
      'src/lost.ts: is reached from no entry point',
      'src/found.ts: is reached from no entry point',
    ]);
  });

  it('a phone that may be real', () => {
    const real = ['+55 11 97777-1234', '5521987654321', '(31) 98888-1234', '11 98765-4321'];
    expect(tidy.noRealPhones(real.map((text) => file('test/a.ts', `call ${text}.`)))).toHaveLength(4);
    const fine = [
      '+55 11 98888-0001',
      '5531988880002@c.us',
      '+5511900012346',
      '52998224725',
      '1764000000000',
    ];
    expect(tidy.noRealPhones(fine.map((text) => file('test/a.ts', `call '${text}'`)))).toEqual([]);
  });

  it('migrations without a number of their own, and without their reason', () => {
    const sources = [
      file('migrations/0001_a.sql', '-- Why: because'),
      file('migrations/0003_c.sql', '-- Why: because'),
      file('migrations/0003_d.sql', 'CREATE TABLE d ();'),
      file('migrations/4_e.sql', '-- Why: because'),
    ];
    expect(tidy.orderedMigrations(sources)).toEqual([
      'migrations/0003_d.sql: 0003 is taken',
      'migrations/0003_d.sql: does not begin with "-- Why: "',
      'migrations/4_e.sql: is not named 0001_what.sql',
    ]);
  });
});
