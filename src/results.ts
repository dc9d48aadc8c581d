import { tellCampaignEnd } from './bot/campaign-ends';
import { sendWeeklyReports } from './bot/weekly-reports';
import type { Clock } from './clock';
import type { Database } from './db';
import { every } from './jobs/every';
import { countAllChanges, InsightThread, makeRounds, refitTimings, runCampaigns } from './loyalty';
import type { Logger } from './telemetry';

const COUNTING_SECONDS = 5;
const REPORT_SECONDS = 60;
const ROUND_SECONDS = 60;
const CAMPAIGN_SECONDS = 5;
const NIGHT_SECONDS = 300;

/** What the worker does so that a shop sees its results, and customers come back: each look finds what is due by now. */
export function resultLoops({
  db,
  clock,
  logger,
}: {
  db: Database;
  clock: Clock;
  logger: Logger;
}): ReturnType<typeof every>[] {
  const thread = new InsightThread();
  return [
    // Ends a fit that runs, so that the loop after it can stop.
    { stop: () => thread.close() },
    every(NIGHT_SECONDS, 'fitting the timing', logger, () =>
      refitTimings(db, { now: clock.now(), thread, logger }),
    ),
    every(CAMPAIGN_SECONDS, 'campaigns', logger, () =>
      runCampaigns(db, { now: clock.now(), thread, logger, told: tellCampaignEnd }),
    ),
    every(ROUND_SECONDS, 'the morning round', logger, () => makeRounds(db, clock.now(), logger)),
    every(COUNTING_SECONDS, 'counting sales', logger, () => countAllChanges(db, logger)),
    every(REPORT_SECONDS, 'weekly reports', logger, () => sendWeeklyReports(db, clock.now())),
  ];
}
