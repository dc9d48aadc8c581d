/** A migration's file. */
export interface Migration {
  name: string;
  sql: string;
}

/** `ADD [COLUMN] name type …` to the end of that clause; not a constraint's. */
const COLUMN = String.raw`\bADD\s+(?:COLUMN\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?!CONSTRAINT\b|CHECK\b|UNIQUE\b|PRIMARY\b|FOREIGN\b|EXCLUDE\b|VALUE\b)\w+\s`;

/** What takes something from a version that is live beside it, or asks of what that writes more than it knows of. */
const TAKES_AWAY: readonly [what: string, RegExp][] = [
  ['something is dropped', /\bDROP\s+(?!INDEX\b|NOT\s+NULL\b)/i],
  ['something is renamed', /\bALTER\b[^;]*\bRENAME\b/i],
  ['something moves elsewhere', /\bSET\s+SCHEMA\b/i],
  ['a column changes its type', /\bALTER\s+(?:COLUMN\s+)?\w+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
  ['a column has to be filled in', /\bSET\s+NOT\s+NULL\b/i],
  [
    'a new column has to be filled in',
    new RegExp(`${COLUMN}(?![^,;]*\\b(?:DEFAULT|GENERATED)\\b)[^,;]*\\bNOT\\s+NULL\\b`, 'i'),
  ],
  [
    'rows have to fulfil more',
    /\bALTER\s+TABLE\b[^;]*\bADD\s+(?:CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\b/i,
  ],
  ['a privilege is taken', /\bREVOKE\b(?!\s+CREATE\s+ON\s+SCHEMA)[^;]*\bFROM\b[^;]*\bsmartbis_\w+/i],
];

export const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '');

const made = (sql: string): Set<string> =>
  new Set([...sql.matchAll(/\bCREATE\s+TABLE\s+(\w+)/gi)].map(([, table]) => table ?? ''));

/** Of tables that were there: whoever writes to one waits until its index is made, and a unique one refuses what it did not. */
function indexFaults(sql: string): string[] {
  const own = made(sql);
  const indexes = [...sql.matchAll(/\bCREATE\s+(UNIQUE\s+)?INDEX\s+\w+\s+ON\s+(\w+)/gi)];
  return indexes.flatMap(([, unique, table = '']) =>
    own.has(table)
      ? []
      : [unique === undefined ? `${table} waits for an index` : `rows of ${table} have to be unique`],
  );
}

/** Its name, and what it is called with. */
function functionsIn(sql: string): { name: string; takes: string }[] {
  const found = sql.matchAll(/\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\s+(\w+)\s*\(([^)]*)\)/gi);
  return [...found].map(([, name = '', takes = '']) => ({
    name,
    takes: takes.replaceAll(/\s+/g, ' ').trim(),
  }));
}

/** One name with two lists of arguments: a call that fitted one may fit both, or be of the other. */
function signatureFaults(sql: string, before: readonly Migration[]): string[] {
  const known = new Map(
    before.flatMap((one) => functionsIn(withoutComments(one.sql))).map(({ name, takes }) => [name, takes]),
  );
  return functionsIn(sql).flatMap(({ name, takes }) =>
    (known.get(name) ?? takes) === takes ? [] : [`${name} is called otherwise`],
  );
}

/** What a process of the version before could not live with, once `migration` came after those `before` it. */
export function faultsOf(migration: Migration, before: readonly Migration[] = []): string[] {
  const sql = withoutComments(migration.sql);
  const taken = TAKES_AWAY.flatMap(([what, pattern]) => (pattern.test(sql) ? [what] : []));
  return [...taken, ...indexFaults(sql), ...signatureFaults(sql, before)];
}
