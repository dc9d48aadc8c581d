import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A text file of the repository; the path is relative to its root, with slashes. */
export interface Source {
  path: string;
  text: string;
}

/** All files under these folders (or these files) of the repository whose names end in one of the endings. */
export function readSources(places: readonly string[], endings: readonly string[]): Source[] {
  return places
    .flatMap((place) => filesUnder(join(ROOT, place)))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map((file) => ({
      path: relative(ROOT, file).split(sep).join(posix.sep),
      text: readFileSync(file, 'utf8'),
    }));
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** `path:line: fault` for each place where the pattern (with the flag g) is found. */
export function findings(source: Source, pattern: RegExp, fault: string): string[] {
  return [...source.text.matchAll(pattern)].map(
    (found) => `${source.path}:${source.text.slice(0, found.index).split('\n').length}: ${fault}`,
  );
}
