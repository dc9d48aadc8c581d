/** How a question is answered in the chat: what it ends with. A page that is answered in another way leaves it off. */
export const answers = {
  yesOrNo: 'Responda “sim” ou “não”.',
  byNumber: 'Responda com o número.',
  linkOrRecord: 'Responda “sim” para vincular, “outra” para registrar uma nova, ou “não”.',
  addOrReplace: 'Responda “sim” para somar, “trocar” para ficar só com esta, ou “não”.',
  confirmAndJoin: 'Responda “sim” para confirmar e juntar o que foi comprado com ele.',
};
