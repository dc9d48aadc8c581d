import { Writable } from 'node:stream';
import { query } from '../../src/db/rows';
import { createLogger } from '../../src/telemetry';
import { suiteDatabase } from '../support/database';
import { openShop } from '../support/shop';

const test = suiteDatabase();

/** What the database answers for a value, as it is logged. */
async function logged(sql: string, value: string): Promise<string> {
  const written: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  const shop = await openShop(test.db);
  const failing = test.db.asMerchant(shop, (work) => query(work, sql, [value]));
  const error: unknown = await failing.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  createLogger('info', sink).error({ err: error }, 'failed');
  return written.join('');
}

const VALUES = [
  'a "Canarinho" b',
  'a - Canarinho',
  'a\n    at Canarinho (Canarinho)\nCanarinho',
  'a "Canarinho" b\n"c" Canarinho - "d" Canarinho',
];
const CASTS = ['integer', 'uuid', 'timestamptz', 'json'];

it.each(VALUES.flatMap((value) => CASTS.map((type) => [value, type] as const)))(
  'of %j, which is no %s, nothing is logged',
  async (value, type) => {
    const line = await logged(`SELECT ?::${type} AS one`, value);
    expect(line).not.toContain('Canarinho');
    expect(line).toMatch(/"errorCode":"22/);
    expect(line).toMatch(/ {4}at .*\d+:\d+/);
  },
);
