import { pino, type DestinationStream, type Logger } from 'pino';

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

/** Database errors quote the values that failed: their `detail`, `where` and the statement stay out of the log. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'not an Error', type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: code === undefined ? error.message : withoutValues(error.message),
    // Not `code`, which is what a voucher's is called.
    errorCode: code,
    constraint,
    table,
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
  };
}

/** knex puts the statement before " - ", pg quotes values. */
function withoutValues(message: string): string {
  return message.slice(message.lastIndexOf(' - ') + 1).replaceAll(/"[^"]*"/g, '"…"');
}
