import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmacSha256 } from '../../src/sync/hmac';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

it.each([
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Buffer.from('Jefe').toString('hex'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), '\xdd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
])('is that of RFC 4231 under %s', (key, data, digest) => {
  expect(hmacSha256(hex(key), data, Buffer.alloc(0)).toString('hex')).toBe(digest);
});

it('is node’s own, whatever came before', () => {
  const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array));
  fc.assert(
    fc.property(bytes(64), bytes(300), bytes(9_000), (key, head, body) => {
      const expected = createHmac('sha256', key).update(head).update(body).digest();
      expect(hmacSha256(key, head.toString('latin1'), body)).toEqual(expected);
    }),
  );
});
