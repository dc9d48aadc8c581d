export { readAct } from './acts';
export { applyChange, parseChange, readChange } from './change';
export { rulesNamed } from './fits';
export { readNamed } from './named';
export { parseRule, readRule, speaksOfRules } from './parse';
export { printConditions, printRule } from './print';
export { Sentence } from './sentence';
export { parseSimulation, readSimulation } from './simulation';
