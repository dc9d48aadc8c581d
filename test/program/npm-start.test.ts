import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Program } from '../support/program';
import { TryItShop } from '../support/try-it';
import { until } from '../support/until';

const ROOT = join(__dirname, '..', '..');
/** What is made on the machine, and is no part of what somebody clones. */
const MADE = new Set(['.git', '.cache', 'coverage', 'data', 'dist', 'node_modules']);

let clone: string;
let program: Program | undefined;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'smartbis-clone-'));
  cpSync(ROOT, clone, { recursive: true, filter: (path) => !MADE.has(relative(ROOT, path)) });
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(clone, 'node_modules'));
});
afterEach(async () => {
  const { exitCode, signalCode } = program?.child ?? {};
  if (program !== undefined && exitCode === null && signalCode === null) signal(program, 'SIGKILL');
  await program?.ended;
  rmSync(clone, { recursive: true, force: true });
});

/** As it is typed into a terminal, but for ports that are free. */
function npmStart(): Program {
  const child = spawn('npm', ['start'], {
    cwd: clone,
    // A group of its own, as a terminal's job is.
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: clone,
      NO_UPDATE_NOTIFIER: '1',
      PORT: '0',
      PRIVATE_PORT: '0',
      SANDBOX_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program = new Program(child);
  return program;
}

/** To npm and all that it runs, as a terminal does it. */
const signal = ({ child }: Program, name: NodeJS.Signals): boolean => process.kill(-(child.pid ?? 0), name);

function isGone({ child }: Program): boolean {
  try {
    return !process.kill(-(child.pid ?? 0), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Where a shell stays between npm and the program, it ends by the signal once the program has ended well, and npm with it;
 * where none does, npm ends with the program's own status.
 */
async function expectGoodbyeOnCtrlC(running: Program): Promise<void> {
  signal(running, 'SIGINT');
  const status = await running.ended;
  expect([0, 'SIGINT']).toContain(status ?? running.child.signalCode);
  expect(running.output).toMatch(/Até logo\.\s*$/);
  await until('nobody of its job to be left behind', () => isGone(running));
}

it('npm start builds a clone, opens the page that it names, says goodbye on Ctrl-C, and goes on where it was left', async () => {
  const first = npmStart();
  const url = await first.url();
  expect(first.output).toContain('Primeira vez aqui');
  expect(first.output).toContain(`Abra ${url} no navegador`);
  const page = await fetch(url);
  expect([page.url, page.status, await page.text()]).toEqual([
    `${url}/try/`,
    200,
    expect.stringContaining('<title>Smartbis: experimente</title>'),
  ]);
  const before = await (await TryItShop.open(() => url, 'Padaria Central')).phone('Ana');
  await before.says('saldo', /saldo/);
  const told = await before.shown();
  await expectGoodbyeOnCtrlC(first);
  expect(existsSync(join(clone, 'data', 'database'))).toBe(true);

  const second = npmStart();
  const again = await second.url();
  expect(second.output).not.toContain('Primeira vez aqui');
  const after = await (await TryItShop.open(() => again, 'Padaria Central')).phone('Ana');
  expect(await after.shown()).toEqual(told);
  await expectGoodbyeOnCtrlC(second);
});
