/** What the conversation uses to understand: pure, without a clock, a database or a network. */
export { isCancel, isNo, isYes } from './answers';
export { createUnderstanding, type Listening, type Understood } from './match';
export { parseRule, printRule } from './rule';
export { parseAmount } from './values/amounts';
export { parseCode } from './values/codes';
export { readWorth } from './values/worth';
export { canonicalPhone, parseBrazilianPhone } from './values/phones';
