import type { Messages } from './catalogue';
import { cleanName } from './clean';

/** Why an event waits for a person, said of the sale in it. */
export function whyKept(
  { pending: { why } }: Messages,
  { reason, field }: { reason: string; field: string | null },
): string {
  const say = isKnown(reason, why) ? why[reason] : why.unreadable;
  return say(cleanName(field ?? '') ?? '…');
}

const isKnown = <Names extends object>(name: string, names: Names): name is keyof Names & string =>
  Object.hasOwn(names, name);
