import { DateTime } from 'luxon';
import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import type { DayNumber } from '../core/time/calendar';
import { MESSAGES } from '../core/messages/message-kinds';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { countChanges } from '../figures/counting';
import { enqueueNotices, type NoticeToSend } from '../outbox';
import { loadShop, type Shop } from '../shops/shops';
import { comeBacks } from './come-back';
import { solveDueDays } from './due-days';
import type { RoundDay } from './occasions';
import { greetings, reminders } from './notices';
import { whoListens } from './recipients';

const MORNING_HOUR = 9;
/** After a longer stop the days before are let go. */
const MOST_DAYS = 7;
const AT_ONCE = 2_000;

export type JourneyNotice = Omit<NoticeToSend, 'suppressed'>;

/**
 * Makes the morning's round of each shop where it is due: writes what the day brings, each message once. The day is noted in
 * the same transaction, so that a round that dies is made again, and two processes make it once.
 */
export async function makeRounds(round: Round, now: Instant): Promise<void> {
  const { db } = round;
  const due = await db.call<{ id: number }>('SELECT merchants_with_rounds(?) AS id', [new Date(now)]);
  await visitShops(round, due, 'the round of a shop failed', (id) => db.asMerchant(id, makeRound));
}

async function makeRound(work: Work): Promise<void> {
  const row = (await work
    .trx('merchants')
    .where('next_round_at', '<=', new Date(work.now))
    .forUpdate()
    .first('last_round_on', 'thanks_after')) as
    { last_round_on: DayNumber | null; thanks_after: number } | undefined;
  if (row === undefined) return;
  const shop = await loadShop(work);
  const zone = Zone.of(shop.zone);
  const today = zone.dayOf(work.now);
  const morning = DateTime.fromMillis(work.now, { zone: shop.zone })
    .startOf('day')
    .plus({ hours: MORNING_HOUR });
  const isMorning = work.now >= morning.toMillis();
  const next = isMorning ? morning.plus({ days: 1 }) : morning;
  await work.trx('merchants').update({
    next_round_at: next.toJSDate(),
    ...(isMorning ? { last_round_on: today } : {}),
  });
  if (!isMorning || shop.state !== 'active') return;
  await countChanges(work);
  await solveDueDays(work);
  const first = Math.max(row.last_round_on === null ? today : row.last_round_on + 1, today - MOST_DAYS + 1);
  for (let day = first; day <= today; day++) {
    const at = work.now - (today - day) * 86_400_000;
    await writeDay(work, shop, { day, zone, at }, row.thanks_after);
  }
  await write(work, await comeBacks(work, shop, { day: today, zone, at: work.now }));
}

async function writeDay(work: Work, shop: Shop, day: RoundDay, thanksAfter: number): Promise<void> {
  await write(work, [
    ...(await reminders(work, shop, day)),
    ...(await greetings(work, shop, day, thanksAfter)),
  ]);
}

/** To those who want it; each once, by its cause. */
async function write(work: Work, notices: readonly JourneyNotice[]): Promise<void> {
  for (const to of ['transactional', 'marketing'] as const) {
    const ofClass = notices.filter(({ notice }) => MESSAGES[notice.kind].class === to);
    const listening = await whoListens(
      work,
      ofClass.map(({ customerId }) => customerId),
      to,
    );
    const wanted = ofClass.filter(({ customerId }) => listening.has(customerId));
    for (let from = 0; from < wanted.length; from += AT_ONCE)
      await enqueueNotices(
        work,
        wanted.slice(from, from + AT_ONCE).map((notice) => ({ ...notice, suppressed: null })),
      );
  }
}
