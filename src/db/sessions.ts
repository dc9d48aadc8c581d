import knex, { type Knex } from 'knex';
import { types } from 'pg';
import type { EmbeddedServer } from '../embedded/server';
import { setUp } from './maintain';
import { SILENT } from './migrate';
import { beginAlong } from './pipeline';
import { prepareStatements, type Session } from './prepared';
import { reaching } from './reaching';

const PATIENCE_MS = 10_000;
const BIGINT = 20;
const TIMESTAMPTZ = 1184;

/** Times are epoch milliseconds and bigints safe integers throughout the program. */
function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === BIGINT) return safeInteger;
  if (oid === TIMESTAMPTZ) return parseInstant;
  return types.getTypeParser(oid, format);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a number of the database is out of range');
  return value;
}

function parseInstant(text: string): number {
  return Date.parse(text.includes(':', text.length - 3) ? text : `${text}:00`);
}

/** The one session that an embedded server has. */
export const embeddedSession = (server: EmbeddedServer): Knex.PgConnectionConfig => ({
  user: 'postgres',
  database: 'postgres',
  stream: () => server.connect(),
});

interface Sessions {
  most: number;
  patienceMs: number | undefined;
  keepsPlans: boolean;
  /** Its one session stays open however long it idles. */
  isEmbedded?: boolean;
}

export function connect(
  connection: string | Knex.PgConnectionConfig,
  { most, patienceMs = PATIENCE_MS, keepsPlans, isEmbedded = false }: Sessions,
): Knex {
  const pool = knex({
    client: 'pg',
    connection: {
      ...(typeof connection === 'string' ? reaching(connection) : connection),
      types: { getTypeParser: parserOf },
      // Statements of one transaction that do not wait for each other's answers travel together.
      pipeline: true,
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: patienceMs,
    log: SILENT,
    pool: {
      min: isEmbedded ? 1 : 0,
      max: most,
      afterCreate: (client: Session, done: (error: unknown, client: unknown) => void) => {
        prepareStatements(client);
        client.query(setUp(keepsPlans), (error) => done(error, client));
      },
    },
  });
  beginAlong(pool);
  return pool;
}
