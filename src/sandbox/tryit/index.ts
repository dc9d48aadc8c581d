export { createTryItRouter, type TryItOptions } from './router';
export * from './backend';
export type { Delivery, TryItClock, TryItTrials, TryOut, TryOutStep } from './trials';
export { nameOf } from './own-page';
