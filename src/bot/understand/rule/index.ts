export { applyChange, parseChange } from './change';
export { mayBeRule, parseRule } from './parse';
export { printRule } from './print';
export { parseSimulation } from './simulation';
