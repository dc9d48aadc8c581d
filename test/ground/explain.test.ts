import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { migrate } from '../../src/db/migrate';
import { explain } from '../../src/explain';
import { Secrets } from '../../src/secrets';

it('a secret key that is another than the database’s is told so, without a stack', () => {
  const envelope = new Secrets(Buffer.alloc(32, 1)).encrypt('abc', 'a place');
  let fault: unknown;
  try {
    new Secrets(Buffer.alloc(32, 2)).decrypt(envelope, 'a place');
  } catch (error) {
    fault = error;
  }
  expect(explain(fault)).toMatch(/under another key than SECRET_KEY and PREVIOUS_SECRET_KEYS/);
});

it('what nobody foresaw keeps its stack', () => {
  expect(explain(new Error('a slip'))).toBeNull();
});

it('what listens at the database’s address and is none is given up, and told so', async () => {
  const mute = createServer();
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const fault: unknown = await migrate(`postgres://127.0.0.1:${port}/x`).catch((error: unknown) => error);
  expect(explain(fault)).toMatch(/cannot be reached \(ETIMEDOUT\)\. Check DATABASE_URL/);
  mute.close();
});
