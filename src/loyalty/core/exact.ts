/**
 * Whole numbers that stay exact at any size: a number while it is safe, a bigint beyond. What shops' rules come to
 * in practice never leaves the numbers. `<` and `>` compare the two kinds exactly.
 */
export type Whole = number | bigint;

export function multiply(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

export function add(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

export function subtract(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return BigInt(a) - BigInt(b);
}

/** Rounded down; neither may be negative, the divisor not zero. */
export function quotient(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b;
  return BigInt(a) / BigInt(b);
}

export function remainder(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return a % b;
  return BigInt(a) % BigInt(b);
}

/** Rounded half up; neither may be negative, the divisor not zero. */
export function divideHalfUp(a: Whole, b: Whole): Whole {
  return quotient(add(multiply(2, a), b), multiply(2, b));
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
