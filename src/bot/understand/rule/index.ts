export { mayBeRule, parseRule } from './parse';
export { printRule } from './print';
