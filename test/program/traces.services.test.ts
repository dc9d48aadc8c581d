import { randomBytes } from 'node:crypto';
import { connectAccount } from '../../src/bot/channels/cloud-api/account';
import { callbackPath } from '../../src/bot/channels/cloud-api/callbacks';
import type { Database } from '../../src/db';
import { Secrets } from '../../src/secrets';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { traceId } from '../../src/telemetry';
import { SimulatedCloudApi } from '../support/cloud-api/server';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { deliver, Program, saleEvent } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { ANA, openShop, percent } from '../support/shop';
import { untilSeen } from '../support/until';

const ROLES = ['web', 'worker', 'whatsapp'] as const;
type Role = (typeof ROLES)[number];

const key = randomBytes(32);
let own: Awaited<ReturnType<typeof createDatabase>>;
let cloud: SimulatedCloudApi;
let db: Database;
let connection: ConnectionSecrets;
let programs: [Role, Program][];
let url: string;

beforeAll(async () => {
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  cloud = await SimulatedCloudApi.start();
  db = await openBeside(own.url, new Secrets(key));
  const shop = await openShop(db, [percent(500)]);
  const { address } = await db.asMerchant(shop, async (work) => {
    connection = await createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'x',
      apiKeySecret: 'x',
    });
    return connectAccount(work, cloud, null);
  });
  const env = {
    DATABASE_URL: own.url,
    REDIS_URL: ownRedis('traces'),
    SECRET_KEY: key.toString('base64'),
    CLOUD_API_URL: cloud.url,
    POLL_SECONDS: '0',
    BURST_MS: '0',
    LOG_LEVEL: 'info',
  };
  programs = ROLES.map((role) => [role, Program.run({ ...env, ROLES: role })]);
  await Promise.all(programs.map(([, program]) => program.works()));
  url = (await programs[0]?.[1].url()) ?? '';
  cloud.callback = `${url}${callbackPath(address)}`;
});
afterAll(async () => {
  await Program.endAll();
  await db.close();
  await cloud.stop();
  await own.drop();
});

interface Line {
  msg: string;
  trace?: string;
  traces?: string[];
}

const linesOf = (output: string): Line[] =>
  // The last one may still be written.
  output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

/** What each process says of it, once a message was sent because of it. */
async function pathOf(id: string): Promise<Record<Role, string[]>> {
  const trace = traceId(id);
  const isAbout = (line: Line): boolean => line.trace === trace || line.traces?.includes(trace) === true;
  const said = (): Record<Role, string[]> =>
    Object.fromEntries(
      programs.map(([role, { output }]) => [
        role,
        linesOf(output)
          .filter(isAbout)
          .map(({ msg }) => msg),
      ]),
    ) as Record<Role, string[]>;
  // A line is written after the commit that the next process has seen.
  return untilSeen('each process to tell of it', said, ({ web, worker, whatsapp }) =>
    [web.length, worker.length, whatsapp.includes('a message was sent')].every(Boolean),
  );
}

describe('one id through the logs of the processes that share the work', () => {
  it('of a chat message, from its callback to its answer', async () => {
    const { id } = await cloud.says(ANA.slice(1), 'saldo');
    expect(await pathOf(id)).toEqual({
      web: ['messages called back'],
      worker: ['messages handled'],
      whatsapp: ['messages taken in', 'a message was sent'],
    });
  });

  it('of a sale, from its event to the message about it', async () => {
    const id = '7c1f0a34-59be-4d0e-9a61-2f8e6b3d4c5a';
    expect(await deliver(url, connection, 'one', saleEvent(id))).toBe(202);
    expect(await pathOf(id)).toEqual({
      web: ['events taken in'],
      worker: ['sales judged'],
      whatsapp: ['a message was sent'],
    });
  });
});
