/** What an award is booked under, and what causes its notice: each time that a sale is judged anew is another. */
export const awardKey = (saleId: string, revision: number): string => `sale:${saleId}:${revision}`;

/** The sale of such a key; null of any other cause. */
export const saleOfAward = (cause: string): string | null => /^sale:(.+):\d+$/s.exec(cause)?.[1] ?? null;
