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

const REASON = /,\s*(?<reason>[^,\d]{4,80}?)[\s.!]*$/;

/** `tira 5 reais do 11 98888-0001, lançou em dobro`: the last clause, where it has words alone. */
export const reasonAfter = (text: string): string | null => REASON.exec(text)?.groups?.['reason'] ?? null;

/** `Bia, pode anotar`: a person's name ends where another clause begins. */
export const firstClause = (text: string): string => text.split(/[,;!?]\s/)[0] ?? text;
