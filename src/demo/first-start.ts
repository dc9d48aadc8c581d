import { existsSync } from 'node:fs';
import type { Config } from '../config';
import { databaseIn } from '../embedded/server';

/** What to say while the embedded database is created, which is the long part of a first start; null where it is there. */
export const firstStartNote = ({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): string | null =>
  databaseUrl !== null || existsSync(databaseIn(dataDir))
    ? null
    : 'Primeira vez aqui: o banco de dados está sendo criado. Leva alguns segundos, só desta vez.\n';
