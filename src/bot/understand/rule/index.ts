export { parseRule } from './parse';
export { printRule } from './print';
