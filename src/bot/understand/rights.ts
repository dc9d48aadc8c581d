import type { Role } from '../../loyalty';
import type { Command } from '../command';
import { mayRun } from '../roles';

export const mayRunIt = (command: Command, role: Role | 'customer'): boolean =>
  command.who === 'customer' || (role !== 'customer' && mayRun(command.who, role));

/** The lower is heard first; Infinity is not heard at all. */
export function rankOf(command: Command, role: Role | 'customer'): number {
  if (command.who === 'customer') return 1;
  if (role === 'customer') return Infinity;
  return mayRun(command.who, role) ? 0 : 2;
}
