import { STAFF_ROLES, type Role } from '../loyalty';

/** Whether someone of this role, or of none, may do what asks for that one. */
export function mayRun(asked: Role, role: Role | null): boolean {
  return role !== null && STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(asked);
}
