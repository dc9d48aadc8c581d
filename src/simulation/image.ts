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
import { basename, dirname, join } from 'node:path';
import { migrate, MIGRATIONS } from '../db/migrate';
import { LEND_CREATE, TAKE_BACK_CREATE } from '../db/roles';
import { embeddedSession } from '../db/sessions';
import { databaseIn, startEmbedded } from '../embedded/server';

const ROOT = join(__dirname, '..', '..');

/** All that a migrated database is made by. */
function key(): string {
  const migrations = readdirSync(MIGRATIONS).sort();
  const files = [
    ...migrations.map((file) => join(MIGRATIONS, file)),
    require.resolve('@electric-sql/pglite'),
  ];
  const hash = createHash('sha256').update(LEND_CREATE).update(TAKE_BACK_CREATE);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** What an embedded database in memory begins from: to create one and migrate it costs five times as much. */
export const migratedImage = (): string => join(ROOT, '.cache', 'migrated', `${key()}.tar`);

/** Makes the image, unless it is there. */
export async function makeImage(): Promise<string> {
  const image = migratedImage();
  if (existsSync(image)) return image;
  const folder = dirname(image);
  mkdirSync(folder, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-image-'));
  try {
    const server = await startEmbedded({ directory });
    await migrate(embeddedSession(server));
    await server.close();
    const database = await PGlite.create(databaseIn(directory));
    const dump = await database.dumpDataDir('none');
    await database.close();
    // Another run may be making the same: whoever reads it has one of the two whole.
    const unfinished = `${image}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, image);
    const others = readdirSync(folder).filter((file) => file.endsWith('.tar') && file !== basename(image));
    for (const file of others) rmSync(join(folder, file), { force: true });
    return image;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same, or undefined where this program's own folder cannot be written. */
export async function imageIfPossible(): Promise<string | undefined> {
  try {
    return await makeImage();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return undefined;
    throw error;
  }
}
