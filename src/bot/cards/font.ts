/** What of a TrueType font is needed to fit a line of text into its place: which characters it has, how wide each is. */
export interface Font {
  has(character: string): boolean;
  /** In pixels at that size, without kerning. */
  widthOf(text: string, size: number): number;
}

/** Platform and encoding of a character map that holds all of Unicode, which is of format 12. */
const ALL_OF_UNICODE = (3 << 16) | 10;
const SEGMENTED_COVERAGE = 12;

/**
 * Reads `head`, `hhea`, `hmtx` and `cmap` as the OpenType specification lays them out (big-endian). Throws a RangeError
 * where the file has no character map of all of Unicode.
 */
export function readFont(file: Buffer): Font {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    tables.set(file.toString('latin1', record, record + 4), file.readUInt32BE(record + 8));
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new RangeError(`the font has no ${tag}`);
    return offset;
  };
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const advances = file.readUInt16BE(table('hhea') + 34);
  const metrics = table('hmtx');
  const glyphs = readCharacterMap(file, table('cmap'));
  const advanceOf = (character: string): number => {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
    return file.readUInt16BE(metrics + Math.min(glyph, advances - 1) * 4);
  };
  return {
    has: (character) => glyphs.has(character.codePointAt(0) ?? 0),
    widthOf: (text, size) => {
      let units = 0;
      for (const character of text) units += advanceOf(character);
      return (units * size) / unitsPerEm;
    },
  };
}

function readCharacterMap(file: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const map = subtableOf(file, cmap);
  for (let i = 0; i < file.readUInt32BE(map + 12); i++) {
    const group = map + 16 + i * 12;
    const first = file.readUInt32BE(group);
    const last = file.readUInt32BE(group + 4);
    for (let code = first; code <= last; code++)
      glyphs.set(code, file.readUInt32BE(group + 8) + code - first);
  }
  return glyphs;
}

function subtableOf(file: Buffer, cmap: number): number {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const record = cmap + 4 + i * 8;
    const subtable = cmap + file.readUInt32BE(record + 4);
    if (file.readUInt32BE(record) === ALL_OF_UNICODE && file.readUInt16BE(subtable) === SEGMENTED_COVERAGE)
      return subtable;
  }
  throw new RangeError('the font has no character map of all of Unicode');
}
