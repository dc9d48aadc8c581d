import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const tills: (typeof ptBR)['tills'] = {
  link: (address) =>
    `Open this link to make the key and see it this once. It is good for 15 minutes and for you alone:\n${address}`,
  title: 'Till keys in use:',
  line: (number, name, made, used) =>
    `${number}. ${name}: made on *${made}*, ${used === null ? 'not used yet' : `last used on *${used}*`}`,
  choices: 'Say “new” to make another, or “revoke 1” to end one.',
  askRevoke: (name) =>
    `Shall I revoke the key of ${name}? The till that uses it stops validating at once. ${answers.yesOrNo}`,
  revoked: (name) => `Key of ${name} revoked: it opens nothing any more.`,
  limit: (maximum) =>
    `The shop has ${maximum} till keys already, which is the most. Revoke one to make another.`,
};
