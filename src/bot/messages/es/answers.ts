export const answers = {
  yesOrNo: 'Responde “sí” o “no”.',
  byNumber: 'Responde con el número.',
  linkOrRecord: 'Responde “sí” para vincularla, “otra” para registrar una nueva, o “no”.',
  addOrReplace: 'Responde “sí” para sumarla, “cambiar” para quedarte solo con esta, o “no”.',
  confirmAndJoin: 'Responde “sí” para confirmarlo y unir lo que se compró con él.',
};
