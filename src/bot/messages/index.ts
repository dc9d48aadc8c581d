/** All that the chat says, in each language: the catalogues, and what puts amounts, moments and names into them. */
export { acquirerName } from './acquirer';
export { messagesIn, type Messages } from './catalogue';
export { explainTrace } from './explain';
export { cleanName, firstName, hasLink } from './clean';
export { isToCustomer, renderNotice, templateValues, type NoticeReader } from './notice';
export { voucherOf } from './notice-values';
export { bold, clockOf, codeText, formatIn, phoneText, type Format } from './format';
export { refusalText } from './refusal';
export { sampleOf } from './sample';
export { cleanText, faultOf, LONGEST_TEXT, variableNames, type TextFault } from './template';
export { reportsOf } from './test-report';
export { worthOf } from './voucher';
export { codePlace, withCodes, withoutCodes, voucherIdsIn } from './voucher-code';
export { whyKept } from './why-kept';
