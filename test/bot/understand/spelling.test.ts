import fc from 'fast-check';
import { closestWord } from '../../../src/bot/understand/guess/spelling';

/** The textbook's table, filled whole. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? NaN;
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const ways = i === 0 ? [j] : j === 0 ? [i] : [at(i - 1, j) + 1, at(i, j - 1) + 1];
      if (i > 0 && j > 0) ways.push(at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      (table[i] ?? [])[j] = Math.min(...ways);
    }
  return at(a.length, b.length);
}

/** Of so few letters that words of the same length are often near. */
const word = fc.stringMatching(/^a[abc]{3,10}$/);

it('forgives one slip, from eight letters on two, as the textbook counts them', () => {
  fc.assert(
    fc.property(word, word, (mistyped, known) => {
      const forgiven = mistyped.length >= 8 ? 2 : 1;
      expect(closestWord(mistyped, [known])).toBe(distance(mistyped, known) <= forgiven ? known : null);
    }),
    { numRuns: 2_000 },
  );
});

it('takes the nearest of many, and none of two as near', () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 8 }), (mistyped, known) => {
      const forgiven = mistyped.length >= 8 ? 2 : 1;
      const least = Math.min(forgiven, ...known.map((one) => distance(mistyped, one)));
      const nearest = known.filter((one) => distance(mistyped, one) === least);
      expect(closestWord(mistyped, known)).toBe(nearest.length === 1 ? nearest[0] : null);
    }),
    { numRuns: 2_000 },
  );
});
