/** Where a sentence ends, or a part of it that could be one: not within a number or an address. */
const ENDS = /[!?;\n]+|[.,:](?!\d)(?=\s|$)|\s-+\s/;
const MOST_CLAUSES = 6;

/** The parts of a message that may each be a wish; none where it is but one. */
export function clausesOf(text: string): readonly string[] {
  const clauses = text
    .split(ENDS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length > 1 && clauses.length <= MOST_CLAUSES ? clauses : [];
}
