/** How this SmartPOS can be made to misbehave, as others are known to (the field's own faults, not a protocol's). */
export const FAULTS = [
  'api-429',
  'api-500',
  'api-slow',
  'api-truncated',
  'events-twice',
  'events-unordered',
  'events-lost',
  'events-forged',
  'sales-without-buyer',
  'sales-cancelled-late',
] as const;

export type Fault = (typeof FAULTS)[number];
