import { Secrets } from '../../src/secrets';

const secrets = new Secrets(Buffer.alloc(32, 1));

it('gives back what it encrypted, only there and only under its key', () => {
  const envelope = secrets.encrypt('chave secreta', 'shop 1');
  expect(secrets.decrypt(envelope, 'shop 1')).toBe('chave secreta');
  expect(envelope.toString('latin1')).not.toContain('chave');
  expect(() => secrets.decrypt(envelope, 'shop 2')).toThrow(/authenticate|unknown version|not here/);
  expect(() => new Secrets(Buffer.alloc(32, 2)).decrypt(envelope, 'shop 1')).toThrow(
    /authenticate|unknown version|not here/,
  );
});

it('notices every changed byte', () => {
  const envelope = secrets.encrypt('x', 'place');
  for (let i = 0; i < envelope.length; i++) {
    const changed = Buffer.from(envelope);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => secrets.decrypt(changed, 'place')).toThrow(/authenticate|unknown version|not here/);
  }
});

it('never encrypts twice alike, and hashes always alike', () => {
  expect(secrets.encrypt('x', 'y')).not.toEqual(secrets.encrypt('x', 'y'));
  expect(secrets.hash('x', 'y')).toEqual(secrets.hash('x', 'y'));
  expect(secrets.hash('x', 'y')).not.toEqual(secrets.hash('x', 'z'));
});

it('asks for a key of 32 bytes', () => {
  expect(() => new Secrets(Buffer.alloc(16))).toThrow(RangeError);
});
