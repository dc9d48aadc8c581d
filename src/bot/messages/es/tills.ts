import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const tills: (typeof ptBR)['tills'] = {
  link: (address) =>
    `Abre este enlace para crear la clave y verla una única vez. Vale por 15 minutos y solo para ti:\n${address}`,
  title: 'Claves de la caja en uso:',
  line: (number, name, made, used) =>
    `${number}. ${name}: creada el *${made}*, ${used === null ? 'todavía sin uso' : `usada por última vez el *${used}*`}`,
  choices: 'Di “nueva” para crear otra, o “revocar 1” para terminar una.',
  askRevoke: (name) =>
    `¿Revoco la clave de ${name}? La caja que la usa deja de validar enseguida. ${answers.yesOrNo}`,
  revoked: (name) => `Clave de ${name} revocada: ya no abre nada.`,
  limit: (maximum) =>
    `La tienda ya tiene ${maximum} claves de la caja, que es el máximo. Revoca una para crear otra.`,
};
