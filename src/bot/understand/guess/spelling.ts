/** Two slips are forgiven from this many letters on, one before. */
const LONG = 8;

/**
 * The one word of `known` that a mistyped one is closest to: a letter missing, doubled, wrong or two changed places, twice
 * in a long word. Null where there is none, or more than one as close, but for where `any` will do. The first letter is
 * not mistaken.
 */
export function closestWord(word: string, known: Iterable<string>, any = false): string | null {
  let least = word.length >= LONG ? 2 : 1;
  let closest: string | null = null;
  let only = true;
  for (const candidate of known) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > least) continue;
    if (candidate.length < 4) continue;
    const slips = slipsBetween(word, candidate, least);
    if (slips > least) continue;
    only = slips < least || closest === null;
    [least, closest] = [slips, candidate];
  }
  return only || any ? closest : null;
}

/** Optimal string alignment distance: as `most + 1` where it is more than `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
