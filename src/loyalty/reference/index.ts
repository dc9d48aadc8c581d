/** The reference sale: a shop watches one sale of its own come in, by both ways, before it switches on. */
export { findingsOf, type TestedSale, type TestFindings } from './findings';
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
