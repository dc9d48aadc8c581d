import { pino, type DestinationStream, type Logger } from 'pino';
import { sha256 } from './ids';

export type { Logger } from 'pino';

/** What must never reach a log, wherever in a logged object it stands (two levels deep). */
const PRIVATE = [
  'body',
  'text',
  'phone',
  'cpf',
  'email',
  'name',
  'code',
  'secret',
  'authorization',
  'params',
  'bindings',
];

/** Structured logs: an id of the sale or message, never its words, a full phone, a CPF or a secret. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`]), censor: '[private]' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Ids in one line of the log: longer lines are cut by who collects them. */
const TRACED_AT_ONCE = 100;

/**
 * The id by which a sale or a chat message is followed through the logs, from where it came in to what was sent because of
 * it: a UUID as it is; of anything else, which may be made of a phone, the first 16 digits of its SHA-256.
 */
export const traceId = (id: string): string => (UUID.test(id) ? id : sha256(id).toString('hex', 0, 8));

/** Notes what happened to all of these, where there is a log. */
export function logTraces(
  logger: Logger | undefined,
  ids: readonly string[],
  about: object,
  message: string,
): void {
  if (logger?.isLevelEnabled('info') !== true) return;
  for (let start = 0; start < ids.length; start += TRACED_AT_ONCE)
    logger.info({ ...about, traces: ids.slice(start, start + TRACED_AT_ONCE).map(traceId) }, message);
}

/** Database errors quote the values that failed: their `detail`, `where` and the statement stay out of the log. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'not an Error', type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const { said, frames } = taken(error);
  return {
    type: error.name,
    message: code === undefined ? error.message : withoutValues(said),
    // Not `code`, which is what a voucher's is called.
    errorCode: code,
    constraint,
    table,
    stack: frames.slice(0, 7).join('\n'),
  };
}

const FRAME = /^ {4}at .*(?::\d+:\d+|<anonymous>|native)\)?$/;

/**
 * A stack begins with the message as it was when it was thrown, which may have lines of its own: knex puts the statement before
 * it later. And where it was thrown.
 */
function taken({ name, message, stack = '' }: Error): { said: string; frames: string[] } {
  const lines = stack.split('\n');
  const first = lines.findIndex((line) => FRAME.test(line));
  const said = lines
    .slice(0, first < 0 ? lines.length : first)
    .join('\n')
    .slice(`${name}: `.length);
  const frames = lines.filter((line) => FRAME.test(line));
  return { said: said !== '' && message.endsWith(said) ? said : message, frames };
}

/** Values are quoted as they are, with the quotes and line breaks that are in them: all from the first quote to the last. */
const withoutValues = (message: string): string => message.replace(/"[^]*"/, '"…"');
