/** The reference sale: a shop watches one sale of its own come in, by both ways, before it switches on. */
export { findingsOf, hasPassed, type TestedSale, type TestFindings, type Waiting } from './findings';
export {
  noteArrivals,
  noteReported,
  openTests,
  startTest,
  TEST_MS,
  type Arrival,
  type OpenTest,
  type Way,
} from './tests';
