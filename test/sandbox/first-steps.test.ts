import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLANS } from '../../src/demo/shops';

const root = join(__dirname, '..', '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

it('what the page offers to sell gives as much as the first steps then redeem', () => {
  const amount = /value: '(\d+),(\d\d)'/.exec(textOf('src/sandbox/tryit/public/js/till.js'));
  const soldCents = Number(amount?.[1]) * 100 + Number(amount?.[2]);
  const benefit = PLANS[0]?.rule?.benefit;
  const bps = benefit?.kind === 'cashback-percent' ? benefit.bps : 0;
  for (const path of ['README.md', 'src/demo/index.ts', 'src/sandbox/tryit/public/js/suggestions.js']) {
    const redeemed = [...textOf(path).matchAll(/(?:resgatar|redeem|canjear) (\d+)/g)].map(
      ([, reais]) => Number(reais) * 100,
    );
    expect(redeemed.length).toBeGreaterThan(0);
    expect(Math.max(...redeemed)).toBeLessThanOrEqual((soldCents * bps) / 10_000);
  }
});
