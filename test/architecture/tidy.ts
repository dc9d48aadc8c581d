import { modulesOf, reachedFrom } from './imports';
import { findings, type Source } from './sources';

const MAX_LINES = 250;
/** Files that may be longer, each with its reason. */
const MAY_BE_LONGER: Readonly<Record<string, string>> = {};

type Check = (sources: readonly Source[]) => string[];

export const shortFiles: Check = (sources) =>
  sources
    .filter(({ path }) => !(path in MAY_BE_LONGER))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${MAX_LINES}`);

const BANNED: readonly { pattern: RegExp; fault: string }[] = [
  { pattern: /^export default\b|^export \{[^}]*\bas default\b/gm, fault: 'a default export' },
  { pattern: /\b(?:TO[D]O|FIX[M]E)\b/g, fault: 'work left undone' },
];

export const noBannedWords: Check = (sources) =>
  sources.flatMap((source) => BANNED.flatMap(({ pattern, fault }) => findings(source, pattern, fault)));

/** Statements go in the order in which they are asked for, as long as all go one way: a lock by another comes too late. */
export const oneWayToTheDatabase: Check = (sources) =>
  sources
    .filter(({ path }) => !path.startsWith('src/db/'))
    .flatMap((source) =>
      findings(source, /\btrx\s*\.raw\(/g, 'a statement of its own, where query() sends it'),
    );

export const noConsole: Check = (sources) =>
  sources.flatMap((source) => findings(source, /(?<![\w.])console\s*\./g, 'console'));

const UNRUN_TEST =
  /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|failing)\b|\b[xf](?:it|describe|test)\s*\(/g;

export const everyTestRuns: Check = (sources) =>
  sources.flatMap((source) =>
    findings(source, UNRUN_TEST, 'a test that is skipped or keeps others from running'),
  );

/** One place knows how a test waits, and says what did not come; the page runs in a browser. */
const MAY_SLEEP = /^test\/support\/(?:until\.ts|whatsapp-web-page\/page\/)/;

/** Whoever sleeps before asserting that something happened fails wherever it takes longer. */
export const noPrivateSleeps: Check = (sources) =>
  sources
    .filter(({ path }) => !MAY_SLEEP.test(path))
    .flatMap((source) =>
      findings(
        source,
        /setTimeout\(resolve\b|'node:timers\/promises'/g,
        'a sleep of its own, where test/support/until.ts waits',
      ),
    );

/** A name must say what is inside. */
export const tellingNames: Check = (sources) =>
  sources
    .filter(({ path }) => path.split('/').some((part) => /^(?:utils?|helpers?)(?:\.|$)/i.test(part)))
    .map(({ path }) => `${path}: a name that says nothing`);

/** Programs of their own, from which everything else is reached; the worker is started by its path. */
const ENTRY = /^src\/(?:main|embedded\/worker|cli\/[^/]+)\.ts$/;

/** Takes the files of `src`. */
export const noDeadFiles: Check = (sources) => {
  const entries = sources.map(({ path }) => path).filter((path) => ENTRY.test(path));
  const reached = reachedFrom(entries, modulesOf(sources), ['type', 'eager', 'lazy']);
  return sources
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => `${path}: is reached from no entry point`);
};

/** Area codes in use (Anatel): without them every CPF with a 9 in its third place would look like a phone. */
const AREA_CODE = '1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9]';
const MOBILE = new RegExp(
  `(?<![\\w.])(?:\\+?55[ -]?)?\\(?(?:${AREA_CODE})\\)?[ -]?(9\\d{4}[ -]?\\d{4})(?!\\w)`,
  'g',
);
/** 98888-00xx, and the replay's form: 9 and a customer's number of at most five digits, in eight. */
const MADE_UP = /^(?:98888[ -]?00\d\d|9000\d[ -]?\d{4})$/;

/** A person's real number must never get in: only those of the two made-up ranges. */
export const noRealPhones: Check = (sources) =>
  sources.flatMap((source) =>
    [...source.text.matchAll(MOBILE)]
      .filter(([, number]) => !MADE_UP.test(number ?? ''))
      .map(([found]) => `${source.path}: ${found} may be somebody's phone`),
  );

/** Forward only: each with a number of its own, from 0001 on, and telling first why it exists. */
export const orderedMigrations: Check = (sources) => {
  const numbers = new Set<string>();
  return [...sources]
    .sort((a, b) => a.path.localeCompare(b.path))
    .flatMap(({ path, text }) => {
      const number = /^migrations\/(\d{4})_[a-z0-9_]+\.sql$/.exec(path)?.[1];
      const faults: string[] = [];
      if (number === undefined || number === '0000') faults.push(`${path}: is not named 0001_what.sql`);
      else if (numbers.has(number)) faults.push(`${path}: ${number} is taken`);
      else numbers.add(number);
      if (!/^-- Why: \S/.test(text)) faults.push(`${path}: does not begin with "-- Why: "`);
      return faults;
    });
};
