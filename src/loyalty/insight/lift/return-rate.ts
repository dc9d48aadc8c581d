/** One arm by intention to treat: all who were assigned to it, whether a message reached them or not. */
export interface Arm {
  readonly customers: number;
  readonly returned: number;
}

export interface Arms {
  readonly treated: Arm;
  readonly control: Arm;
}

/** A difference of rates (0.1 is ten points) with its interval. */
export interface Difference {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval covers 98%: of a hundred campaigns that change nothing one is taken for a lift and one for a loss. Shops
 * run many campaigns and act on each verdict, so the customary 95% would mislead them too often.
 */
export const CONFIDENCE = 0.98;
/** Standard normal quantiles of 0.99 and of 0.8. */
const Z_CONFIDENCE = 2.3263478740408408;
const Z_POWER = 0.8416212335729143;

/**
 * Return rate of the treated less that of the control. Agresti & Caffo 2000 ("Simple and Effective Confidence Intervals
 * for Proportions and Differences of Proportions"): Wald's interval after adding a return and a non-return to each arm.
 * The estimate itself is the plain difference.
 */
export function returnDifference({ treated, control }: Arms): Difference {
  const [p, q] = [treated, control].map(({ returned, customers }) => (returned + 1) / (customers + 2)) as [
    number,
    number,
  ];
  const error = Math.sqrt((p * (1 - p)) / (treated.customers + 2) + (q * (1 - q)) / (control.customers + 2));
  return {
    estimate: returnRate(treated) - returnRate(control),
    low: Math.max(-1, p - q - Z_CONFIDENCE * error),
    high: Math.min(1, p - q + Z_CONFIDENCE * error),
  };
}

/**
 * The least difference that these arms would show four times in five, at their common return rate: (z₁₋α/₂ + z₀.₈) · SE
 * (Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed., §4).
 */
export function detectableDifference({ treated, control }: Arms): number {
  if (treated.customers === 0 || control.customers === 0) return Infinity;
  const customers = treated.customers + control.customers;
  const common = (treated.returned + control.returned + 1) / (customers + 2);
  const error = Math.sqrt(common * (1 - common) * (1 / treated.customers + 1 / control.customers));
  return (Z_CONFIDENCE + Z_POWER) * error;
}

export const returnRate = ({ customers, returned }: Arm): number =>
  customers === 0 ? 0 : returned / customers;
