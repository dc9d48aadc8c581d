import { tellCampaignEnd } from '../bot/reports/campaign-ends';
import { sendWeeklyReports } from '../bot/reports/weekly-reports';
import type { Clock } from '../clock';
import type { Database } from '../db';
import type { Job } from '../jobs/every';
import { countAllChanges, makeRounds, refitTimings, runCampaigns, type InsightThread } from '../loyalty';
import type { Logger } from '../telemetry';

export interface ResultParts {
  db: Database;
  clock: Clock;
  logger: Logger;
  thread: InsightThread;
}

/** What the worker does so that a shop sees its results, and customers come back. */
export function resultJobs({ db, clock, logger, thread }: ResultParts): Job[] {
  return [
    {
      what: 'fitting the timing',
      everySeconds: 300,
      run: () => refitTimings(db, { now: clock.now(), thread, logger }),
    },
    {
      what: 'campaigns',
      everySeconds: 5,
      run: () => runCampaigns(db, { now: clock.now(), thread, logger, told: tellCampaignEnd }),
    },
    { what: 'the morning round', everySeconds: 60, run: () => makeRounds(db, clock.now(), logger) },
    { what: 'counting sales', everySeconds: 5, run: () => countAllChanges(db, logger) },
    { what: 'weekly reports', everySeconds: 60, run: () => sendWeeklyReports(db, clock.now()) },
  ];
}
