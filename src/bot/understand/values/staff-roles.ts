import { STAFF_ROLES, type Language, type Role } from '../../../loyalty';
import { normalise } from '../normalise';

/** A place in the shop's team. */
const ROLES: Record<Language, Record<Role, readonly string[]>> = {
  pt: {
    cashier: [
      'caixa',
      'operador',
      'operadora',
      'atendente',
      'vendedor',
      'vendedora',
      'balconista',
      'funcionario',
      'funcionaria',
    ],
    manager: ['gerente', 'gerencia', 'supervisor', 'supervisora', 'administrador', 'administradora'],
    owner: ['dono', 'dona', 'proprietario', 'proprietaria', 'socio', 'socia'],
  },
  en: {
    cashier: ['cashier', 'clerk', 'attendant', 'employee', 'seller', 'till', 'checkout'],
    manager: ['manager', 'supervisor', 'administrator'],
    owner: ['owner', 'partner', 'co owner'],
  },
  es: {
    cashier: ['cajero', 'cajera', 'caja', 'vendedor', 'vendedora', 'empleado', 'empleada', 'dependiente'],
    manager: [
      'gerente',
      'encargado',
      'encargada',
      'supervisor',
      'supervisora',
      'administrador',
      'administradora',
    ],
    owner: ['dueno', 'duena', 'propietario', 'propietaria', 'socio', 'socia'],
  },
};

export const roleSamples: Record<Language, readonly string[]> = {
  pt: Object.values(ROLES.pt).flat(),
  en: Object.values(ROLES.en).flat(),
  es: Object.values(ROLES.es).flat(),
};

/** From normalised words. */
export const roleNamed = (words: string, lang: Language): Role | null =>
  STAFF_ROLES.find((role) => ROLES[lang][role].includes(words)) ?? null;

/** The place in the team that an answer names. */
export const readRole = (text: string, lang: Language): Role | null =>
  roleNamed(normalise(text, lang).replace(/^(?:como|as|um|uma|un|una|a|an|o|el|la|the) /, ''), lang);
