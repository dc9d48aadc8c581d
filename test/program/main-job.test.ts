import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkMainJob } from '../support/main-job';
import { books, Program } from '../support/program';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-main-job-'));
});
afterEach(() => Program.endAll());
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Where to click and what to say first, which the walk then does. */
async function expectGreeting(program: Program): Promise<void> {
  const greeting = await program.works();
  const url = await program.url();
  const first = ['saldo', 'resgatar 5', 'validar', 'status', 'cashback 10% acima de R$ 50', 'Ctrl-C'];
  for (const words of [`Abra ${url} no navegador`, 'Ana', 'Carla', 'Dora', ...first])
    expect(greeting).toContain(words);
  const page = await fetch(url);
  expect([page.url, page.status]).toEqual([`${url}/try/`, 200]);
  const label = /“(Vender)”/.exec(greeting)?.[1] ?? 'no button';
  expect(await (await fetch(`${url}/try/js/texts-pt.js`)).text()).toContain(label);
}

it('the main job, as a new user is told to try it, with the program killed between its steps', async () => {
  const env = { DATA_DIR: directory, SANDBOX: 'on', SANDBOX_PORT: '0', POLL_SECONDS: '1' };
  let program = Program.run(env);
  await expectGreeting(program);
  let url = await program.url();
  const start = async (): Promise<void> => {
    program = Program.run(env);
    url = await program.url();
  };
  await walkMainJob({
    url: () => url,
    kill: async () => {
      await program.stop('SIGKILL');
      await start();
    },
    startAgain: async () => {
      // Ctrl-C
      expect(await program.stop('SIGINT')).toBe(0);
      expect(program.output).toContain('Até logo');
      await start();
      await expectGreeting(program);
    },
  });
  expect(await program.stop('SIGINT')).toBe(0);
  expect(await books(env)).toMatchObject({ status: 0 });
});
