import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkMainJob } from '../support/main-job';
import { createDatabase } from '../support/postgres';
import { books, Program } from '../support/program';
import { ownRedis, requiredService } from '../support/services';

let directory: string;
let own: Awaited<ReturnType<typeof createDatabase>>;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-main-job-'));
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
});
afterEach(() => Program.endAll());
afterEach(async () => {
  await own.drop();
  rmSync(directory, { recursive: true, force: true });
});

it('the main job over PostgreSQL and Redis, with its roles in processes of their own, all killed between its steps', async () => {
  const env = {
    DATABASE_URL: own.url,
    REDIS_URL: ownRedis('main-job'),
    SECRET_KEY: randomBytes(32).toString('base64'),
    POLL_SECONDS: '1',
  };
  const sandbox = { DATA_DIR: directory, SANDBOX: 'on', SANDBOX_PORT: '0' };
  let programs: Program[] = [];
  let url = '';
  const start = async (): Promise<void> => {
    const web = Program.run({ ...env, ...sandbox, ROLES: 'web' });
    programs = [web, ...['worker', 'worker', 'whatsapp'].map((ROLES) => Program.run({ ...env, ROLES }))];
    url = await web.url();
    await Promise.all(programs.map((program) => program.works()));
  };
  const stop = (signal: NodeJS.Signals): Promise<(number | null)[]> =>
    Promise.all(programs.map((program) => program.stop(signal)));
  await start();
  await walkMainJob({
    url: () => url,
    kill: async () => {
      await stop('SIGKILL');
      await start();
    },
    startAgain: async () => {
      expect(await stop('SIGINT')).toEqual([0, 0, 0, 0]);
      await start();
    },
  });
  expect(await stop('SIGTERM')).toEqual([0, 0, 0, 0]);
  expect(await books(env)).toMatchObject({ status: 0 });
});
