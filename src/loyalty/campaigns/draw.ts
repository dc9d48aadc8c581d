import type { Work } from '../../db';
import { WHOLE_BPS } from '../core/money';
import { controlShareBps } from '../insight';
import { armOf } from './arms';
import { eligibleCustomers } from './audience';
import type { Audience } from '../core/campaign';

/** Up to so many are drawn one by one beforehand; of more the share tells about how many. */
const DRAWN_BEFOREHAND = 1_000;
/** The lot gives more than expected by so many standard deviations once in 30,000 times. */
const UNLIKELY = 4;

/** What the lot will come to. */
export interface Draw {
  shareBps: number;
  treated: number;
  control: number;
  /** The lot is the same whenever it is drawn, so of few it is told beforehand; else the numbers are about right. */
  isExact: boolean;
  /** More than these will not have it. */
  treatedAtMost: number;
}

/** How many of those who are eligible would have the campaign of this number, and be left untouched. */
export async function drawOf(
  work: Work,
  { campaign, audience, eligible }: { campaign: number; audience: Audience; eligible: number },
): Promise<Draw> {
  const shareBps = controlShareBps(eligible);
  if (eligible <= DRAWN_BEFOREHAND) {
    const treated = await drawn(work, { campaign, audience, shareBps });
    return { shareBps, treated, control: eligible - treated, isExact: true, treatedAtMost: treated };
  }
  const control = Math.round((eligible * shareBps) / WHOLE_BPS);
  const share = shareBps / WHOLE_BPS;
  const more = Math.ceil(UNLIKELY * Math.sqrt(eligible * share * (1 - share)));
  const treated = eligible - control;
  return { shareBps, treated, control, isExact: false, treatedAtMost: Math.min(eligible, treated + more) };
}

async function drawn(
  work: Work,
  { campaign, audience, shareBps }: { campaign: number; audience: Audience; shareBps: number },
): Promise<number> {
  let treated = 0;
  for await (const customers of eligibleCustomers(work, audience))
    for (const customerId of customers)
      if (armOf(work, { campaign, customerId, shareBps }) === 'treated') treated += 1;
  return treated;
}
