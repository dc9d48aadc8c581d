import { Writable } from 'node:stream';
import { createLogger } from '../../src/telemetry';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let out = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  write(createLogger('info', sink));
  return out;
}

it('keeps phones, codes, texts and secrets out, also nested', () => {
  const secret = {
    phone: '+5511988880001',
    code: 'ABCD1234',
    body: 'oi',
    cpf: '11144477735',
    secret: 'whsec_x',
  };
  const out = logged((logger) => logger.info({ ...secret, message: secret, id: 'msg_1' }, 'received'));
  for (const value of Object.values(secret)) expect(out).not.toContain(value);
  expect(out).toContain('msg_1');
});

it('keeps the values of a database error out', () => {
  const error = Object.assign(
    new Error('insert into "customers" ("phone") values ($1) - duplicate key "+5511988880001"'),
    {
      code: '23505',
      detail: 'Key (phone)=(+5511988880001) already exists.',
      constraint: 'customers_pkey',
    },
  );
  const out = logged((logger) => logger.error({ err: error }, 'failed'));
  expect(out).not.toContain('88880001');
  expect(out).toContain('customers_pkey');
});
