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
