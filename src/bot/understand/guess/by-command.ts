import type { CommandName } from '../../command';
import { messageKindIn } from '../values/message-words';
import type { SlotContext } from '../values/slots';

/** They have a kind of message, or all of them. */
const OF_A_KIND: ReadonlySet<CommandName> = new Set(['pause', 'activate']);
export const hasKind = (command: CommandName): boolean => OF_A_KIND.has(command);

/** A message that is named is that one alone, and not all of them. */
export function kindOf(words: readonly string[], args: Record<string, unknown>, { lang }: SlotContext): void {
  const kind = messageKindIn(words.join(' '), lang);
  if (kind !== null) args['kind'] = kind;
}

const TAKES =
  /^(?:tira|tirar|tire|desconta|descontar|debita|debitar|remove|remover|take|remove|deduct|debit|subtract|knock|shave|quita|quitar|quitale|descuenta|descontar|descuentale|debita|resta|restale|sacale|baja|bajale|bajar|rebaja|rebajale)$/;

/** What is taken from somebody is less than nothing. */
export function takeAway(words: readonly string[], args: Record<string, unknown>): void {
  if (!words.some((word) => TAKES.test(word))) return;
  for (const name of ['amount_cents', 'points'])
    if (typeof args[name] === 'number') args[name] = -Math.abs(args[name]);
}

const UNTIL = /\b(?:depois|apos|ate|passou|passar|after|past|until|till|later|despues|hasta|pase)\b/;
const SINCE = /\b(?:antes|partir|desde|comeca|comecar|before|from|starting|empiece|empezar)\b/;

/** `nada depois das 8 da noite`: the one time is the end. */
export function endAlone(words: readonly string[], args: Record<string, unknown>): void {
  const said = words.join(' ');
  if (args['from'] === undefined || args['to'] !== undefined || !UNTIL.test(said) || SINCE.test(said)) return;
  args['to'] = args['from'];
  delete args['from'];
}
