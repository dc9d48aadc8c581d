import type { ptBR } from '../pt-BR';
import { conversation } from './conversation';
import { customer } from './customer';
import { notices } from './notices';
import { programChanges } from './program-changes';
import { refusals } from './refusals';
import { staff } from './staff';

export const es: typeof ptBR = {
  ...conversation,
  ...customer,
  ...staff,
  ...programChanges,
  refusals,
  notices,
};
