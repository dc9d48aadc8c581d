export const answers = {
  yesOrNo: 'Reply “yes” or “no”.',
  byNumber: 'Reply with the number.',
  linkOrRecord: 'Reply “yes” to link it, “another” to record a new one, or “no”.',
  addOrReplace: 'Reply “yes” to add it, “replace” to keep only this one, or “no”.',
  confirmAndJoin: 'Reply “yes” to confirm it and join what was bought with it.',
};
