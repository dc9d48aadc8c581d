import { conversation } from './conversation';
import { customer } from './customer';
import { notices } from './notices';
import { refusals } from './refusals';
import { staff } from './staff';
import { vouchers } from './vouchers';

/** Portuguese is the measure: the other catalogues have its type, so that a text one of them lacks does not compile. */
export const ptBR = { ...conversation, ...customer, ...staff, ...vouchers, refusals, notices };
