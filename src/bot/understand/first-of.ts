/** What comes of the first that anything comes of. */
export function firstOf<From, To>(from: readonly From[], find: (one: From) => To | null): To | null {
  for (const one of from) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
