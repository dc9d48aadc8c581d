/** A smooth function: writes its gradient at `point` into `gradient` and returns its value. */
export type Objective = (point: readonly number[], gradient: number[]) => number;

export interface Minimum {
  point: number[];
  value: number;
  /** Largest absolute part of the gradient there. */
  gradientNorm: number;
  iterations: number;
  /** The gradient's norm is within the tolerance: a true stationary point, not merely where the search stopped. */
  converged: boolean;
}

/** Sufficient decrease and curvature (Nocedal & Wright, Numerical Optimization, 2nd ed., §3.1). */
const ARMIJO = 1e-4;
const CURVATURE = 0.9;
const MAX_STEPS_OF_SEARCH = 40;
/** What rounding may do to a value, relative to it. */
const ROUNDING = 1e-12;

interface Place {
  point: number[];
  value: number;
  gradient: number[];
}

/**
 * Quasi-Newton descent with the BFGS update of the inverse Hessian (Nocedal & Wright, algorithm 6.1). Where the
 * objective is not finite the search turns back, so a domain may be bounded by returning Infinity.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  { tolerance = 1e-8, maxIterations = 200 }: { tolerance?: number; maxIterations?: number } = {},
): Minimum {
  let here = placeAt(objective, [...start]);
  let inverse = identity(start.length);
  let iterations = 0;
  while (norm(here.gradient) > tolerance && iterations < maxIterations) {
    let direction = inverse.map((row) => -dot(row, here.gradient));
    if (dot(direction, here.gradient) >= 0) {
      inverse = identity(start.length);
      direction = here.gradient.map((part) => -part);
    }
    const first = iterations === 0 ? Math.min(1, 1 / norm(here.gradient)) : 1;
    const next = searchLine(objective, here, direction, first);
    if (next === null) break;
    inverse = updated(inverse, difference(next.point, here.point), difference(next.gradient, here.gradient));
    here = next;
    iterations++;
  }
  const gradientNorm = norm(here.gradient);
  return {
    point: here.point,
    value: here.value,
    gradientNorm,
    iterations,
    converged: gradientNorm <= tolerance,
  };
}

/**
 * A step that meets the weak Wolfe conditions, by bisection; null when the function cannot be lowered any more. Where
 * values differ by no more than their rounding, decrease is read from the slope instead (the approximate conditions of
 * Hager & Zhang 2005, "A New Conjugate Gradient Method with Guaranteed Descent", §4).
 */
function searchLine(
  objective: Objective,
  from: Place,
  direction: readonly number[],
  first: number,
): Place | null {
  const slope = dot(direction, from.gradient);
  let low = 0;
  let high = Infinity;
  let step = first;
  let best: Place | null = null;
  for (let i = 0; i < MAX_STEPS_OF_SEARCH; i++) {
    const place = placeAt(
      objective,
      from.point.map((part, index) => part + step * (direction[index] ?? 0)),
    );
    const slopeThere = dot(direction, place.gradient);
    const decreased =
      place.value <= from.value + ARMIJO * step * slope ||
      (place.value <= from.value + ROUNDING * Math.abs(from.value) && slopeThere <= (2 * ARMIJO - 1) * slope);
    if (!decreased) high = step;
    else {
      best = place;
      if (slopeThere >= CURVATURE * slope) return place;
      low = step;
    }
    step = high === Infinity ? low * 2 : (low + high) / 2;
  }
  return best !== null && best.value < from.value ? best : null;
}

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ (Nocedal & Wright, 6.17); left alone where yᵀs is not positive. */
function updated(inverse: readonly number[][], s: readonly number[], y: readonly number[]): number[][] {
  const curvature = dot(y, s);
  if (!(curvature > 1e-300)) return inverse.map((row) => [...row]);
  const rho = 1 / curvature;
  const hy = inverse.map((row) => dot(row, y));
  const scale = rho * (1 + rho * dot(y, hy));
  return inverse.map((row, i) =>
    row.map(
      (part, j) => part + scale * at(s, i) * at(s, j) - rho * (at(hy, i) * at(s, j) + at(s, i) * at(hy, j)),
    ),
  );
}

function placeAt(objective: Objective, point: number[]): Place {
  const gradient = point.map(() => 0);
  return { point, value: objective(point, gradient), gradient };
}

const at = (vector: readonly number[], index: number): number => vector[index] ?? 0;
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, part, index) => sum + part * at(b, index), 0);
const norm = (vector: readonly number[]): number =>
  vector.reduce((largest, part) => Math.max(largest, Math.abs(part)), 0);
const difference = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((part, index) => part - at(b, index));
const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_row, i) => Array.from({ length: size }, (_cell, j) => (i === j ? 1 : 0)));
