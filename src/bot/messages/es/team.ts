import type { Role } from '../../../loyalty';
import { answers } from './answers';
import type { ptBR } from '../pt-BR';

const role: Record<Role, string> = { cashier: 'cajero', manager: 'gerente', owner: 'dueño' };

const can: Record<Role, string> = {
  cashier: 'validar vales y cargar ventas',
  manager: 'cuidar las reglas, los mensajes y los resultados',
  owner: 'hacer todo en la tienda, también el equipo',
};

const welcome =
  (which: Role) =>
  (shop: string, by: string): string =>
    `${by} te puso en el equipo de ${shop} como ${role[which]}. Aquí puedes ${can[which]}. Di “menú” para verlo.`;

export const team: typeof ptBR.team = {
  role,
  title: 'El equipo:',
  line: (number, of) => `${number}. ${of.name}, ${of.role}, ${of.phone}`,
  you: '(tú)',
  member: (number, of) =>
    `${number}. ${of.name}, ${of.role}, ${of.phone}. Para quitar a esa persona del equipo, di “quitar ${number}”.`,
  hint: 'Para cambiarlo: “agregar cajero 11 98888-0002” o “quitar 11 98888-0002”.',
  addHow:
    'Di quién y el teléfono, así: “agregar cajero 11 98888-0002” o “agregar gerente Bia 11 98888-0002”.',
  whichRole: '¿Entra como cajero, gerente o dueño?',
  whichPhone: '¿Cuál es el teléfono, con código de área?',
  phoneUnclear: 'No entendí el teléfono. Escríbelo con código de área, como “11 98888-0002”.',
  askAdd: (of) =>
    `¿Pongo ${of.name === null ? `al ${of.phone}` : `a ${of.name} (${of.phone})`} en el equipo como ${of.role}? ${answers.yesOrNo}`,
  askChange: (of) =>
    `${of.name} (${of.phone}) ya está en el equipo como ${of.before}. ¿Pasa a ser ${of.role}? ${answers.yesOrNo}`,
  already: (name, which) => `${name} ya está en el equipo como ${which}.`,
  added: (name, which) => `Listo, ${name} está en el equipo como ${which}. Ya le avisé.`,
  changed: (name, which) => `Listo, ${name} ahora es ${which}. Ya le avisé.`,
  removeWhich: `¿Quién sale del equipo? ${answers.byNumber}`,
  notInTeam: 'No encontré a esa persona en el equipo. Di “equipo” para ver quién está.',
  askRemove: (of) => `¿Saco a ${of.name} (${of.role}, ${of.phone}) del equipo? ${answers.yesOrNo}`,
  askRemoveSelf: `Sales del equipo y vuelves a hablarme como cliente. ¿Confirmas? ${answers.yesOrNo}`,
  removed: (name) => `Listo, ${name} salió del equipo. Lo que hizo queda en el historial.`,
  refused: {
    'last-owner':
      'Es la última persona dueña de la tienda. Antes agrega otra: “agregar dueño 11 98888-0002”.',
    'owner-only': 'Solo quien es dueño cambia gerentes y dueños. La gerencia cuida a los cajeros.',
    gone: 'Esa persona ya no está en el equipo. Di “equipo” para ver quién está.',
  },
  welcome: { cashier: welcome('cashier'), manager: welcome('manager'), owner: welcome('owner') },
  did: {
    add: (name, which) => `puso a ${name} en el equipo como ${which}`,
    change: (name, before, after) => `pasó a ${name} de ${before} a ${after}`,
    rename: (before, after) => `cambió el nombre de ${before} a ${after}`,
    remove: (name, which) => `sacó a ${name} (${which}) del equipo`,
  },
};
