export { readAct } from './acts';
export { applyChange, parseChange, readChange } from './change';
export { rulesNamed } from './fits';
export { readNamed } from './named';
export { printDate } from './facets/conditions/dates';
export { inWords, parseRule, readRule } from './parse';
export { printConditions, printRule } from './print';
export { Sentence } from './sentence';
export { parseSimulation, readSimulation } from './simulation';
