import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '../../src/db';
import { Secrets } from '../../src/secrets';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { Program } from '../support/program';
import { requiredService } from '../support/services';
import { openShop } from '../support/shop';
import { untilSeen } from '../support/until';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'smartpos.md'), 'utf8');
const run = promisify(execFile);
const key = Buffer.alloc(32, 3);
let own: Awaited<ReturnType<typeof createDatabase>>;
let db: Database;
let shop: number;
let connection: ConnectionSecrets;
let directory: string;

beforeAll(async () => {
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
  db = await openBeside(own.url, new Secrets(key));
  shop = await openShop(db);
  connection = await db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9',
      company: null,
      apiKeyId: 'a',
      apiKeySecret: 'b',
    }),
  );
});
afterEach(() => Program.endAll());
afterAll(async () => {
  await db.close();
  await own.drop();
  rmSync(directory, { recursive: true, force: true });
});

const example = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(PAGE.slice(PAGE.indexOf('### curl')))?.[1] ?? '';

it.each([
  ['sh', 'bash', 'curl-1'],
  ['js', process.execPath, 'node-1'],
  ['python', 'python3', 'python-1'],
])('the example in %s is taken by the running product', async (language, program, sale) => {
  const smartbis = Program.run({
    DATABASE_URL: own.url,
    SECRET_KEY: key.toString('base64'),
    ROLES: 'web,worker',
    POLL_SECONDS: '0',
  });
  const file = join(directory, language === 'js' ? 'example.mjs' : `example.${language}`);
  writeFileSync(file, example(language));
  const { stdout } = await run(program, [file], {
    env: {
      ...process.env,
      EVENTS_URL: `${await smartbis.url()}/v1/smartpos/events/${connection.id}`,
      SIGNING_SECRET: connection.signingSecret,
    },
  });
  expect(stdout.trim()).toBe('202');
  const judged = (): Promise<string[]> =>
    db.asMerchant(shop, (work) => work.trx('sales').where({ id: sale }).pluck('id'));
  await untilSeen('the sale to be judged', judged, ({ length }) => length === 1);
});
