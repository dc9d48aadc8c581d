import type { NotUndone } from '../../loyalty';
import type { Messages } from './catalogue';

/** Why the last change stays, and what to do instead. */
export function notUndoneText(why: NotUndone, { history: { notUndone: say } }: Messages): string {
  switch (why.because) {
    case 'nothing':
      return say.nothing;
    case 'overtaken':
      return say.overtaken;
    case 'role':
      return say.role[why.who];
    case 'changed-since':
      return say.changedSince;
    case 'final':
      return say.final[why.what];
  }
  return say[why.what](why.count);
}
