/** The mathematics of coming back: pure, but for `worker.ts` and `thread.ts`, which move it off the event loop. */
export { fitRepurchase, logLikelihood, SHOP_PRIOR, type Fit, type LogNormalPrior } from './repurchase/fit';
export {
  dayNumber,
  groupEqual,
  historiesOf,
  summarize,
  type Groups,
  type Histories,
  type Summaries,
} from './repurchase/histories';
export {
  aliveProbability,
  expectedFromNew,
  expectedPurchases,
  silenceProbability,
  type Past as RepurchasePast,
  type RepurchaseModel,
} from './repurchase/model';
export { expectedSpend, fitSpend, type SpendModel, type Spending } from './repurchase/spend';
export { backtest, fitHalf, type Backtest } from './timing/backtest';
export { LATE_PROBABILITY, MAX_SILENCE, MIN_SILENCE, silenceUntilLate } from './timing/due';
export { shopPast, type ShopPast } from './timing/gaps';
export {
  fixedAtEqualContacts,
  precisionOf,
  RIGHT_DAYS,
  spellsOf,
  tally,
  type Spell,
  type Tally,
} from './timing/spells';
export {
  chooseTiming,
  dueDay,
  dueDays,
  explainDue,
  type DueReason,
  type LastPurchase,
  type ModelRefusal,
  type Timing,
} from './timing/timing';
