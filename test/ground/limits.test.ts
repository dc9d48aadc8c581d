import { TokenBuckets } from '../../src/http/limits';

it('a crowd of new senders makes nobody forgotten but who was heard longest ago', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 0.001 }, { now: () => 0 });
  for (const key of ['silent', 'busy']) expect(buckets.take(key)).toBe(0);
  for (let i = 0; i < 9_999; i++) {
    buckets.take(`stranger ${i}`);
    expect(buckets.wait('busy')).toBeGreaterThan(0);
  }
  expect(buckets.take('silent')).toBe(0);
  expect(buckets.wait('busy')).toBeGreaterThan(0);
});
