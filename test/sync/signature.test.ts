import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { signingKey, verifySignature } from '../../src/sync/signature';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const vector = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const body = Buffer.from('{"test": 2432232314}');
const at = 1_614_265_330_000;
const key = signingKey(SECRET);

it('holds for the vector of the specification', () => {
  expect(verifySignature(vector, body, [key], at)).toBeNull();
});

it('holds under either of two secrets, and for any of several signatures', () => {
  expect(verifySignature(vector, body, [signingKey(OTHER), key], at)).toBeNull();
  const several = { ...vector, signature: `v1,AAAA v2,x ${vector.signature}` };
  expect(verifySignature(several, body, [key], at)).toBeNull();
});

it.each([
  ['wrong', vector, Buffer.from('{"test": 2432232315}'), at],
  ['wrong', { ...vector, id: 'msg_other' }, body, at],
  ['wrong', { ...vector, signature: 'v1,' }, body, at],
  ['wrong', { ...vector, signature: vector.signature.replace('v1', 'v1a') }, body, at],
  ['stale', vector, body, at + 301_000],
  ['stale', vector, body, at - 301_000],
  ['malformed', { ...vector, timestamp: '1614265330.5' }, body, at],
  ['missing', { ...vector, signature: undefined }, body, at],
])('is %s', (fault, headers, given, now) => {
  expect(verifySignature(headers, given, [key], now)).toBe(fault);
});

it('holds at the edges of the tolerance', () => {
  for (const seconds of [-300, 300])
    expect(verifySignature(vector, body, [key], at + seconds * 1000)).toBeNull();
});

it('agrees with the reference implementation', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }).filter((s) => !s.includes('\n')),
      fc.string(),
      (id, text) => {
        const signature = new Webhook(SECRET).sign(id, new Date(at), text);
        const headers = { id, timestamp: String(at / 1000), signature };
        return verifySignature(headers, Buffer.from(text), [key], at) === null;
      },
    ),
  );
});

it('refuses a secret that is none', () => {
  for (const secret of ['', 'whsec_', 'whsec_AAAA', SECRET.slice(6)])
    expect(() => signingKey(secret)).toThrow(RangeError);
});
