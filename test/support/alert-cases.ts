/** The minute from which a fault is in the figures. */
export const ONSET = 30;
const LAST = 180;

/** A figure by the minute, with a fault from `ONSET` until a minute; null: it is not told. */
type Course = (minute: number, until: number) => number | null;

const isIll = (minute: number, until: number): boolean => minute >= ONSET && minute < until;

const gauge =
  (well: number, ill: number | null = well): Course =>
  (minute, until) =>
    isIll(minute, until) ? ill : well;

/** What is added in a minute. */
const counter =
  (well: number, ill: number = well): Course =>
  (minute, until) => {
    const illMinutes = Math.max(0, Math.min(minute + 1, until) - ONSET);
    return well * (minute + 1 - illMinutes) + ill * illMinutes;
  };

/** A series that is not told before it has something to count. */
const onceFailing =
  (ill: number): Course =>
  (minute, until) =>
    minute < ONSET ? null : counter(0, ill)(minute, until);

/** What two processes tell while all is well: each figure at the bound of its rule, where it still is silent. */
const WELL: Readonly<Record<string, Course>> = {
  'smartbis_database_up{}': gauge(1),
  'smartbis_redis_up{}': gauge(1),
  // Now and then a transaction waits.
  'smartbis_database_waiting{}': (minute) => (minute % 3 === 2 ? 0 : 4),
  'smartbis_http_seconds_count{route="events",status="2xx"}': counter(100),
  'smartbis_http_seconds_count{route="tills",status="2xx"}': counter(98),
  'smartbis_http_seconds_count{route="tills",status="5xx"}': counter(2),
  'smartbis_inbox_oldest_due_seconds{}': gauge(60),
  'smartbis_turns_oldest_due_seconds{}': gauge(30),
  'smartbis_outbox_oldest_due_seconds{class="answer"}': gauge(300),
  'smartbis_outbox_oldest_due_seconds{class="transactional"}': gauge(21_600),
  'smartbis_outbox_failed_last_day{class="answer"}': gauge(25),
  'smartbis_outbox_failed_last_day{class="transactional"}': gauge(25),
  'smartbis_channels{channel="cloud-api",state="ready"}': gauge(7),
  'smartbis_channels{channel="cloud-api",state="logged-out"}': gauge(0),
  'smartbis_channels{channel="cloud-api",state="down"}': gauge(0),
  'smartbis_books_faulty_shops{}': gauge(0),
  'smartbis_connections{state="well"}': gauge(7),
  'smartbis_connections{state="failing"}': gauge(0),
  'smartbis_pull_oldest_due_seconds{}': gauge(600),
  'smartbis_kept_events{reason="form"}': gauge(10),
  'smartbis_kept_events{reason="clash"}': gauge(10),
  'smartbis_job_seconds_count{bell="sales",outcome="failed"}': counter(2),
  'smartbis_job_seconds_bucket{bell="sales",outcome="done",le="2.5"}': counter(90),
  'smartbis_job_seconds_bucket{bell="sales",outcome="done",le="5"}': counter(100),
  'smartbis_job_seconds_bucket{bell="sales",outcome="done",le="10"}': counter(100),
  'smartbis_job_seconds_bucket{bell="sales",outcome="done",le="+Inf"}': counter(100),
};

export interface AlertCase {
  /** What the first process tells instead; a `*` stands before what both do. */
  told: Readonly<Record<string, Course>>;
  /** Of the alert, beside the rule's own. */
  labels?: Readonly<Record<string, string>>;
  /** Where the rule looks back: so many minutes after its beginning is the fault seen. */
  seenAfter?: number;
  /** Where the rule looks back: of so many minutes may a fault be without an alert, since it is seen for longer than it lasts. */
  passesWithin?: number;
}

