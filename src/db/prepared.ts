import { leaveTogether, type Stream } from './pipeline';

/** pg's client, as knex calls it. */
export interface Session {
  readonly connection: { readonly stream: Stream };
  query(statement: Statement, done?: (error: unknown, answer?: unknown) => void): unknown;
  emit(event: 'error', error: unknown): unknown;
}

type Statement = string | { text: string; values?: unknown[]; name?: string };

/** Each takes some ten kilobytes of every session. */
const MOST = 200;
/** Others have no plan, and a savepoint's name is another each time. */
const PLANNED = /^\s*(?:select|insert|update|delete|with)\b/i;
const names = new Map<string, string>();

/**
 * Has the database keep what it read of a statement, so that it is parsed and rewritten once a session and not once a use:
 * a chat turn is many small statements, which take longer to make ready than to run. A session whose statements a
 * migration has overtaken is given up (see `isOvertaken`).
 */
export function prepareStatements(session: Session): void {
  const query = session.query.bind(session);
  session.query = (statement, done) => {
    leaveTogether(session.connection);
    if (done === undefined) return query(named(statement));
    return query(named(statement), (error, answer) => {
      if (isOvertaken(error)) session.emit('error', error);
      done(error, answer);
    });
  };
}

/**
 * PostgreSQL's `feature_not_supported` for a prepared statement: a table that it reads has other columns now. It was not
 * run, and nor will it be in this session.
 */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error &&
  (error as { code?: unknown }).code === '0A000' &&
  /cached plan/.test(error.message);

function named(statement: Statement): Statement {
  if (typeof statement === 'string' || !PLANNED.test(statement.text)) return statement;
  let name = names.get(statement.text);
  if (name === undefined) {
    if (names.size === MOST) return statement;
    name = `s${names.size}`;
    names.set(statement.text, name);
  }
  return { ...statement, name };
}
