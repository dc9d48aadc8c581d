import { ConfigError } from './config';
import { MayNotMigrate, RoleNotGranted } from './db';
import { DirectoryRefused } from './embedded/lock';
import { PortUnavailable } from './http';
import { KeyNotHere } from './secrets';

const TOLD_BY_THEMSELVES = [
  ConfigError,
  PortUnavailable,
  DirectoryRefused,
  RoleNotGranted,
  MayNotMigrate,
  KeyNotHere,
];

/** With PostgreSQL's `admin_shutdown`, `crash_shutdown` and `cannot_connect_now`: it may go away while a process starts. */
const UNREACHABLE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE|57P01|57P02|57P03)$/;
/** A login that is not let in, a database that is not there, or that has no room, no memory or no session left. */
const REFUSED = /^(?:28...|3D000|53...)$/;
/** PostgreSQL's `read_only_sql_transaction`: a standby's address, or the former primary's. */
const READ_ONLY = '25006';
/** Of TLS, as Node names them. */
const CERTIFICATE = /CERT|UNABLE_TO_VERIFY/;

/** What a person can do about a fault of what the program stands on; null: nobody foresaw it, and its stack is of use. */
export function explain(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (TOLD_BY_THEMSELVES.some((kind) => error instanceof kind)) return error.message;
  const code = codeOf(error);
  if (UNREACHABLE.test(code))
    return `The database or Redis cannot be reached (${code}). Check DATABASE_URL and REDIS_URL, and that both are running.`;
  if (code === READ_ONLY)
    return 'The database only reads: it is a standby, or was made so. Let DATABASE_URL and MIGRATIONS_DATABASE_URL lead to the one that writes.';
  if (CERTIFICATE.test(code))
    return `The database’s or Redis’s certificate is not trusted (${code}). Where an authority of your own signed it, name that one’s certificate by NODE_EXTRA_CA_CERTS.`;
  if (REFUSED.test(code) || code === NO_TLS)
    return `The database refuses: ${withoutStatement(error.message)}. Check DATABASE_URL and MIGRATIONS_DATABASE_URL.`;
  return null;
}

/** The same as a text for whoever runs the program: a stack only for what nobody foresaw. */
export const inWords = (error: unknown): string =>
  explain(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** knex puts the statement before the server's own words. */
const withoutStatement = (message: string): string => message.split(' - ').at(-1) ?? message;

const NO_TLS = 'no TLS';

/** pg and knex have no code for a session that ended under a statement, or before it, nor for a server that says nothing. */
const SESSION_ENDED = /^(?:Connection terminated|Client (?:has encountered|was closed)|Unable to acquire)/;
const NO_ANSWER = /^(?:Knex: Timeout acquiring|timeout expired)/;

/** What a database's or a socket's fault is known by. */
function codeOf(error: Error): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  const words = withoutStatement(error.message);
  if (SESSION_ENDED.test(words)) return 'ECONNRESET';
  if (NO_ANSWER.test(words)) return 'ETIMEDOUT';
  if (words.includes('does not support SSL')) return NO_TLS;
  // Of several addresses of one name none could be reached.
  return error instanceof AggregateError && error.errors[0] instanceof Error ? codeOf(error.errors[0]) : '';
}