/** The fault of each rule. */
export const CASES: Readonly<Record<string, AlertCase>> = {
  SmartbisGone: { told: { '*smartbis_database_up{}': gauge(1, null) } },
  SmartbisDatabaseGone: { told: { 'smartbis_database_up{}': gauge(1, 0) } },
  SmartbisSessionsShort: {
    told: {
      'smartbis_database_waiting{}': (minute, until) =>
        isIll(minute, until) ? 1 : (WELL['smartbis_database_waiting{}']?.(minute, until) ?? null),
    },
    labels: { instance: 'a' },
    seenAfter: 5,
    passesWithin: 8,
  },
  SmartbisRedisGone: { told: { 'smartbis_redis_up{}': gauge(1, 0) } },
  SmartbisRequestsFail: {
    told: { '*smartbis_http_seconds_count{route="events",status="5xx"}': onceFailing(10) },
    labels: { route: 'events' },
    seenAfter: 3,
    passesWithin: 4,
  },
  SmartbisSalesWait: { told: { 'smartbis_inbox_oldest_due_seconds{}': gauge(60, 61) } },
  SmartbisChatsWait: { told: { 'smartbis_turns_oldest_due_seconds{}': gauge(30, 31) } },
  SmartbisAnswersUnsent: {
    told: { 'smartbis_outbox_oldest_due_seconds{class="answer"}': gauge(300, 301) },
  },
  SmartbisNoticesUnsent: {
    told: { 'smartbis_outbox_oldest_due_seconds{class="transactional"}': gauge(21_600, 21_601) },
  },
  SmartbisMessagesFail: { told: { 'smartbis_outbox_failed_last_day{class="answer"}': gauge(25, 26) } },
  SmartbisNumberLoggedOut: {
    told: { 'smartbis_channels{channel="cloud-api",state="logged-out"}': gauge(0, 1) },
  },
  SmartbisNumberDown: { told: { 'smartbis_channels{channel="cloud-api",state="down"}': gauge(0, 1) } },
  SmartbisBooksDoNotHold: { told: { 'smartbis_books_faulty_shops{}': gauge(0, 1) } },
  SmartbisPullFails: { told: { 'smartbis_connections{state="failing"}': gauge(0, 1) } },
  SmartbisPullsLate: { told: { 'smartbis_pull_oldest_due_seconds{}': gauge(600, 601) } },
  SmartbisEventsKept: { told: { 'smartbis_kept_events{reason="form"}': gauge(10, 11) } },
  SmartbisJobsFail: {
    told: { '*smartbis_job_seconds_count{bell="sales",outcome="failed"}': counter(2, 6) },
    labels: { bell: 'sales' },
    seenAfter: 2,
    passesWithin: 5,
  },
  SmartbisJudgingSlow: {
    told: { '*smartbis_job_seconds_bucket{bell="sales",outcome="done",le="5"}': counter(100, 93) },
    labels: { bell: 'sales' },
    seenAfter: 1,
    passesWithin: 5,
  },
};

/** promtool's `input_series`: what both processes tell, with the fault of a rule until a minute. */
export function seriesWith({ told }: Pick<AlertCase, 'told'>, until = Infinity): object[] {
  const both = Object.fromEntries(
    Object.entries(told).flatMap(([name, course]) => (name.startsWith('*') ? [[name.slice(1), course]] : [])),
  );
  const first = Object.fromEntries(Object.entries(told).filter(([name]) => !name.startsWith('*')));
  return ['a', 'b'].flatMap((instance) =>
    Object.entries({ ...WELL, ...both, ...(instance === 'a' ? first : {}) }).map(([name, course]) => ({
      series: name.replace(
        /,?\}$/,
        (end) => `${name.includes('{}') ? '' : ','}instance="${instance}"${end.slice(-1)}`,
      ),
      values: valuesOf(course, until),
    })),
  );
}

/** Prometheus notes once that what it was told is told no more. */
function valuesOf(course: Course, until: number): string {
  const values = Array.from({ length: LAST }, (_, minute) => course(minute, until));
  return values
    .map((value, minute) => value ?? (minute > 0 && values[minute - 1] !== null ? 'stale' : '_'))
    .join(' ');
}
