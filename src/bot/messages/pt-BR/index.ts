import { conversation } from './conversation';
import { customer } from './customer';
import { notices } from './notices';
import { reasons } from './reasons';
import { refusals } from './refusals';
import { staff } from './staff';

/** Portuguese is the measure: the other catalogues have its type, so that a text one of them lacks does not compile. */
export const ptBR = { ...conversation, ...customer, ...staff, refusals, notices, reasons };
