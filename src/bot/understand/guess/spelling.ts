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

/** Optimal string alignment distance of what is left from `i` and `j` on: as `most + 1` where it is more than `most`. */
function slipsBetween(a: string, b: string, most: number, i = 0, j = 0): number {
  while (i < a.length && a[i] === b[j]) {
    i++;
    j++;
  }
  const [left, right] = [a.length - i, b.length - j];
  if (Math.abs(left - right) > most) return most + 1;
  if (left === 0 || right === 0) return left + right;
  let least = most + 1;
  const afterOne = (nextI: number, nextJ: number): void => {
    least = Math.min(least, 1 + slipsBetween(a, b, least - 2, nextI, nextJ));
  };
  afterOne(i + 1, j + 1);
  afterOne(i + 1, j);
  afterOne(i, j + 1);
  if (a[i] === b[j + 1] && a[i + 1] === b[j]) afterOne(i + 2, j + 2);
  return least;
}
