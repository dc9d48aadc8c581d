/** The mathematics of coming back: pure, but for `worker.ts` and `thread.ts`, which take it off the event loop. */
export {
  cohortCounts,
  cohortTable,
  monthNumber,
  monthOf,
  type Cohort,
  type CohortCount,
} from './figures/cohorts';
export {
  EXPIRY_DAYS,
  liabilityOf,
  redemptionTable,
  type Liability,
  type LotLife,
  type OpenLot,
  type RedemptionTable,
} from './figures/liability';
export {
  FIGURES,
  reportFigures,
  salesByPlace,
  type BenefitCounts,
  type BuyerKnown,
  type CustomerCounts,
  type Figure,
  type FigureKey,
  type GapRow,
  type ReportRows,
  type SalesRow,
} from './figures/report';
export { JOBS, type JobInput, type JobKind, type JobOutput, type Purchases } from './jobs';
export { controlShareBps, inControl } from './lift/assignment';
export { CONFIDENCE, returnRate, type Arm, type Arms, type Difference } from './lift/return-rate';
export { testRevenue, type RevenueTest } from './lift/revenue';
export { judgeLift, type LiftVerdict, type Missing } from './lift/verdict';
export { dayNumber } from './repurchase/histories';
export { expectedPurchases, type RepurchaseModel } from './repurchase/model';
export { expectedSpend, type SpendModel } from './repurchase/spend';
export { InsightThread, MAX_ENTRIES, MAX_WAITING, type JobEnd } from './thread';
export { type TimingBacktest } from './timing/backtest';
export { type ShopPast } from './timing/gaps';
export {
  chooseTiming,
  dueDay,
  explainDue,
  type DueReason,
  type LastPurchase,
  type ModelRefusal,
  type Timing,
} from './timing/timing';
