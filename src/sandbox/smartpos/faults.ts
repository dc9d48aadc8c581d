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

/** Which faults each company has now; none after a restart. */
export class Faults {
  private readonly byCompany = new Map<string, ReadonlySet<Fault>>();

  set(company: string, faults: readonly Fault[]): void {
    this.byCompany.set(company, new Set(faults));
  }

  of(company: string): Fault[] {
    return FAULTS.filter((fault) => this.has(company, fault));
  }

  has(company: string, fault: Fault): boolean {
    return this.byCompany.get(company)?.has(fault) === true;
  }
}
