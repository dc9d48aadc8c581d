/** Sales without a buyer, and how they become somebody's. */
export { mayAskForCard, rememberCard } from './card';
export { claimSale, isCountedFor, linkSale, salesToLink, type Claimed } from './claims';
export type { Receipt, Unclaimed } from './unclaimed';
