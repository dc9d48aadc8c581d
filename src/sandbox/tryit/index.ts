export { createTryItRouter, type TryItOptions } from './router';
export * from './backend';
