/** The shop's sales, whoever told of them: taken in, judged, claimed, recorded, explained. */
export {
  explainReward,
  explainSale,
  gaveNothing,
  type Explanation,
  type SaleExplanation,
} from './explanation';
export { salesNeedingItems } from './items-needed';
export { keptEvents, resolveEvent, type EventGist, type KeptEvent } from './kept-events';
export { tellOfKept } from './kept-doubts';
export { importSales } from './history-sales';
export { historyToJudge, judgeHistory } from './judging-history';
export { saleOfAward } from './award-key';
export {
  likelyUnclaimed,
  toldJustNow,
  recordedSale,
  recordSale,
  voidSale,
  type CounterSale,
} from './recording';
export type { ReportOutcome } from './folding';
export { applySales, type Beside } from './sales';
