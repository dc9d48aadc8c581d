/** A shop's own tills: their keys, and what they asked. */
export {
  makeTillKey,
  MOST_TILL_KEYS,
  revokeTillKey,
  shopOfTillKey,
  tillKeysOf,
  tillOfKey,
  type TillKey,
} from './keys';
export { answerOnce, type TillAnswer } from './requests';
