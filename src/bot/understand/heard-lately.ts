import type { Understanding, Understood } from './match';

/** More texts than one turn asks about. */
const KEPT = 64;

type Understand = Understanding['understand'];

/**
 * The same, with its last answers kept: a turn asks of the same words some ten times, and the same words in the same
 * language, by the same role, on the same day, are always understood alike. What is kept is frozen.
 */
export function keepingLast(understand: Understand): Understand {
  const kept = new Map<string, Understood>();
  return (text, listening) => {
    const { lang, role, today } = listening;
    const key = JSON.stringify([lang, role, today, text]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const understood = frozen(understand(text, listening));
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, understood);
    return understood;
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
