import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate, MIGRATIONS } from '../../src/db/migrate';
import { embeddedSession } from '../../src/db/sessions';
import { startEmbedded } from '../../src/embedded/server';
import { closeToAll, createDatabase } from './postgres';

const ROOT = join(__dirname, '..', '..');
const DATABASE = join(ROOT, 'src', 'db');

/** All that a migrated database is made by. */
function key(): string {
  const made = [MIGRATIONS, DATABASE].flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((file) => join(folder, file)),
  );
  const hash = createHash('sha256');
  for (const file of [...made, require.resolve('@electric-sql/pglite')]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The image that each suite's embedded database begins from: to create one and migrate it costs five times as much. */
export const migratedImage = (): string => join(ROOT, '.cache', 'migrated', `${key()}.tar`);

/** Makes the image, unless it is there. */
export async function makeImage(): Promise<void> {
  const image = migratedImage();
  if (existsSync(image)) return;
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-image-'));
  try {
    const server = await startEmbedded(directory);
    await migrate(embeddedSession(server));
    await server.close();
    const database = await PGlite.create(join(directory, 'database'));
    const dump = await database.dumpDataDir('none');
    await database.close();
    rmSync(dirname(image), { recursive: true, force: true });
    mkdirSync(dirname(image), { recursive: true });
    // Another run may be making the same: whoever reads it has one of the two whole.
    const unfinished = `${image}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, image);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const TEMPLATE = 'TEST_DATABASE_TEMPLATE';

/** The database that each suite's own on PostgreSQL is a copy of: to migrate one costs ten times as much. */
export function migratedTemplate(): string {
  const url = process.env[TEMPLATE];
  if (url === undefined) throw new Error(`${TEMPLATE} is not set: it is made by test/support/once.ts`);
  return url;
}

/** Makes it, for this run alone: the suites' processes find it in their environment. */
export async function makeTemplate(server: string): Promise<void> {
  const { url } = await createDatabase(server);
  await migrate(url);
  await closeToAll(server, url);
  process.env[TEMPLATE] = url;
}
