import type { ptBR } from '../pt-BR';
import { conversation } from './conversation';
import { customer } from './customer';
import { notices } from './notices';
import { refusals } from './refusals';
import { staff } from './staff';
import { vouchers } from './vouchers';

export const es: typeof ptBR = { ...conversation, ...customer, ...staff, ...vouchers, refusals, notices };
