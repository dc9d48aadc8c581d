import { armOf, type ArmName } from '../../src/loyalty/campaigns/arms';
import { controlShareBps } from '../../src/loyalty/insight/lift/assignment';
import { judgeLift } from '../../src/loyalty/insight/lift/verdict';
import { seededRandom } from '../../src/loyalty/insight/numeric/random';
import { Secrets } from '../../src/secrets';
import { boughtAround, TWO_WEEKS } from '../support/real-sales';

const shop = { merchantId: 1, secrets: new Secrets(Buffer.alloc(32, 9)) };
const people = [...boughtAround(TWO_WEEKS, '2010-12-08', '2010-12-14')];
const away = people.filter(([, came]) => !came).length / people.length;

/** One campaign among real customers, drawn with replacement; a lift brings back as many of the treated as it says. */
function verdictOf(size: number, campaign: number, lift: number): string {
  const random = seededRandom(campaign * 7_919 + size);
  const shareBps = controlShareBps(size);
  const arms: Record<ArmName, { customers: number; returned: number }> = {
    treated: { customers: 0, returned: 0 },
    control: { customers: 0, returned: 0 },
  };
  for (let i = 0; i < size; i++) {
    const [customer, came] = people[Math.floor(random() * people.length)] ?? ['', false];
    const arm = armOf(shop, { campaign, customerId: `${customer}-${i}`, shareBps });
    const isBrought = arm === 'treated' && !came && random() < lift / away;
    arms[arm].customers++;
    if (came || isBrought) arms[arm].returned++;
  }
  return judgeLift({ arms, shareBps, endsAt: 0, now: 0 }).kind;
}

const share = (found: readonly string[], ...wanted: string[]): number =>
  found.filter((kind) => wanted.includes(kind)).length / found.length;

const DRAWS = 200;

/** Five hundred by the whole path, with the database, over a year: bench/lift.mjs. */
describe("campaigns among two weeks' real customers", () => {
  const VERDICTS = ['lift', 'loss', 'no-difference-shown'];

  it.each([
    [200, 0],
    [500, 0],
    [1_000, 0.8],
  ])('of %d: nothing done, a lift claimed in at most 3%%', (size, verdicts) => {
    const found = Array.from({ length: DRAWS }, (_draw, campaign) => verdictOf(size, campaign, 0));
    expect(share(found, 'lift')).toBeLessThanOrEqual(0.03);
    expect(share(found, 'broken-split')).toBeLessThan(0.01);
    expect(share(found, ...VERDICTS)).toBeGreaterThanOrEqual(verdicts);
  });

  it('of 3,000: ten points are found in at least 80%', () => {
    const found = Array.from({ length: 50 }, (_draw, campaign) => verdictOf(3_000, campaign, 0.1));
    expect(share(found, 'lift')).toBeGreaterThanOrEqual(0.8);
  });
});
