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
export function resultJobs({ clock, thread, ...ground }: ResultParts): Job[] {
  return [
    {
      what: 'fitting the timing',
      everySeconds: 300,
      run: (stopping) => refitTimings({ ...ground, stopping }, { now: clock.now(), thread }),
    },
    {
      what: 'campaigns',
      everySeconds: 5,
      run: (stopping) =>
        runCampaigns({ ...ground, stopping }, { now: clock.now(), thread, told: tellCampaignEnd }),
    },
    {
      what: 'the morning round',
      everySeconds: 60,
      run: (stopping) => makeRounds({ ...ground, stopping }, clock.now()),
    },
    { what: 'counting sales', everySeconds: 5, run: (stopping) => countAllChanges({ ...ground, stopping }) },
    {
      what: 'weekly reports',
      everySeconds: 60,
      run: (stopping) => sendWeeklyReports({ ...ground, stopping }, clock.now()),
    },
  ];
}
