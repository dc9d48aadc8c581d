/** All that the chat says, in each language: the catalogues, and what puts amounts, moments and names into them. */
export { acquirerName } from './acquirer';
export { messagesIn, type Messages } from './catalogue';
export { explainTrace } from './explain';
export { cleanName, firstName } from './clean';
export { bold, codeText, formatIn, type Format } from './format';
export { renderNotice } from './notice';
export { refusalText } from './refusal';
export { worthOf } from './voucher';
export { codePlace, withCodes, withoutCodes, voucherIdsIn } from './voucher-code';
