import type { ptBR } from '../pt-BR';
import { conversation } from './conversation';
import { customer } from './customer';
import { notices } from './notices';
import { reasons } from './reasons';
import { refusals } from './refusals';
import { staff } from './staff';

export const en: typeof ptBR = { ...conversation, ...customer, ...staff, refusals, notices, reasons };
