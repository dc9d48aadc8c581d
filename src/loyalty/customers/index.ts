/** Who customers are, how they become known, and what is theirs to decide. */
export {
  acceptReferral,
  REFERRAL_DAYS,
  referralCode,
  referralTerms,
  checkReferralTerms,
  setReferralTerms,
  type ReferralTerms,
} from './referrals';
export {
  blockCustomer,
  customerBy,
  customerCard,
  labelCustomer,
  labelOf,
  profileOf,
  setProfile,
  type CustomerCard,
} from './care';
export {
  declaredBy,
  declareIdentity,
  linkCard,
  proveIdentity,
  provenByClaim,
  type Declared,
  type DeclaredIdentity,
} from './identities';
export {
  findCustomers,
  findOrCreateCustomers,
  identityKey,
  loadCustomer,
  meetCustomer,
  meetNameless,
  setLanguage,
  type Customer,
  type Identity,
} from './customers';
export {
  saidElsewhere,
  setMarketingConsent,
  setMessagesStopped,
  shownText,
  stopMarketing,
  type ConsentText,
} from './consents';
export { noteMailFault, noteTeamMailFault } from './mail-addresses';
export { adjustBalance, adjustedJustNow, adjustedToday, beyondLimit, type Adjustment } from './adjusting';
export { customerData, type CustomerData } from './customer-data';
export { eraseCustomer, lossOfErasure, type Loss } from './erase';
export { forgetFact, forgettable, type ForgettableFact } from './forgetting';
export { renewErasureKey } from './erased-identities';
export { knowCustomers } from './known-customers';
export { livingCustomer, withMerged } from './living';
export { customersNamed, type NamedCustomer } from './named';
export { mergeCustomers } from './merge';
