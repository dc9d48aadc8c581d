/** What the conversation uses to understand: pure, without a clock, a database or a network. */
export {
  corrected,
  correctionIn,
  endIn,
  figureWithin,
  isFigureOfMany,
  leftOfRule,
  reasonNamed,
} from './corrections';
export { nameWords, plain } from './normalise';
export { sentencesRight } from './sentence-right';
export { isCancel, isFarewell, isGreeting, isNo, isThanks, isUnsure, isYes } from './answers';
export { claimedTwice } from './claims';
export {
  createUnderstanding,
  keepLearnt,
  LONGEST_WISH,
  type Listening,
  type Understanding,
  type Understood,
} from './match';
export { readPhraseFile, type Extension } from './phrases/extension';
export { redacted } from './redact';
export {
  applyChange,
  parseChange,
  parseRule,
  parseSimulation,
  printConditions,
  printDate,
  printRule,
  rulesNamed,
} from './rule';
export { printSettings, readSettings } from './settings';
export { parseBirthday } from './values/birthdays';
export { FACTS } from './values/forgetting';
export { isCutEmail, parseEmail } from './values/emails';
export { parseAmount, parseEither } from './values/amounts';
export { readReceiptCode, type ReceiptCode } from './values/receipt-code';
export { parseTime } from './values/times';
export { parseCode } from './values/codes';
export { readColour } from './values/shop-settings';
export { readLanguage } from './values/languages';
export { pausableNamed } from './values/pausable';
export { readPerson } from './values/customers';
export { readRole } from './values/staff-roles';
export { partedByStores, setsStoresApart, withoutLead } from './values/stores';
export { readWorth } from './values/worth';
export { canonicalPhone, parseBrazilianPhone } from './values/phones';
