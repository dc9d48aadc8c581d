export { readAct } from './acts';
export { applyChange, parseChange, readChange } from './change';
export { parseRule, readRule, speaksOfRules } from './parse';
export { printConditions, printRule } from './print';
export { Sentence } from './sentence';
export { parseSimulation, readSimulation } from './simulation';
