/** Special functions in double precision; all take positive arguments where the mathematics asks for them. */

const HALF_LOG_TWO_PI = 0.9189385332046727;
/** From here on the asymptotic series below are exact to the last digits of a double. */
const LARGE = 12;

/** ln Γ(z), z > 0: Stirling's series (DLMF 5.11.1) after shifting small arguments up (DLMF 5.5.1). */
export function logGamma(z: number): number {
  let product = 1;
  let shifted = z;
  while (shifted < LARGE) product *= shifted++;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188)))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** ψ(z) = d ln Γ(z) / dz, z > 0: DLMF 5.11.2 after shifting by DLMF 5.5.2. */
export function digamma(z: number): number {
  let sum = 0;
  let shifted = z;
  while (shifted < LARGE) sum -= 1 / shifted++;
  const square = 1 / (shifted * shifted);
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

/** (eʸ − 1) / y, which is 1 at y = 0. */
export function expm1Ratio(y: number): number {
  return y === 0 ? 1 : Math.expm1(y) / y;
}

/** ln(eᵃ + eᵇ) without overflow; either may be −∞. */
export function logSumExp(a: number, b: number): number {
  const larger = Math.max(a, b);
  if (larger === -Infinity) return -Infinity;
  return larger + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** 1 / (1 + eᵘ), for every u. */
export function logisticDown(u: number): number {
  return u > 0 ? Math.exp(-u) / (1 + Math.exp(-u)) : 1 / (1 + Math.exp(u));
}

/**
 * P(χ² > value) with one degree of freedom, which is erfc(√(value / 2)); relative error below 1.2 · 10⁻⁷
 * (Press et al., Numerical Recipes, 2nd ed., §6.2, `erfcc`).
 */
export function chiSquareTail(value: number): number {
  const z = Math.sqrt(Math.max(0, value) / 2);
  const t = 1 / (1 + 0.5 * z);
  const polynomial = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-z * z + polynomial);
}
